//! Reads one text in its context: sets the scene, lets every cue speak, and says how sure the reader is.

use super::lexicon::List;
use super::scene::Scene;
use super::text::Text;
use super::token::Kind;
use super::{Appraisal, Context, cue, ledger::Ledger, promise};

/// Reads a text. Pure: the same text in the same context always gives the same appraisal, and no text makes it fail.
/// Every score is [`super::Dimension::base`] plus the weights of its cues, clamped to 0..1.
pub fn appraise(text: &str, context: &Context<'_>) -> Appraisal {
    let text = Text::read(text);
    let scene = Scene::set(&text, context);
    let mut ledger = Ledger::default();
    cue::read_all(&scene, &mut ledger);
    let promises = if scene.salad { Vec::new() } else { promise::promises(&text) };
    Appraisal::from_cues(ledger.cues, cue::verdicts(&scene), promises, sureness(&scene))
}

/// How sure the reader is, 0..1: few words, foreign words and heaps of words leave it unsure.
fn sureness(scene: &Scene<'_>) -> f64 {
    let text = scene.text;
    if scene.salad {
        return 0.2;
    }
    let size = match text.words {
        0 => 0.05,
        1 | 2 => 0.3,
        3 => 0.5,
        4 | 5 => 0.7,
        6..=9 => 0.85,
        _ => 0.95,
    };
    let words = (0..text.tokens().len()).filter(|at| text.kind(*at) == Kind::Word);
    let (all, known) = words.fold((0.0, 0.0), |(all, known), at| {
        (all + 1.0, known + f64::from(u8::from(text.is(at, List::Stop) || text.is(at, List::Verb))))
    });
    let grammar: f64 = if all > 0.0 { known / all } else { 0.0 };
    // English carries a third or more of grammar words; under a seventh it is hardly English.
    if all >= 4.0 && grammar < 0.15 { f64::min(size, 0.25) } else { size }
}
