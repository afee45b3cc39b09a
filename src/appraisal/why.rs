//! Why something in a text counts: one plain sentence, put together when somebody asks for it.

use std::borrow::Cow;
use std::ops::Range;

/// A sentence, or what is needed to make it once the text is at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The whole sentence.
    Says(Cow<'static, str>),
    /// What follows the words it is about, in quotes.
    Quotes(&'static str),
    /// What follows "It".
    It(&'static str),
}

impl Why {
    /// The sentence, about the words at a byte range of a text.
    pub fn sentence(&self, text: &str, span: &Range<usize>) -> String {
        match self {
            Self::Says(sentence) => sentence.to_string(),
            Self::Quotes(rest) => format!("{} {rest}", quote(text, span)),
            Self::It(rest) => format!("It {rest}"),
        }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Says(sentence) => sentence.is_empty(),
            Self::Quotes(rest) | Self::It(rest) => rest.is_empty(),
        }
    }
}

impl From<String> for Why {
    fn from(sentence: String) -> Self {
        Self::Says(Cow::Owned(sentence))
    }
}

impl From<&'static str> for Why {
    fn from(sentence: &'static str) -> Self {
        Self::Says(Cow::Borrowed(sentence))
    }
}

/// The words at a byte range, shortened, in single quotes.
pub(super) fn quote(text: &str, span: &Range<usize>) -> String {
    let raw = text.get(span.clone()).unwrap_or_default();
    let words: Vec<&str> = raw.split_whitespace().collect();
    let joined = words.join(" ");
    if joined.chars().count() <= 48 {
        return format!("'{joined}'");
    }
    let short: String = joined.chars().take(45).collect();
    format!("'{}…'", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_quote_their_words() {
        let text = "Order  now, and hurry up about it, or there will be nothing left for you at all.";
        for (why, span, wanted) in [
            (Why::from("It is short."), 0..0, "It is short."),
            (Why::It("is short."), 0..0, "It is short."),
            (Why::Quotes("pushes."), 0..10, "'Order now' pushes."),
            (
                Why::Quotes("is long."),
                0..text.len(),
                "'Order now, and hurry up about it, or there wi…' is long.",
            ),
            (Why::Quotes("is not there."), 900..901, "'' is not there."),
        ] {
            assert_eq!(why.sentence(text, &span), wanted);
        }
    }
}
