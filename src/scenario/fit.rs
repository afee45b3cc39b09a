//! Lays an outline beside the shape a file should have: every misfit, the place of every value, and a mended copy.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use super::desk::MANY;
use super::fault::Spot;
use super::outline::{Field, Kind, Node};
use super::schema::{Form, Shape, Variant, With};
use super::suggest;

/// What came of the comparison.
#[derive(Default)]
pub(super) struct Fit {
    /// The misfits.
    pub(super) spots: Vec<Spot>,
    /// Where each value stands, by its path, as in `beats[3].what.who`.
    pub(super) places: BTreeMap<String, Range<usize>>,
    /// Paths of values that are missing or unfit; nothing more is said about these.
    pub(super) spoilt: BTreeSet<String>,
    /// The file with every misfit replaced by something that fits, for looking into the rest of it.
    pub(super) mended: String,
}

impl Fit {
    /// Compares a file's outermost value with its form.
    /// With `lenient`, or where the file includes others, nothing is missing from its outermost bracket.
    pub(super) fn of(source: &str, node: &Node, form: &'static Form, lenient: bool) -> Self {
        let includes =
            matches!(&node.kind, Kind::Form(_, fields) if fields.iter().any(|field| field.name == "include"));
        let lenient = lenient || (includes && form.fields.iter().any(|entry| entry.0 == "include"));
        let mut fitter = Fitter { source, lenient, fit: Self::default() };
        fitter.form(node, form, "");
        fitter.fit
    }
}

struct Fitter<'a> {
    source: &'a str,
    lenient: bool,
    fit: Fit,
}

