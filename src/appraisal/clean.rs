//! Text from outside made safe to keep and to show: no escapes, control characters or direction overrides.

use std::fmt;
use std::iter::Peekable;
use std::str::Chars;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::token::is_emoji;

/// Marks that may sit on one letter; more than this is a trick, not a language.
const MARKS: usize = 4;
const TAB: &str = "    ";
const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';

/// Text that has passed the border.
#[derive(Clone, Debug, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Clean(String);

impl Clean {
    /// Cleans text of several lines: `\n` stays, a tab becomes four spaces, `\r\n` becomes `\n`.
    pub fn text(raw: &str) -> Self {
        let mut clean = once(raw);
        loop {
            // Dropping a mark can leave a joiner alone, so clean until nothing changes; every round is shorter.
            let again = once(&clean);
            if again == clean {
                return Self(clean);
            }
            clean = again;
        }
    }

    /// Cleans text of one line: as [`Clean::text`], and a line break becomes a space.
    pub fn line(raw: &str) -> Self {
        Self(Self::text(raw).0.replace('\n', " "))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn once(raw: &str) -> String {
    few_marks(&without_controls(raw))
}

fn without_controls(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => out.push('\n'),
            '\t' => out.push_str(TAB),
            '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{1B}' => skip_escape(&mut chars),
            '\u{9B}' => skip_control_sequence(&mut chars),
            '\u{90}' | '\u{98}' | '\u{9D}'..='\u{9F}' => skip_string(&mut chars),
            ZWJ | ZWNJ => {
                let before = out.chars().next_back();
                if joins(c, before, chars.peek().copied()) {
                    out.push(c);
                }
            }
            _ if is_forbidden(c) => {}
            _ => out.push(c),
        }
    }
    out
}

/// Skips what follows an ESC: a control sequence, a string, or a short escape.
fn skip_escape(chars: &mut Peekable<Chars<'_>>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_control_sequence(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            chars.next();
            skip_string(chars);
        }
        Some(_) | None => {
            while chars.next_if(|c| matches!(c, ' '..='/')).is_some() {}
            chars.next_if(|c| matches!(c, '0'..='~'));
        }
    }
}

/// Skips parameters and the final byte of a CSI sequence; a broken one ends before the first foreign character.
fn skip_control_sequence(chars: &mut Peekable<Chars<'_>>) {
    while chars.next_if(|c| matches!(c, ' '..='?')).is_some() {}
    chars.next_if(|c| matches!(c, '@'..='~'));
}

/// Skips an OSC, DCS, SOS, PM or APC string to its terminator; an unclosed one ends at the line's end.
fn skip_string(chars: &mut Peekable<Chars<'_>>) {
    while let Some(c) = chars.next_if(|c| *c != '\n') {
        match c {
            '\u{7}' | '\u{9C}' | '\u{18}' | '\u{1A}' => return,
            '\u{1B}' => {
                if chars.next_if_eq(&'\\').is_none() {
                    skip_escape(chars);
                }
                return;
            }
            _ => {}
        }
    }
}

/// Characters that are never kept, wherever they stand.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}'
            | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' | '\u{AD}'
            | '\u{180E}' | '\u{34F}' | '\u{E0000}'..='\u{E007F}'
            | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Whether a joiner has something to join: two emoji, or two letters of a script that needs it.
fn joins(joiner: char, before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let emoji = joiner == ZWJ
        && (is_emoji(before) || matches!(before, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}'))
        && is_emoji(after);
    emoji || (needs_joiners(before) && needs_joiners(after))
}

/// Arabic and its kin, and the scripts of India and Sri Lanka.
fn needs_joiners(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{900}'..='\u{DFF}')
}

fn few_marks(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        let mut marks = 0;
        for c in grapheme.chars() {
            if c.width() == Some(0) && c != ZWJ {
                marks += 1;
                if marks > MARKS {
                    continue;
                }
            }
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
#[path = "clean_tests.rs"]
mod tests;
