//! Reasons in plain sentences: which words, which waiting, which event, and the rule.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::appraisal::Dimension;
use crate::appraisal::welcome::told;
use crate::game::Sitting;
use crate::sim::MessageId;
use crate::sim::clock::span;
use crate::sim::event::{Change, What};
use crate::sim::message::Author;
use crate::sim::reason::{Because, Law, Reason};

/// A change in one sentence: `trust up, .45 to .49: "Order now" pushes; people here came to talk.`
pub fn sentence(sitting: &Sitting, change: &Change) -> String {
    let way = if change.to > change.from { "up" } else { "down" };
    let moved = format!("{} {way}, {:.2} to {:.2}", change.dial.word(), change.from, change.to);
    format!("{moved}: {}", reason(sitting, &change.reason, change.to > change.from))
}

/// A reason in one sentence.
pub fn reason(sitting: &Sitting, reason: &Reason, up: bool) -> String {
    let rule = rule(reason.law, up);
    match reason.because {
        Because::Words(message, dimension) => {
            words(sitting, message, dimension, up).unwrap_or_else(|| missing(sitting, message, rule, up))
        }
        Because::Message(message) => format!("{rule} ({})", quote(sitting, message)),
        Because::Waiting(message, minutes) => {
            format!("{rule}: {} after {}", span(minutes), quote(sitting, message))
        }
        Because::Told(person) => {
            format!("{} {rule}", sitting.world().setup.person(person).name)
        }
        Because::Event(_) | Because::Happened => rule.to_string(),
    }
}

/// The rule, where what counted is missing from the words, with what else in them bears it out.
fn missing(sitting: &Sitting, message: MessageId, rule: &str, up: bool) -> String {
    let told = sitting
        .world()
        .message(message)
        .said()
        .map(|said| told(&said.text, &said.appraisal, 1))
        .unwrap_or_default();
    match told.into_iter().find(|one| one.good == up && !one.span.is_empty()) {
        Some(one) => format!("{rule}; {}", one.why),
        None => rule.to_string(),
    }
}

/// Why a post found no echo: who read it, and what weighed most against it.
pub fn flat(sitting: &Sitting, message: MessageId) -> String {
    let world = sitting.world();
    let room = &world.setup.room(world.message(message).room).title;
    let mut weights: BTreeMap<Dimension, f64> = BTreeMap::new();
    let mut readers = 0;
    for event in &world.chronicle {
        if let What::Read { message: read, reading, .. } = &event.what
            && *read == message
        {
            readers += 1;
            for (dimension, weight) in reading.parts {
                *weights.entry(dimension).or_default() += weight;
            }
        }
    }
    let worst = weights.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, weight)| *weight < 0.0);
    let why = worst.and_then(|(dimension, _)| words(sitting, message, dimension, false));
    let who = match readers {
        0 => return format!("Your words fell flat ({room}): nobody came across them."),
        1 => "one person".to_string(),
        many => format!("{many} people"),
    };
    let why = why.unwrap_or_else(|| "They read well enough; nobody had a word to add this time.".to_string());
    format!("Your words fell flat ({room}): {who} read them and said nothing. {why}")
}

/// The heaviest cue of a dimension that points the right way, as the reader's own sentence; what is missing from a text
/// has no cue, and the rule itself has to say it.
fn words(sitting: &Sitting, message: MessageId, dimension: Dimension, up: bool) -> Option<String> {
    let said = sitting.world().message(message).said()?;
    let cues = said.appraisal.cues_of(dimension);
    // On these a high score is bad, so the cue that explains a fall adds to the score.
    let inverse = dimension.speaks() == Some(false);
    let cue = cues.iter().find(|cue| cue.weight.abs() > 0.0 && (cue.weight > 0.0) == (up != inverse))?;
    Some(cue.sentence(&said.text))
}