impl Fitter<'_> {
    fn say(&mut self, span: Range<usize>, code: &'static str, message: String, help: String) {
        self.fit.spots.push(Spot { span, code, message, help });
    }

    fn write(&mut self, text: &str) {
        self.fit.mended.push_str(text);
    }

    fn slice(&self, node: &Node) -> String {
        self.source[node.span.clone()].to_owned()
    }

    /// Notes a misfit and writes something that fits instead.
    fn unfit(&mut self, node: &Node, shape: &Shape, path: &str) {
        let message = format!("{} belongs here, not {}.", wanted(shape), seen(node));
        self.say(node.span.clone(), "S013", message, example(shape));
        self.spoil(shape, path);
    }

    fn spoil(&mut self, shape: &Shape, path: &str) {
        self.fit.spoilt.insert(path.to_owned());
        let stand_in = stand_in(shape);
        self.write(&stand_in);
    }

    fn value(&mut self, node: &Node, shape: &'static Shape, path: &str) {
        self.fit.places.insert(path.to_owned(), node.span.clone());
        match (shape, &node.kind) {
            (Shape::Text, Kind::Text(straight)) => {
                let text = self.slice(node);
                if *straight {
                    self.write(&text);
                } else {
                    let inner: String =
                        text.chars().skip(1).take(text.chars().count().saturating_sub(2)).collect();
                    self.write(&format!("{inner:?}"));
                }
            }
            (Shape::Whole, Kind::Number) => self.number(node, shape, path),
            (Shape::Switch, Kind::Word) if matches!(self.slice(node).as_str(), "true" | "false") => {
                let word = self.slice(node);
                self.write(&word);
            }
            (Shape::List(inner), Kind::List(items)) => {
                self.write("[");
                for (place, item) in items.iter().enumerate() {
                    self.value(item, inner, &format!("{path}[{place}]"));
                    self.write(",");
                }
                self.write("]");
            }
            (Shape::Tuple(shapes), Kind::Items(None, items)) if shapes.len() == items.len() => {
                self.items(items, shapes, path);
            }
            (Shape::Maybe(_), Kind::Word) if self.slice(node) == "None" => self.write("None"),
            (Shape::Maybe(inner), Kind::Items(Some(name), items)) if name == "Some" && items.len() == 1 => {
                self.some(&items[0], inner, path);
            }
            (Shape::Maybe(inner), _) => self.some(node, inner, path),
            (Shape::Form(form), Kind::Form(..)) => self.form(node, form, path),
            (Shape::Form(form), Kind::Items(_, items)) if items.is_empty() => self.form(node, form, path),
            (Shape::Choice(variants), _) => self.choice(node, shape, variants, path),
            (
                Shape::Text
                | Shape::Whole
                | Shape::Switch
                | Shape::List(_)
                | Shape::Tuple(_)
                | Shape::Form(_),
                _,
            ) => self.unfit(node, shape, path),
        }
    }

    fn some(&mut self, node: &Node, inner: &'static Shape, path: &str) {
        self.write("Some(");
        self.value(node, inner, path);
        self.write(")");
    }

    fn items(&mut self, items: &[Node], shapes: &'static [Shape], path: &str) {
        self.write("(");
        for (place, (item, shape)) in items.iter().zip(shapes).enumerate() {
            self.value(item, shape, &format!("{path}[{place}]"));
            self.write(",");
        }
        self.write(")");
    }

    fn number(&mut self, node: &Node, shape: &'static Shape, path: &str) {
        let digits = self.slice(node).replace('_', "");
        if let Ok(number) = ron::from_str::<u32>(&digits) {
            self.write(&number.to_string());
        } else {
            let message =
                format!("A whole number from 0 to 4,294,967,295 belongs here, not {}.", self.slice(node));
            let help = "Shares are whole percentages, money and minutes are whole numbers.".to_owned();
            self.say(node.span.clone(), "S013", message, help);
            self.spoil(shape, path);
        }
    }

    fn choice(&mut self, node: &Node, shape: &'static Shape, variants: &'static [Variant], path: &str) {
        let (name, items, fields): (String, &[Node], bool) = match &node.kind {
            Kind::Word => (self.slice(node), &[], false),
            Kind::Items(Some(name), items) => (name.clone(), items, false),
            Kind::Form(Some(name), _) => (name.clone(), &[], true),
            Kind::Text(_) | Kind::Number | Kind::List(_) | Kind::Items(None, _) | Kind::Form(None, _) => {
                return self.unfit(node, shape, path);
            }
        };
        let Some(Variant(_, with)) = variants.iter().find(|variant| variant.0 == name) else {
            let help = suggest::help(&name, variants.iter().map(|variant| variant.0));
            let span = node.span.start..node.span.start + name.len();
            self.say(span, "S014", format!("{name} is not one of the words for this."), help);
            return self.spoil(shape, path);
        };
        match with {
            With::Nothing if items.is_empty() && !fields => self.write(&name),
            With::Items(shapes) if shapes.len() == items.len() && !fields => {
                self.write(&name);
                self.items(items, shapes, path);
            }
            With::Form(form) if fields => {
                self.write(&name);
                self.form(node, form, path);
            }
            With::Form(form) if items.len() == 1 && matches!(items[0].kind, Kind::Form(..)) => {
                self.write(&name);
                self.form(&items[0], form, path);
            }
            With::Nothing | With::Items(_) | With::Form(_) => {
                let message = format!("{name} is not written like this.");
                self.say(node.span.clone(), "S015", message, format!("Write {}.", spelled(&name, with)));
                self.spoil(shape, path);
            }
        }
    }

    fn form(&mut self, node: &Node, form: &'static Form, path: &str) {
        let empty = Vec::new();
        let fields = match &node.kind {
            Kind::Form(_, fields) => fields,
            Kind::Items(_, items) if items.is_empty() => &empty,
            Kind::Items(..) | Kind::Text(_) | Kind::Number | Kind::Word | Kind::List(_) => {
                let message =
                    format!("A bracket with the fields of {} belongs here, not {}.", form.what, seen(node));
                self.say(node.span.clone(), "S013", message, "Write (name: value, name: value).".to_owned());
                &empty
            }
        };
        let dot = if path.is_empty() { "" } else { "." };
        self.unknown(fields, form);
        self.write("(");
        for entry in form.fields {
            let needed = entry.2 && !(self.lenient && path.is_empty());
            let mut found = fields.iter().filter(|field| field.name == entry.0);
            let inner = format!("{path}{dot}{}", entry.0);
            if let Some(field) = found.next() {
                let _ = write!(self.fit.mended, "{}:", entry.0);
                self.value(&field.value, &entry.1, &inner);
                self.write(",");
                for again in found {
                    let message = format!("{} is written twice in {}.", entry.0, form.what);
                    self.say(again.place.clone(), "S011", message, "Keep one of the two.".to_owned());
                }
            } else if needed && misspelt(fields, form, entry.0) {
                let _ = write!(self.fit.mended, "{}:", entry.0);
                self.spoil(&entry.1, &inner);
                self.write(",");
            } else if needed {
                let message = format!("{} has no {}.", capital(form.what), entry.0);
                let span = node.span.start..node.span.start + 1;
                self.say(span, "S012", message, format!("Add {}: {}.", entry.0, sample(&entry.1)));
                let _ = write!(self.fit.mended, "{}:", entry.0);
                self.spoil(&entry.1, &inner);
                self.write(",");
            }
        }
        self.write(")");
    }

    fn unknown(&mut self, fields: &[Field], form: &'static Form) {
        for field in fields {
            if !form.fields.iter().any(|entry| entry.0 == field.name) {
                let message = format!("{} has no field called {}.", capital(form.what), field.name);
                let names = form.fields.iter().map(|entry| entry.0);
                let enough = self.fit.spots.len() >= MANY;
                let help = if enough { String::new() } else { suggest::help(&field.name, names) };
                self.say(field.place.clone(), "S010", message, help);
            }
        }
    }
}

