//! Escapers: a text made inert for Markdown, HTML and CSV.

/// A text for HTML, in an element or between quotes of an attribute.
pub(super) fn html(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// A text for Markdown in one line: nothing in it marks up, links or opens a tag.
pub(super) fn markdown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\n' => safe.push(' '),
            // A colon, an at sign and a dot between letters make links without brackets.
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '-' | '.' | '!'
            | '|' | '~' | ':' | '@' | '=' | '$' => {
                safe.push('\\');
                safe.push(letter);
            }
            other => safe.push(other),
        }
    }
    safe
}

/// A field of CSV: quoted where RFC 4180 wants it, and with an apostrophe before what a spreadsheet would take for a formula.
pub(super) fn csv(text: &str) -> String {
    let formula = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '|', '%', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
        || text.starts_with(['\t', '\r', '\n']);
    let number = text.parse::<f64>().is_ok_and(f64::is_finite);
    let guarded = if formula && !number { format!("'{text}") } else { text.to_owned() };
    if guarded.contains([',', ';', '"', '\n', '\r', '\t']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_escaper_makes_its_own_signs_inert() {
        for (text, wanted) in [
            ("=1+1", "'=1+1"),
            ("-3.5", "-3.5"),
            ("-3 people", "'-3 people"),
            (" @SUM(A1)", "' @SUM(A1)"),
            ("a,b", "\"a,b\""),
            ("+1,\"x\"", "\"'+1,\"\"x\"\"\""),
            ("plain", "plain"),
        ] {
            assert_eq!(super::csv(text), wanted);
        }
        assert_eq!(super::html("<b a='\"&'>"), "&lt;b a=&#39;&quot;&amp;&#39;&gt;");
        assert_eq!(super::markdown("[a](http://b.c)\n# <i>"), "\\[a\\]\\(http\\://b\\.c\\) \\# &lt;i&gt;");
    }
}
