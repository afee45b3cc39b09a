//! An invitation to talk: one genuine question that a reader can answer.

use crate::appraisal::Dimension;
use crate::appraisal::ledger::Ledger;
use crate::appraisal::lexicon::List;
use crate::appraisal::scene::Scene;
use crate::appraisal::text::Text;
use crate::appraisal::token::{Kind, Sentence};

const OPENERS: [&str; 45] = [
    "what", "what's", "which", "who", "who's", "where", "where's", "when", "why", "how", "how's", "is",
    "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "would", "will",
    "should", "shall", "may", "any", "anyone", "anybody", "anyone's", "isn't", "aren't", "don't", "doesn't",
    "didn't", "wasn't", "hasn't", "haven't", "won't", "whose", "whom", "ever", "am",
];

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let asked: Vec<&Sentence> = text.sentences().iter().filter(|sentence| sentence.question).collect();
    let genuine: Vec<&&Sentence> = asked.iter().filter(|sentence| is_genuine(text, sentence)).collect();
    let Some(first) = genuine.first() else { return };
    let span = text.span(first.tokens.start, first.tokens.end - 1);
    let why = "A question that somebody here can answer. It promises that you listen.";
    ledger.add(Dimension::Invite, "question", 1.0, span.clone(), why);
    let too_many = match asked.len() {
        0 | 1 => 0.0,
        2 => -0.4,
        _ => -0.8,
    };
    if too_many < 0.0 {
        let last = asked[asked.len() - 1];
        let why = format!("{} questions at once: people answer none of them.", asked.len());
        ledger.add(
            Dimension::Invite,
            "too-many-questions",
            too_many,
            text.span(last.tokens.start, last.tokens.end - 1),
            why,
        );
    }
    let alike = asked_before(scene, first);
    if alike > 0.3 {
        let why = "Asked almost the same not long ago.";
        ledger.add(Dimension::Invite, "asked-before", -alike * (1.0 + too_many), span, why);
    }
}

/// Interrogative, about something, and not one of the questions nobody needs to answer.
fn is_genuine(text: &Text<'_>, sentence: &Sentence) -> bool {
    let inside = |at: usize| sentence.tokens.contains(&at);
    let empty = [List::Rhetoric, List::Bait, List::Urgency, List::AskBack]
        .iter()
        .any(|list| text.hits(*list).iter().any(|hit| inside(hit.first)));
    let words: Vec<usize> = sentence.tokens.clone().filter(|at| text.is_word(*at)).collect();
    let starts_clause = |at: usize| at == sentence.tokens.start || text.kind(at - 1) == Kind::Mark;
    let lead = words.first().copied();
    let opens = words.iter().any(|at| {
        OPENERS.contains(&text.low(*at))
            && (Some(*at) == lead || starts_clause(*at) || follows_soft(text, *at))
    });
    let about = words.iter().any(|at| text.is_content(*at));
    !empty && opens && about && words.len() >= 3
}

/// "And what…", "So who…", "Right, how…".
fn follows_soft(text: &Text<'_>, at: usize) -> bool {
    text.previous_word(at).is_some_and(|before| {
        matches!(text.low(before), "and" | "so" | "but" | "now" | "ah" | "oh" | "then" | "well")
            && text.previous_word(before).is_none()
    })
}

/// How far the question repeats one of the brand's last ten messages, 0..1.
fn asked_before(scene: &Scene<'_>, sentence: &Sentence) -> f64 {
    let text = scene.text;
    let words: Vec<&str> =
        sentence.tokens.clone().filter(|at| text.is_content(*at)).map(|at| text.stem(at)).collect();
    let mut most: f64 = 0.0;
    for (_, said) in scene.context.before.iter().rev().take(10).filter(|(_, said)| said.contains('?')) {
        let said = Text::read(said);
        let bag = said.bag();
        let shared = words.iter().filter(|word| bag.has(word)).count();
        most = most.max(shared as f64 / words.len().max(1) as f64);
    }
    most
}
