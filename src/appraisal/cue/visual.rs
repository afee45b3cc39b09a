//! What the picture gives the eye, from its tags and how the caption belongs to it.

use crate::appraisal::ledger::Ledger;
use crate::appraisal::scene::Scene;
use crate::appraisal::text::Text;
use crate::appraisal::{Dimension, Picture};

const THIS: Dimension = Dimension::Visual;
/// A face draws the eye by so much more.
const FACE: f64 = 0.35;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    match scene.context.picture {
        Some(picture) => shown(scene, picture, ledger),
        None if !scene.context.norms.picture_needed => {
            ledger.add(THIS, "no-picture-needed", 0.3, 0..0, "Nobody here expects a picture.");
        }
        None => {}
    }
}

fn shown(scene: &Scene<'_>, picture: &Picture, ledger: &mut Ledger) {
    let tags: Vec<String> = picture.tags.iter().map(|tag| tag.to_lowercase().replace('-', " ")).collect();
    let has = |tag: &str| tags.iter().any(|own| own == tag);
    if has("text only") || has("stock") {
        ledger.add(THIS, "empty-picture", 0.15, 0..0, "A picture of words, or one that could be anybody's.");
    } else {
        ledger.add(THIS, "picture", 0.35, 0..0, "There is a picture to look at.");
        for (tag, weight, why) in [
            ("people", 0.15, "There are people in the picture."),
            ("behind the scenes", 0.15, "It shows what one does not usually see."),
            ("place", 0.1, "It shows a place."),
            ("product", 0.05, "It shows the thing itself."),
        ] {
            if has(tag) {
                ledger.add(THIS, "picture-tag", weight, 0..0, why);
            }
        }
        belongs(scene, picture, ledger);
    }
    if has("face") {
        let weight = FACE * ledger.sum(THIS);
        ledger.add(THIS, "face", weight, 0..0, "A face draws the eye.");
    }
    if let Some(days) = picture.days_since_shown.filter(|days| *days < 30) {
        let weight = -0.5 * ledger.sum(THIS);
        ledger.add(
            THIS,
            "shown-before",
            weight,
            0..0,
            format!("The same picture was shown {days} days ago."),
        );
    }
}

fn belongs(scene: &Scene<'_>, picture: &Picture, ledger: &mut Ledger) {
    let seen = format!("{} {}", picture.description, picture.tags.join(" "));
    let seen = Text::read(&seen);
    let bag = seen.bag();
    let shared =
        (0..scene.text.tokens().len()).find(|at| scene.text.is_content(*at) && bag.has(scene.text.stem(*at)));
    match shared {
        Some(at) => {
            let span = scene.text.span(at, at);
            let why = format!("The caption speaks of what one sees: '{}'.", &scene.text.raw[span.clone()]);
            ledger.add(THIS, "caption-belongs", 0.15, span, why);
        }
        None => {
            ledger.add(THIS, "caption-apart", -0.1, 0..0, "The caption has nothing of the picture in it.");
        }
    }
}
