//! How far a "not" reaches: to the end of its clause, and no more than six words.

use super::lexicon::list;
use super::token::{Kind, Token};

/// Words that a denial reaches.
const REACH: usize = 6;

/// Marks the tokens that a word before them denies.
pub(super) fn mark(tokens: &mut [Token]) {
    let mut left = 0_usize;
    let mut sentence = usize::MAX;
    for token in tokens {
        let stops = match token.kind {
            Kind::Mark(mark) => {
                matches!(mark, ',' | ';' | ':' | '.' | '!' | '?' | '—' | '–' | '(' | ')' | '…')
            }
            Kind::Word => matches!(token.word.as_str(), "but" | "however" | "though" | "because" | "so"),
            Kind::Number
            | Kind::Time
            | Kind::Price
            | Kind::Hashtag
            | Kind::Mention
            | Kind::Link
            | Kind::Emoji => false,
        };
        if token.sentence != sentence || stops {
            left = 0;
            sentence = token.sentence;
        }
        token.negated = left > 0;
        left = left.saturating_sub(usize::from(token.is_wordlike()));
        if token.kind == Kind::Word && list::NEGATOR.holds(token) {
            left = REACH;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::appraisal::token::Page;

    #[track_caller]
    fn check(text: &str, word: &str, negated: bool) {
        let page = Page::new(text);
        let token = page.tokens.iter().find(|token| token.word == word).expect("the word is there");
        assert_eq!(token.negated, negated, "{text}");
    }

    #[test]
    fn a_denial_ends_with_its_clause() {
        check("It isn't gluten free.", "gluten", true);
        check("No, gluten free it is.", "gluten", false);
        check("Not now but gluten free", "gluten", false);
        check("Never. Gluten free.", "gluten", false);
        check("We don't sell gluten free bread", "free", true);
        check("Gluten free", "gluten", false);
    }
}
