//! Rooms, a brand and a one-line way to read a text with them.

use mingle::appraisal::{
    Appraisal, Ask, BrandSheet, Context, Deed, Fact, FalseClaim, Heard, Norms, Picture, appraise,
};

/// The four rooms in their test form; the shipped ones are data.
pub(crate) fn room(name: &str) -> Norms {
    let (formality, limit, length, hashtags, picture_needed, visual_weight, question_lift, selling_tolerance) =
        match name {
            "party" => (0.30, 280, (200, 280), (0, 2), false, 0.20, 1.2, 0.2),
            "networking" => (0.65, 3000, (400, 1300), (0, 3), false, 0.15, 0.95, 0.3),
            "albums" => (0.35, 2200, (200, 700), (0, 8), true, 0.80, 1.2, 0.25),
            _ => (0.35, 2000, (250, 700), (0, 1), false, 0.25, 1.5, 0.2),
        };
    Norms {
        room: name.to_owned(),
        formality,
        limit,
        length,
        hashtags,
        picture_needed,
        visual_weight,
        question_lift,
        selling_tolerance,
        at_home: vec!["neighbour".to_owned()],
        out_of_place: if name == "networking" {
            vec!["nappy".to_owned()]
        } else {
            vec!["webinar".to_owned()]
        },
    }
}

fn fact(text: &str) -> Fact {
    Fact { id: text.to_owned(), text: text.to_owned(), keys: Vec::new() }
}

/// A bakery with six facts and one thing it may be tempted to claim.
pub(crate) fn bakery() -> BrandSheet {
    BrandSheet {
        name: "Tansy Lane Bakery".to_owned(),
        about: "Two sisters' bakery".to_owned(),
        voice: "warm, dry".to_owned(),
        facts: vec![
            fact("Open Tuesday to Sunday from 7am."),
            fact("The sourdough starter is called Mabel and has been going since 2009."),
            fact("Nuts are used in the kitchen, so nothing is nut-free."),
            fact("Run by the sisters Orla and Bríd."),
            fact("A white loaf costs £3.50."),
            fact("The last bake comes out at 2pm."),
        ],
        false_claims: vec![FalseClaim {
            id: "rye".to_owned(),
            text: "The rye is baked here.".to_owned(),
            keys: vec!["rye baked here".to_owned(), "our rye".to_owned(), "bake rye".to_owned()],
            truth: "The rye comes from a bakery in Limerick.".to_owned(),
        }],
        own_words: vec!["Mabel".to_owned()],
        banned: vec!["artisanal".to_owned()],
    }
}

/// One reading: everything but the text has a plain default.
#[derive(Clone, Default)]
pub(crate) struct Setting {
    pub(crate) room: String,
    pub(crate) heard: Option<(Ask, String)>,
    pub(crate) answers: Vec<usize>,
    pub(crate) told: Vec<String>,
    pub(crate) picture: Option<Picture>,
    pub(crate) before: Vec<String>,
}

impl Setting {
    pub(crate) fn read(&self, text: &str) -> Appraisal {
        let norms = room(&self.room);
        let brand = bakery();
        let heard = self.heard.as_ref().map(|(kind, text)| Heard {
            from: "Anna".to_owned(),
            kind: Some(*kind),
            text: text.clone(),
            answers: self.answers.clone(),
            trouble: Vec::new(),
            told: self.told.clone(),
        });
        let before: Vec<(String, String)> =
            self.before.iter().map(|said| ("klatch".to_owned(), said.clone())).collect();
        let deed = if heard.is_some() { Deed::Reply } else { Deed::Post };
        let context = Context {
            norms: &norms,
            brand: &brand,
            deed,
            heard: heard.as_ref(),
            picture: self.picture.as_ref(),
            before: &before,
        };
        appraise(text, &context)
    }
}
