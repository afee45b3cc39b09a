//! Text from outside made safe to keep and to show: no escapes, control characters or direction overrides.

use std::fmt;

use unicode_segmentation::UnicodeSegmentation;

/// Text that has passed the border.
#[derive(Clone, Debug, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Clean(String);

/// Most combining marks kept on one grapheme.
const MOST_MARKS: usize = 4;

impl Clean {
    /// Text of one or more lines: keeps `\n`, makes `\r\n` and `\r` into it, and tabs into four spaces.
    pub fn text(raw: &str) -> Self {
        Self(settle(raw))
    }

    /// Text of a single line: line breaks become spaces, and the ends are trimmed.
    pub fn line(raw: &str) -> Self {
        let text = settle(raw).replace('\n', " ");
        // Joining lines can put marks and joiners side by side that a break kept apart.
        Self(settle(text.trim()).trim().to_owned())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, given away.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Cleans until nothing changes: dropping one mark can bring two others together.
fn settle(raw: &str) -> String {
    if raw.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return raw.to_owned();
    }
    let mut text = pass(raw);
    loop {
        let next = pass(&text);
        // Every pass after the first only ever shortens, so this ends.
        if next.len() >= text.len() {
            return text;
        }
        text = next;
    }
}

fn pass(raw: &str) -> String {
    let plain = without_controls(raw);
    let mut out = String::with_capacity(plain.len());
    for grapheme in plain.graphemes(true) {
        push_grapheme(&mut out, grapheme);
    }
    out
}

/// One grapheme, with joiners only between emoji and no more than a few combining marks.
fn push_grapheme(out: &mut String, grapheme: &str) {
    let chars: Vec<char> = grapheme.chars().collect();
    let mut marks = 0;
    for (index, &c) in chars.iter().enumerate() {
        if c == '\u{200D}' {
            let before = index > 0 && joins(chars[index - 1]);
            let after = chars.get(index + 1).is_some_and(|&next| is_emoji(next));
            if before && after {
                out.push(c);
            }
            continue;
        }
        if is_mark(c) {
            marks += 1;
            if marks > MOST_MARKS {
                continue;
            }
        }
        out.push(c);
    }
}

/// Whether a joiner may follow: an emoji, its presentation sign or its skin tone.
fn joins(c: char) -> bool {
    is_emoji(c) || c == '\u{FE0F}'
}

/// Drops escape sequences and characters that steer or hide; turns line ends and tabs into plain ones.
fn without_controls(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => out.push('\n'),
            '\t' => out.push_str("    "),
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\u{1B}' => skip_escape(&mut chars),
            '\u{9B}' => skip_csi(&mut chars),
            '\u{90}' | '\u{98}' | '\u{9D}' | '\u{9E}' | '\u{9F}' => skip_string(&mut chars),
            '\u{2028}' | '\u{2029}' => out.push(' '),
            _ if is_banned(c) => {}
            _ => out.push(c),
        }
    }
    out
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

fn skip_escape(chars: &mut Chars<'_>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_csi(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            chars.next();
            skip_string(chars);
        }
        Some('\u{20}'..='\u{2F}') => {
            while chars.next_if(|c| ('\u{20}'..='\u{2F}').contains(c)).is_some() {}
            let _ = chars.next_if(|c| ('\u{30}'..='\u{7E}').contains(c));
        }
        Some('\u{30}'..='\u{7E}') => {
            chars.next();
        }
        _ => {}
    }
}

fn skip_csi(chars: &mut Chars<'_>) {
    while chars.next_if(|c| ('\u{20}'..='\u{3F}').contains(c)).is_some() {}
    let _ = chars.next_if(|c| ('\u{40}'..='\u{7E}').contains(c));
}

/// A control string runs to BEL, ST or `ESC \`; an unended one is cut at the line's end, so that it cannot
/// swallow the rest of a text.
fn skip_string(chars: &mut Chars<'_>) {
    while let Some(&c) = chars.peek() {
        match c {
            '\n' | '\r' => return,
            '\u{7}' | '\u{9C}' => {
                chars.next();
                return;
            }
            '\u{1B}' => {
                chars.next();
                let _ = chars.next_if_eq(&'\\');
                return;
            }
            _ => {
                chars.next();
            }
        }
    }
}

/// Characters that never pass: controls, direction marks, invisible ones, fillers, tags and noncharacters.
fn is_banned(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || matches!(code,
            0x061C | 0x200B | 0x200C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF | 0x00AD
            | 0x180E | 0x034F | 0x115F | 0x1160 | 0x3164 | 0xFFA0 | 0xFFF9..=0xFFFB | 0xE0000..=0xE007F
            | 0xFDD0..=0xFDEF)
        || code & 0xFFFE == 0xFFFE
}

/// Marks that stack on a letter.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x0610..=0x061A | 0x064B..=0x065F | 0x06D6..=0x06DC
        | 0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0x3099 | 0x309A)
}

