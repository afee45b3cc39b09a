//! A tolerant reading of a file's brackets, names and values that keeps their places and goes on after a slip.

mod text;

use std::ops::Range;

use super::fault::Spot;

/// Deepest nesting of brackets that is read.
const DEEPEST: usize = 32;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
}

/// What a value looks like.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// A text; whether it is written as the format has it.
    Text(bool),
    /// Something that begins like a number.
    Number,
    /// A bare word.
    Word,
    /// `[a, b]`
    List(Vec<Node>),
    /// `(a, b)` or `Name(a, b)`
    Items(Option<String>, Vec<Node>),
    /// `(name: a)` or `Name(name: a)`
    Form(Option<String>, Vec<Field>),
}

/// A named value.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) place: Range<usize>,
    pub(super) value: Node,
}

/// The outline was given up; its last spot says why.
pub(super) struct Stop;

/// Reads a whole file.
pub(super) fn read(source: &str, spots: &mut Vec<Spot>) -> Result<Node, Stop> {
    let mut reader = Reader { source, at: 0, depth: 0, spots };
    reader.attributes()?;
    let node = reader.value()?;
    reader.skip()?;
    if reader.at < source.len() {
        let span = reader.at..reader.at + reader.peek().map_or(1, char::len_utf8);
        return reader.stop(
            span,
            "S001",
            "There is something after the end of the file's last bracket.",
            "Look for a bracket closed too early, or take out what follows.",
        );
    }
    Ok(node)
}

struct Reader<'a, 'b> {
    source: &'a str,
    at: usize,
    depth: usize,
    spots: &'b mut Vec<Spot>,
}

