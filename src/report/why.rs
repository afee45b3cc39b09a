//! Reasons in plain sentences: which words, which waiting, which event, and the rule.

use crate::appraisal::Dimension;
use crate::game::Sitting;
use crate::sim::MessageId;
use crate::sim::clock::span;
use crate::sim::event::Change;
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
            words(sitting, message, dimension, up).unwrap_or_else(|| rule.to_string())
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

/// The heaviest cue of a dimension that points the right way, as the reader's own sentence.
fn words(sitting: &Sitting, message: MessageId, dimension: Dimension, up: bool) -> Option<String> {
    let said = sitting.world().message(message).said()?;
    let cues = said.appraisal.cues_of(dimension);
    // On these a high score is bad, so the cue that explains a fall adds to the score.
    let inverse = matches!(dimension, Dimension::Promo | Dimension::Press | Dimension::Bait | Dimension::Canned);
    let cue = cues.iter().find(|cue| (cue.weight > 0.0) == (up != inverse)).or_else(|| cues.first())?;
    Some(cue.why.clone())
}

fn quote(sitting: &Sitting, message: MessageId) -> String {
    let whose = match sitting.world().message(message).author {
        Author::Brand => "your",
        Author::Person(_) => "their",
    };
    let text: String = sitting.text(message).chars().take(48).collect();
    format!("{whose} \"{}…\"", text.trim_end())
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
        (Law::Fatigue, _) => "each message tires a little, selling more",
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
        (Law::Failure, _) => "something went wrong for them",
        (Law::Delivery, true) => "what they bought was good for them",
        (Law::Delivery, false) => "what they bought was not what they needed",
        (Law::Tactless, _) => "selling into sad news",
    }
}