/// Whether a character is a picture rather than a letter.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(u32::from(c),
        0x203C | 0x2049 | 0x2122 | 0x2190..=0x21FF | 0x2300..=0x23FF | 0x2600..=0x27BF | 0x2B00..=0x2BFF
        | 0x1F000..=0x1FAFF)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(Clean::text(raw).as_str(), expected, "{raw:?}");
    }

    /// What goes in, and what must be left of it.
    const PAYLOADS: &[(&str, &str)] = &[
        ("plain words", "plain words"),
        ("two\nlines", "two\nlines"),
        ("two\r\nlines", "two\nlines"),
        ("two\rlines", "two\nlines"),
        ("a\tb", "a    b"),
        ("\u{1b}[31mred\u{1b}[0m", "red"),
        ("\u{1b}[2J\u{1b}[Hgone", "gone"),
        ("\u{1b}]0;title\u{7}after", "after"),
        ("\u{1b}]0;title\u{1b}\\after", "after"),
        ("\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link"),
        ("\u{1b}]52;c;aGk=\u{7}clip", "clip"),
        ("\u{1b}Pq#0\u{1b}\\six", "six"),
        ("\u{1b}_Gf=1;AAAA\u{1b}\\apc", "apc"),
        ("\u{1b}^pm\u{1b}\\x", "x"),
        ("\u{1b}Xsos\u{1b}\\x", "x"),
        ("\u{9b}31mred", "red"),
        ("\u{9d}0;t\u{9c}x", "x"),
        ("\u{90}q\u{9c}x", "x"),
        ("\u{1b}c reset", " reset"),
        ("\u{1b}(0x", "x"),
        ("bell\u{7} nul\u{0} del\u{7f}", "bell nul del"),
        ("c1\u{85}\u{84}", "c1"),
        ("sep\u{2028}line\u{2029}end", "sep line end"),
        ("\u{202e}evil\u{202c}", "evil"),
        ("\u{2066}iso\u{2069}\u{200e}\u{200f}\u{61c}", "iso"),
        ("ze\u{200b}ro\u{feff}\u{ad}\u{180e}\u{2060}", "zero"),
        ("tag\u{e0041}\u{e007f}", "tag"),
        ("fill\u{115f}\u{1160}\u{3164}\u{ffa0}\u{34f}", "fill"),
        ("non\u{fffe}\u{ffff}\u{fdd0}\u{1fffe}", "non"),
        ("e\u{301}", "e\u{301}"),
        ("z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "z\u{300}\u{301}\u{302}\u{303}"),
        ("👩\u{200d}👧", "👩\u{200d}👧"),
        ("a\u{200d}b", "ab"),
        ("❤\u{fe0f}", "❤\u{fe0f}"),
        ("open \u{1b}]0;never ended\nnext", "open \nnext"),
        ("over\rwritten", "over\nwritten"),
        ("\u{1b}[?1049h", ""),
        ("\u{1b}[38;2;1;2;3mx", "x"),
        ("\u{1b}[38:5:1mx", "x"),
        ("\u{1b}[1 qx", "x"),
        ("\u{1b}[", ""),
        ("\u{1b}\u{1b}[31mx", "x"),
        ("\u{1b}(0lqk", "lqk"),
        ("\u{1b}#8", ""),
        ("\u{1b}7\u{1b}8", ""),
        ("\u{1b}]0;title\u{9c}x", "x"),
        ("\u{1b}]0;never closed", ""),
        ("\u{1b}]1337;File=:AA\u{7}x", "x"),
        ("\u{1b}P1$r0m\u{1b}\\x", "x"),
        ("\u{9f}apc\u{9c}x", "x"),
        ("\u{9e}pm\u{9c}x", "x"),
        ("\u{98}sos\u{9c}x", "x"),
        ("a\u{8}b", "ab"),
        ("a\u{b}b\u{c}c", "abc"),
        ("a\u{e}b\u{f}", "ab"),
        ("\u{202a}a\u{202b}b\u{202d}c", "abc"),
        ("a\u{2061}b\u{2062}c\u{2063}d\u{2064}", "abcd"),
        ("soft\u{ad}hyphen", "softhyphen"),
        ("hi\u{e0041}\u{e0042}\u{e007f}", "hi"),
        ("a\u{1fffe}\u{10ffff}b", "ab"),
        ("👩\u{200d}💻", "👩\u{200d}💻"),
        ("👩🏽\u{200d}🚀", "👩🏽\u{200d}🚀"),
        ("👩\u{200d}", "👩"),
        ("👩\u{200d}\u{200d}💻", "👩💻"),
        ("👩\u{200d}x", "👩x"),
        ("🇮🇪", "🇮🇪"),
        ("Bríd — “naïve” café", "Bríd — “naïve” café"),
        ("日本語 русский עברית", "日本語 русский עברית"),
        ("\u{1b}", ""),
        ("", ""),
    ];

    #[test]
    fn payloads_are_taken_out_whole() {
        assert!(PAYLOADS.len() >= 60);
        for (raw, expected) in PAYLOADS {
            check(raw, expected);
        }
    }

    #[test]
    fn a_line_has_no_breaks() {
        assert_eq!(Clean::line(" a\r\nb\n").as_str(), "a b");
        assert_eq!(Clean::line("x").to_string(), Clean::line("x").into_string());
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(raw in "(\\PC|[\\x00-\\x1f\\x7f-\\x9f\u{200d}\u{300}\u{301}👩]){0,60}") {
            let once = Clean::text(&raw);
            prop_assert_eq!(&Clean::text(once.as_str()), &once);
            prop_assert!(!once.as_str().chars().any(|c| c != '\n' && is_banned(c)));
            let line = Clean::line(&raw);
            prop_assert_eq!(&Clean::line(line.as_str()), &line);
            prop_assert!(!line.as_str().contains('\n'));
        }
    }
}