/// The message of the brand that moved a dial, and the places in its words that did it; none where what counted is missing
/// from the words.
pub fn struck(sitting: &Sitting, change: &Change) -> Option<(MessageId, Vec<Range<usize>>)> {
    let up = change.to > change.from;
    let (message, dimension) = match change.reason.because {
        Because::Words(message, dimension) => (message, Some(dimension)),
        Because::Message(message) => (message, None),
        Because::Waiting(..) | Because::Told(_) | Because::Event(_) | Because::Happened => return None,
    };
    let said = sitting.world().message(message).said()?;
    let inverse = dimension.is_some_and(|dimension| dimension.speaks() == Some(false));
    let cues = dimension.map(|dimension| said.appraisal.cues_of(dimension));
    let cues =
        cues.iter().flatten().filter(|cue| cue.weight.abs() > 0.0 && (cue.weight > 0.0) == (up != inverse));
    // A cue over the whole text points at nothing in particular.
    let whole = said.text.trim().len();
    let places = cues.map(|cue| cue.span.clone()).filter(|span| !span.is_empty() && span.len() < whole);
    let mut places: Vec<Range<usize>> = places.collect();
    if places.is_empty() {
        let told = told(&said.text, &said.appraisal, 3).into_iter();
        places.extend(told.filter(|one| one.good == up && !one.span.is_empty()).map(|one| one.span));
    }
    Some((message, places))
}

fn quote(sitting: &Sitting, message: MessageId) -> String {
    let whose = match sitting.world().message(message).author {
        Author::Brand => "your",
        Author::Person(_) => "their",
    };
    format!("{whose} \"{}\"", excerpt(sitting.text(message), 48))
}

/// The beginning of a text in one line, at most so many characters, cut between words.
pub fn excerpt(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// The rule behind a law, as a clause.
const fn rule(law: Law, up: bool) -> &'static str {
    match (law, up) {
        (Law::Authentic, true) => "it read as true to you",
        (Law::Authentic, false) => "it did not ring true",
        (Law::Value, true) => "there was something in it for them",
        (Law::Value, false) => "there was nothing in it for them",
        (Law::Acquaintance, _) => "each word makes you better known",
        (Law::Information, _) => "it told them what is to be had",
        (Law::Fatigue, _) => "each message tires a little",
        (Law::Selling, _) => "being sold to is tiring",
        (Law::Answer, true) => "a good answer, worth more the sooner it comes",
        (Law::Answer, false) => "that was no answer to what they said",
        (Law::Silence, _) => "silence counted as an answer",
        (Law::Watching, true) => "others saw somebody treated well",
        (Law::Watching, false) => "others saw somebody treated poorly",
        (Law::Overlooked, _) => "somebody else was answered while they still wait",
        (Law::Guest, true) => "a welcome guest in their talk",
        (Law::Guest, false) => "an unwelcome guest in their talk",
        (Law::Outside, true) => "taken outside at the right moment",
        (Law::Outside, false) => "taken outside before a word in the room: that looks evasive",
        (Law::Clogging, _) => "the room has heard enough of this thread",
        (Law::Promise, true) => "a promise kept",
        (Law::Promise, false) => "a promise broken",
        (Law::FoundOut, _) => "they found out that it was not true",
        (Law::Owning, _) => "you set it right in the open",
        (Law::TakenBack, _) => "taking words back is remembered",
        (Law::Courtesy, true) => "good manners towards somebody who walked up",
        (Law::Courtesy, false) => "poor manners towards somebody who walked up",
        (Law::Listening, _) => "you asked who they are first",
        (Law::Nod, _) => "a nod",
        (Law::WordOfMouth, true) => "spoke well of you",
        (Law::WordOfMouth, false) => "warned them of you",
        (Law::Overhearing, _) => "they heard somebody complain of you",
        (Law::Introduction, _) => "introduced you to them",
        (Law::Failure, _) => "something went wrong for them",
        (Law::Delivery, true) => "what they bought was good for them",
        (Law::Delivery, false) => "what they bought was not what they needed",
        (Law::Tactless, _) => "selling into sad news",
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn excerpts_are_cut_between_words() {
        for (text, wanted) in [
            ("Short.", "Short."),
            ("We handle almonds,\nand walnuts", "We handle almonds…"),
            ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahr…"),
            ("", ""),
        ] {
            assert_eq!(super::excerpt(text, 20), wanted);
        }
    }
}