/// Whether some unknown field is this one, misspelt; then it is not missing as well.
fn misspelt(fields: &[Field], form: &Form, name: &str) -> bool {
    let known = |field: &&Field| form.fields.iter().any(|entry| entry.0 == field.name);
    fields
        .iter()
        .filter(|field| !known(field))
        .take(20)
        .any(|field| suggest::nearest(&field.name, form.fields.iter().map(|entry| entry.0)) == Some(name))
}

/// What to say of each needed field that is not there.
pub(super) fn missing(form: &'static Form, is_there: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let absent = form.fields.iter().filter(|entry| entry.2 && !is_there(entry.0));
    absent
        .map(|entry| {
            let message =
                format!("{} has no {}, and neither has a file it includes.", capital(form.what), entry.0);
            (message, format!("Add {}: {}.", entry.0, sample(&entry.1)))
        })
        .collect()
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// What should stand there, in words.
fn wanted(shape: &Shape) -> String {
    match shape {
        Shape::Text => "A text".to_owned(),
        Shape::Whole => "A whole number".to_owned(),
        Shape::Switch => "true or false".to_owned(),
        Shape::List(_) => "A list".to_owned(),
        Shape::Tuple(shapes) => format!("A bracket with {} values", shapes.len()),
        Shape::Maybe(inner) => wanted(inner),
        Shape::Form(form) => format!("A bracket with the fields of {}", form.what),
        Shape::Choice(variants) => {
            format!("One of {}", variants.iter().map(|variant| variant.0).collect::<Vec<_>>().join(", "))
        }
    }
}

/// What stands there, in words.
fn seen(node: &Node) -> &'static str {
    match &node.kind {
        Kind::Text(_) => "a text",
        Kind::Number => "a number",
        Kind::Word => "a bare word",
        Kind::List(_) => "a list",
        Kind::Items(..) => "values in brackets",
        Kind::Form(..) => "named values in brackets",
    }
}

fn example(shape: &Shape) -> String {
    format!("Write it like {}.", sample(shape))
}

/// How such a value is written.
fn sample(shape: &Shape) -> String {
    match shape {
        Shape::Text => "\"...\"".to_owned(),
        Shape::Whole => "10".to_owned(),
        Shape::Switch => "true".to_owned(),
        Shape::List(inner) => format!("[{}]", sample(inner)),
        Shape::Tuple(shapes) => format!("({})", shapes.iter().map(sample).collect::<Vec<_>>().join(", ")),
        Shape::Maybe(inner) => sample(inner),
        Shape::Form(form) => format!("({}: ...)", form.fields.first().map_or("", |entry| entry.0)),
        Shape::Choice(variants) => {
            variants.first().map_or_else(String::new, |variant| spelled(variant.0, &variant.1))
        }
    }
}

fn spelled(name: &str, with: &With) -> String {
    match with {
        With::Nothing => name.to_owned(),
        With::Items(shapes) => {
            format!("{name}({})", shapes.iter().map(sample).collect::<Vec<_>>().join(", "))
        }
        With::Form(form) => format!("{name}({}: ...)", form.fields.first().map_or("", |entry| entry.0)),
    }
}

/// The plainest value of a shape.
fn stand_in(shape: &Shape) -> String {
    match shape {
        Shape::Text => "\"\"".to_owned(),
        Shape::Whole => "0".to_owned(),
        Shape::Switch => "false".to_owned(),
        Shape::List(_) => "[]".to_owned(),
        Shape::Tuple(shapes) => format!("({})", shapes.iter().map(stand_in).collect::<Vec<_>>().join(",")),
        Shape::Maybe(_) => "None".to_owned(),
        Shape::Form(form) => stand_in_form(form),
        Shape::Choice(variants) => match &variants[0].1 {
            With::Nothing => variants[0].0.to_owned(),
            With::Items(shapes) => {
                format!("{}({})", variants[0].0, shapes.iter().map(stand_in).collect::<Vec<_>>().join(","))
            }
            With::Form(form) => format!("{}({})", variants[0].0, stand_in_form(form)),
        },
    }
}

fn stand_in_form(form: &Form) -> String {
    let fields = form.fields.iter().filter(|entry| entry.2);
    let fields: Vec<String> = fields.map(|entry| format!("{}:{}", entry.0, stand_in(&entry.1))).collect();
    format!("({})", fields.join(","))
}
