//! The cues, one file for each dimension; each reads the scene and books what it finds.

mod bait;
mod canned;
mod empathy;
mod form;
mod human;
mod info;
mod invite;
mod press;
mod promo;
mod roomfit;
mod spec;
mod story;
mod to_the_point;
mod tone;
mod truth;
mod useful;
mod visual;

use super::ledger::Ledger;
use super::scene::Scene;

pub(super) use truth::verdicts;

/// Reads every dimension. The order matters in two places: room fit looks at the promo found before it, and
/// usefulness at the answer.
pub(super) fn read_all(scene: &Scene<'_>, ledger: &mut Ledger) {
    promo::read(scene, ledger);
    press::read(scene, ledger);
    bait::read(scene, ledger);
    form::read(scene, ledger);
    truth::read(scene, ledger);
    info::read(scene, ledger);
    tone::read(scene, ledger);
    canned::read(scene, ledger);
    visual::read(scene, ledger);
    roomfit::read(scene, ledger);
    // Words heaped up without sentences speak to nobody, however good each of them is.
    if !scene.salad {
        human::read(scene, ledger);
        spec::read(scene, ledger);
        story::read(scene, ledger);
        invite::read(scene, ledger);
        empathy::read(scene, ledger);
        to_the_point::read(scene, ledger);
        useful::read(scene, ledger);
    }
}
