//! The border: text from a file made safe before anything else sees it.

/// The text without control characters, escapes and direction overrides; line ends stay, tabs become spaces.
pub(super) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter_map(keep).collect()
}

fn keep(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{061C}'
        | '\u{00AD}'
        | '\u{E0000}'..='\u{E007F}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn escapes_do_not_pass() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}\tc\r\nd\u{9b}"), "a[31mb c\nd");
    }
}
