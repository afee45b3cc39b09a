//! What the picture gives the eye, by its tags.

use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::{Deed, Dimension, Picture, Why};

/// A face draws this much more looking and liking (Bakhshi et al. 2014: 38 % more likes on Instagram).
const FACE: f64 = 0.35;

/// Days within which the same picture counts half.
const FRESH: u32 = 30;

/// What the liveliest and the dullest picture gains and loses by its looks (hosts' ranks leave the size open; half a face).
const LOOKS: f64 = 0.15;
/// A pull below this in either direction is not worth a word.
const PLAIN: i32 = 100;

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let mut note = |rule, weight, why: Why| notes.add(Dimension::Visual, rule, weight, 0..0, why);
    let Some(picture) = reader.context.picture else {
        if reader.context.norms.picture_needed && reader.context.deed == Deed::Post {
            note("no-picture", 0.0, "There is no picture, and people come here to look at pictures.".into());
        }
        return;
    };
    let (tag, worth) = worth(picture);
    note("picture", worth, format!("The picture ({tag}) gives the eye something.").into());
    let mut total = worth;
    if has(picture, "face") {
        total += worth * FACE;
        note("face", worth * FACE, "There is a face in it, and people look at faces first.".into());
    }
    if let Some(look) = picture.look.filter(|look| look.pull().abs() >= PLAIN) {
        let weight = LOOKS * f64::from(look.pull()) / 1000.0;
        let rule = if weight < 0.0 { "dull-look" } else { "lively-look" };
        total += weight;
        note(rule, weight, format!("The picture looks {}.", look.words()).into());
    }
    for (tag, why) in [
        ("stock", "It is a stock picture; people have seen it elsewhere."),
        ("text only", "It is only words in a frame; people scroll past it."),
    ] {
        if has(picture, tag) && total > 0.15 {
            note("little-to-see", 0.15 - total, why.into());
            total = 0.15;
        }
    }
    if let Some(days) = picture.days_since_shown.filter(|&days| days <= FRESH) {
        let when = if days == 1 { "a day".to_owned() } else { format!("{days} days") };
        note(
            "shown-before",
            -total / 2.0,
            format!("The same picture was shown {when} ago, so it counts half.").into(),
        );
    }
}

fn has(picture: &Picture, wanted: &str) -> bool {
    let plain = |tag: &str| tag.to_lowercase().replace(['-', '_'], " ");
    picture.tags.iter().any(|tag| {
        let tag = plain(tag);
        tag == wanted || tag.split(' ').any(|part| part == wanted)
    })
}

/// The best of its tags and what that is worth, 0..1.
fn worth(picture: &Picture) -> (&'static str, f64) {
    for (tag, worth) in
        [("face", 0.65), ("people", 0.6), ("behind the scenes", 0.6), ("place", 0.5), ("product", 0.4)]
    {
        if has(picture, tag) {
            return (tag, worth);
        }
    }
    if has(picture, "text only") {
        ("text only", 0.15)
    } else if has(picture, "stock") {
        ("stock", 0.15)
    } else {
        ("untagged", 0.4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::{Context, Look, appraise, sample};

    #[track_caller]
    fn check(tags: &[&str], shown: Option<u32>, look: Option<Look>, low: f64, high: f64) {
        let (room, brand) = (sample::albums(), sample::bakery());
        let tags = tags.iter().map(|&tag| tag.to_owned()).collect();
        let picture = Picture { tags, description: String::new(), days_since_shown: shown, look };
        let read = appraise("The oven.", &Context { picture: Some(&picture), ..sample::post(&room, &brand) });
        sample::check("", &read, Dimension::Visual, low, high);
    }

    #[test]
    fn tags_make_the_picture() {
        check(&["face"], None, None, 0.85, 0.9);
        check(&["product"], None, None, 0.4, 0.4);
        check(&["place"], Some(10), None, 0.25, 0.25);
        check(&["place"], Some(60), None, 0.5, 0.5);
        check(&["stock", "people"], None, None, 0.1, 0.16);
        check(&["text only"], None, None, 0.15, 0.15);
        check(&[], None, None, 0.4, 0.4);
    }

    #[test]
    fn looks_make_it_better_or_worse() {
        let lively = Look { colour: 700, contrast: 500, sharpness: 450, clutter: 200, brightness: 500 };
        let dull = Look { colour: 50, contrast: 80, sharpness: 50, clutter: 10, brightness: 700 };
        check(&["place"], None, Some(lively), 0.6, 0.66);
        check(&["place"], None, Some(dull), 0.34, 0.4);
        check(&["text only"], None, Some(lively), 0.15, 0.15);
    }
}
