//! Self-promotion: offer words, prices nobody asked for, shop links, and talk of oneself.

use crate::appraisal::ask::{Wanted, wanted};
use crate::appraisal::lexicon::list;
use crate::appraisal::reader::{Notes, Reader, Saturating};
use crate::appraisal::token::Kind;
use crate::appraisal::{Deed, Dimension, Why};

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    offers(reader, notes);
    oneself(reader, notes);
}

fn offers(reader: &Reader<'_>, notes: &mut Notes) {
    let mut sum = Saturating::new(0.7, 2.0);
    let asked: Vec<&str> = reader.heard_topic().map(|token| token.stem.as_str()).collect();
    let asked_price = reader.context.heard.is_some() && wanted(&reader.heard) == Wanted::Price;
    for hit in reader.hits(&list::OFFER) {
        let tokens = &reader.page.tokens[hit.clone()];
        // Words the other person brought up are an answer, and a denied offer is none.
        if tokens[0].negated
            || reader.is_told(&hit)
            || tokens.iter().any(|token| asked.contains(&token.stem.as_str()))
        {
            continue;
        }
        let why = Why::Quotes("is shop talk; people here came to talk, not to buy.");
        notes.add(Dimension::Promo, "offer-word", sum.next(1.0), reader.page.span(&hit), why);
    }
    for token in &reader.page.tokens {
        match token.kind {
            Kind::Price if asked_price => {
                let why =
                    Why::Quotes("is a price, but they asked for it, so it is an answer and not a pitch.");
                notes.add(Dimension::Promo, "price-asked", 0.0, token.span.clone(), why);
            }
            Kind::Price => {
                let why = Why::Quotes("is a price nobody asked for.");
                notes.add(Dimension::Promo, "price-unasked", sum.next(1.0), token.span.clone(), why);
            }
            Kind::Link
                if ["shop", "store", "buy", "order", "cart"].iter().any(|part| token.word.contains(part)) =>
            {
                let why = Why::Quotes("leads to a shop.");
                notes.add(Dimension::Promo, "shop-link", sum.next(1.5), token.span.clone(), why);
            }
            Kind::Word
            | Kind::Number
            | Kind::Time
            | Kind::Hashtag
            | Kind::Mention
            | Kind::Link
            | Kind::Emoji
            | Kind::Mark(_) => {}
        }
    }
}

/// The share of "we", "our" and the brand's name among all the people a text speaks of.
fn oneself(reader: &Reader<'_>, notes: &mut Notes) {
    let brand = reader.context.brand.known();
    let mut own = Vec::new();
    let mut all = 0_usize;
    for token in reader.page.words() {
        let start = token.bare();
        let of_brand = matches!(start, "we" | "our" | "ours" | "us") || brand.name.contains(&token.key);
        let of_others = matches!(
            start,
            "i" | "me"
                | "my"
                | "you"
                | "your"
                | "he"
                | "she"
                | "they"
                | "them"
                | "him"
                | "her"
                | "his"
                | "their"
                | "who"
                | "anyone"
                | "somebody"
                | "neighbour"
                | "neighbours"
                | "people"
                | "everyone"
        );
        if of_brand {
            own.push(token.span.clone());
        }
        all += usize::from(of_brand || of_others);
    }
    if own.len() < 2 {
        return;
    }
    let scale = if reader.context.deed == Deed::Post { 0.3 } else { 0.1 };
    let share = own.len() as f64 / all as f64;
    let first = own[0].clone();
    let why = format!(
        "{} of the {all} people spoken of here are yourselves ({}…).",
        own.len(),
        reader.quote_span(&first)
    );
    notes.add(Dimension::Promo, "talk-of-oneself", scale * share, first, why);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::{Ask, sample};

    #[track_caller]
    fn check(text: &str, low: f64, high: f64) {
        sample::check(text, &sample::read_post(text), Dimension::Promo, low, high);
    }

    #[test]
    fn selling_is_seen() {
        check("Order now! Our sale is on: £3 off, shop at https://mabel.shop", 0.5, 1.0);
        check("The oven broke this morning and I sat on the flour sacks and laughed.", 0.0, 0.0);
        check("We bake. We knead. We care about our bread.", 0.2, 0.35);
        check("Buy buy buy buy buy buy", 0.4, 0.7);
        check("It is not for sale.", 0.0, 0.0);
        check("Buy our bread now! Best in town, 20% off!", 0.33, 0.6);
        check("20 % off", 0.2, 0.4);
    }

    #[test]
    fn a_price_that_was_asked_for_sells_nothing() {
        let asked = sample::heard(Ask::Question, "How much is the rye?", &[1], "");
        let text = "The rye costs £4.";
        sample::check(text, &sample::read_reply(text, &asked), Dimension::Promo, 0.0, 0.0);
        check(text, 0.2, 0.4);
    }
}
