//! Passes over blanks, comments and texts, whatever quotes they stand in.

use super::{Kind, Reader, Stop};

impl Reader<'_, '_> {
    /// Passes over blanks and comments.
    pub(super) fn skip(&mut self) -> Result<(), Stop> {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                self.block_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    fn block_comment(&mut self) -> Result<(), Stop> {
        let start = self.at;
        let mut open = 0_usize;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                open += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                open -= 1;
                self.at += 2;
                if open == 0 {
                    return Ok(());
                }
            } else if let Some(c) = rest.chars().next() {
                self.at += c.len_utf8();
            } else {
                return self.stop(
                    start..start + 2,
                    "S001",
                    "This comment is never closed.",
                    "Close it with */.",
                );
            }
        }
    }

    pub(super) fn text(&mut self) -> Result<Kind, Stop> {
        let start = self.at;
        let mut escaped = false;
        for (offset, c) in self.source[start + 1..].char_indices() {
            if escaped {
                escaped = false;
            } else if c == '\\' {
                escaped = true;
            } else if c == '"' {
                self.at = start + 1 + offset + 1;
                return Ok(Kind::Text(true));
            }
        }
        self.stop(start..start + 1, "S001", "This text is never closed.", "Put a \" at its end.")
    }

    pub(super) fn is_raw(&self) -> bool {
        self.rest()[1..].trim_start_matches('#').starts_with('"')
    }

    pub(super) fn raw_text(&mut self) -> Result<Kind, Stop> {
        let start = self.at;
        self.at += 1;
        let close = format!("\"{}", self.take(|c| c == '#'));
        let body = self.at + 1;
        match self.source[body..].find(&close) {
            Some(end) => self.at = body + end + close.len(),
            None => {
                return self.stop(
                    start..body,
                    "S001",
                    "This text is never closed.",
                    &format!("Put {close} at its end."),
                );
            }
        }
        Ok(Kind::Text(true))
    }

    /// A text in quotes of another kind, up to the end of its line at most.
    pub(super) fn odd_text(&mut self) -> Result<Kind, Stop> {
        let start = self.at;
        let open = self.peek().map_or(1, char::len_utf8);
        let single = matches!(self.peek(), Some('\'' | '‘' | '’'));
        let line = self.rest()[open..].split('\n').next().unwrap_or("");
        let closes = |c: char| {
            if single {
                matches!(c, '\'' | '’' | '‘')
            } else {
                matches!(c, '”' | '“' | '"' | '»' | '«' | '‟')
            }
        };
        let Some((end, close)) = line.char_indices().find(|&(_, c)| closes(c)) else {
            return self.stop(
                start..start + open,
                "S002",
                "This kind of quote cannot hold a text.",
                "Use the straight double quote \" at both ends.",
            );
        };
        self.at = start + open + end + close.len_utf8();
        let help = "Use the straight double quote \" at both ends. Word processors make curly ones.";
        self.slip(start..self.at, "S002", "This kind of quote cannot hold a text.", help);
        Ok(Kind::Text(false))
    }
}
