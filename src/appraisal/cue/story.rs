//! Something that happened, with somebody in it: doer, deed, time, and what came of it.

use crate::appraisal::Dimension;
use crate::appraisal::ledger::Ledger;
use crate::appraisal::lexicon::List;
use crate::appraisal::scene::Scene;

use super::human::is_doer;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let deeds: Vec<usize> = text
        .sentences()
        .iter()
        .filter(|sentence| !sentence.question)
        .flat_map(|sentence| sentence.tokens.clone())
        .filter(|at| text.is_past(*at))
        .collect();
    let Some(&deed) = deeds.first() else { return };
    let before = (0..deed).rev().take(5).find(|at| is_doer(text, *at));
    let Some(doer) = before.or_else(|| (0..text.tokens().len()).find(|at| is_doer(text, *at))) else {
        return;
    };
    let word = |at: usize| &text.raw[text.span(at, at)];
    let add = |ledger: &mut Ledger, rule, weight, at: usize, why| {
        ledger.add(Dimension::Story, rule, weight, text.span(at, at), why);
    };
    add(ledger, "doer", 0.2, doer, format!("There is somebody in it: '{}'.", word(doer)));
    add(ledger, "deed", 0.2, deed, format!("Something happened: '{}'.", word(deed)));
    if let Some(at) = (0..text.tokens().len()).find(|at| text.is(*at, List::TimeWord)) {
        add(ledger, "when", 0.15, at, format!("It has a time: '{}'.", word(at)));
    } else if let Some(hit) = text.hits(List::TimeWord).first() {
        add(ledger, "when", 0.15, hit.first, format!("It has a time: '{}'.", text.quote(hit)));
    }
    if let Some(hit) = text.hits(List::Sequence).iter().find(|hit| hit.first != deed) {
        add(
            ledger,
            "one-thing-led-to-another",
            0.2,
            hit.first,
            format!("'{}': one thing led to another.", text.quote(hit)),
        );
    }
    if let Some(&second) = deeds.iter().find(|at| **at > deed + 2) {
        add(ledger, "second-deed", 0.15, second, format!("And then something more: '{}'.", word(second)));
    }
}