impl<'a> Reader<'a, '_> {
    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn slip(&mut self, span: Range<usize>, code: &'static str, message: &str, help: &str) {
        self.spots.push(Spot { span, code, message: message.to_owned(), help: help.to_owned() });
    }

    fn stop<T>(
        &mut self,
        span: Range<usize>,
        code: &'static str,
        message: &str,
        help: &str,
    ) -> Result<T, Stop> {
        self.slip(span, code, message, help);
        Err(Stop)
    }

    /// Passes over `#![enable(..)]` lines.
    fn attributes(&mut self) -> Result<(), Stop> {
        self.skip()?;
        while self.rest().starts_with("#!") {
            self.at += self.rest().find(']').map_or(self.rest().len(), |end| end + 1);
            self.skip()?;
        }
        Ok(())
    }

    fn value(&mut self) -> Result<Node, Stop> {
        self.skip()?;
        let start = self.at;
        let kind = match self.peek() {
            None => {
                return self.stop(
                    start..start,
                    "S001",
                    "The file ends too early.",
                    "A value or a closing bracket is missing.",
                );
            }
            Some('"') => self.text()?,
            Some('r') if self.is_raw() => self.raw_text()?,
            Some('“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '\'') => self.odd_text()?,
            Some('[') => self.list()?,
            Some('(') => self.parens(None)?,
            Some('{') => self.braces()?,
            Some(c) if c.is_ascii_digit() || matches!(c, '-' | '+' | '.') => {
                self.take(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-'));
                Kind::Number
            }
            Some(c) if c.is_alphabetic() || c == '_' => self.word()?,
            Some(c) => {
                let message = format!("The sign {c} has no meaning here.");
                return self.stop(
                    start..start + c.len_utf8(),
                    "S001",
                    &message,
                    "A value was expected: a text in \"double quotes\", a number, a [list] or (brackets).",
                );
            }
        };
        Ok(Node { span: start..self.at, kind })
    }

    fn take(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let taken = &rest[..rest.find(|c| !fits(c)).unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }

    fn word(&mut self) -> Result<Kind, Stop> {
        let name = self.take(|c| c.is_alphanumeric() || c == '_').to_owned();
        let end = self.at;
        self.skip()?;
        if self.peek() == Some('(') {
            return self.parens(Some(name));
        }
        self.at = end;
        Ok(Kind::Word)
    }

    fn deeper(&mut self) -> Result<(), Stop> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let at = self.at;
            let message = format!("Brackets are nested deeper than {DEEPEST}.");
            return self.stop(at..at + 1, "S007", &message, "Look for a bracket that was not closed.");
        }
        Ok(())
    }

    fn list(&mut self) -> Result<Kind, Stop> {
        self.deeper()?;
        let start = self.at;
        self.at += 1;
        let mut items = Vec::new();
        while !self.closed(start, ']')? {
            let item = self.value()?;
            self.skip()?;
            if matches!(item.kind, Kind::Word) && self.peek() == Some(':') {
                let help = "Put a ] where it ends.";
                return self.stop(start..start + 1, "S001", "This list is never closed.", help);
            }
            self.comma(&item, ']')?;
            items.push(item);
        }
        self.depth -= 1;
        Ok(Kind::List(items))
    }

    fn parens(&mut self, name: Option<String>) -> Result<Kind, Stop> {
        self.members(name, ')')
    }

    fn braces(&mut self) -> Result<Kind, Stop> {
        let help = "Write (name: \"Ruth\") where other formats have {\"name\": \"Ruth\"}.";
        self.slip(self.at..self.at + 1, "S003", "Curly braces are not used in scenario files.", help);
        self.members(None, '}')
    }

    fn members(&mut self, name: Option<String>, close: char) -> Result<Kind, Stop> {
        self.deeper()?;
        let start = self.at;
        self.at += 1;
        let (mut fields, mut items) = (Vec::new(), Vec::new());
        while !self.closed(start, close)? {
            if let Some((name, place)) = self.field_name()? {
                let value = self.value()?;
                self.comma(&value, close)?;
                fields.push(Field { name, place, value });
            } else {
                let item = self.value()?;
                self.comma(&item, close)?;
                items.push(item);
            }
        }
        self.depth -= 1;
        if fields.is_empty() {
            return Ok(Kind::Items(name, items));
        }
        for item in items {
            self.slip(
                item.span,
                "S008",
                "This value has no name.",
                "Write its field's name and a colon before it.",
            );
        }
        Ok(Kind::Form(name, fields))
    }

    /// The name of a field with its colon, or nothing where a bare value stands.
    fn field_name(&mut self) -> Result<Option<(String, Range<usize>)>, Stop> {
        let start = self.at;
        let quoted = self.peek() == Some('"');
        if quoted {
            self.text()?;
        } else if self.peek().is_some_and(|c| c.is_alphabetic() || c == '_')
            && !(self.peek() == Some('r') && self.is_raw())
        {
            self.take(|c| c.is_alphanumeric() || c == '_');
        } else {
            return Ok(None);
        }
        let place = start..self.at;
        let name = self.source[place.clone()].trim_matches('"').to_owned();
        self.skip()?;
        match self.peek() {
            Some(':') if quoted => {
                self.slip(
                    place.clone(),
                    "S003",
                    "Names of fields stand without quotes.",
                    &format!("Write {name}: instead."),
                );
                self.at += 1;
            }
            Some(':') => self.at += 1,
            Some('=') => {
                let help = format!("Write {name}: instead of {name} =.");
                self.slip(
                    self.at..self.at + 1,
                    "S004",
                    "A field and its value are parted by a colon.",
                    &help,
                );
                self.at += 1;
                if self.rest().starts_with('>') {
                    self.at += 1;
                }
            }
            Some('"' | '[' | '0'..='9') if !quoted => {
                let help = format!("Write {name}: before its value.");
                self.slip(place.clone(), "S004", "A colon is missing after this name.", &help);
            }
            Some(_) | None => {
                self.at = start;
                return Ok(None);
            }
        }
        Ok(Some((name, place)))
    }

    /// Whether the bracket opened at `start` closes here; passes over the closing one.
    fn closed(&mut self, start: usize, close: char) -> Result<bool, Stop> {
        self.skip()?;
        match self.peek() {
            Some(c) if c == close => {
                self.at += 1;
                Ok(true)
            }
            Some(c @ (')' | ']' | '}')) => {
                let at = self.at;
                let open = &self.source[start..=start];
                let message = format!("This {c} does not close the {open} that is open here.");
                self.stop(at..at + 1, "S001", &message, &format!("Close it with {close} first."))
            }
            Some(_) => Ok(false),
            None => self.stop(
                start..start + 1,
                "S001",
                "This bracket is never closed.",
                &format!("Put a {close} where it ends."),
            ),
        }
    }

    /// The comma after a value; a missing one is a slip.
    fn comma(&mut self, after: &Node, close: char) -> Result<(), Stop> {
        self.skip()?;
        match self.peek() {
            Some(',') => self.at += 1,
            Some(';') => {
                self.slip(
                    self.at..self.at + 1,
                    "S006",
                    "Values are parted by commas.",
                    "Write , instead of ;.",
                );
                self.at += 1;
            }
            Some(c) if c == close || matches!(c, ')' | ']' | '}') => {}
            Some(_) => {
                let text =
                    matches!(after.kind, Kind::Text(_)) && self.source[after.span.clone()].contains('\n');
                if text {
                    let start = after.span.start;
                    return self.stop(
                        start..start + 1,
                        "S001",
                        "This text seems to have no end.",
                        "Put a \" at its end.",
                    );
                }
                let end = after.span.end;
                let last = end - self.source[..end].chars().next_back().map_or(0, char::len_utf8);
                self.slip(last..end, "S006", "A comma is missing after this.", "Put a , here.");
            }
            None => {}
        }
        Ok(())
    }
}
