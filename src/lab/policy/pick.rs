//! What a policy remembers of a play, so that it says nothing twice, and what its model texts show.

use std::collections::{BTreeMap, BTreeSet};

use crate::game::Sitting;
use crate::scenario::{Exemplar, Moment};
use crate::sim::MessageId;

/// What was used and done so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// Exemplars used, by place.
    pub(super) used: BTreeSet<usize>,
    /// Messages answered.
    pub(super) answered: BTreeSet<MessageId>,
    /// Minute of the next broadcast, by room.
    pub(super) next: BTreeMap<usize, u32>,
}

impl Memory {
    /// The first unused exemplar of this kind for a moment.
    pub(super) fn take<'a>(
        &mut self,
        exemplars: &'a [Exemplar],
        good: bool,
        fits: impl Fn(&Moment) -> bool,
    ) -> Option<&'a Exemplar> {
        let found = exemplars
            .iter()
            .enumerate()
            .find(|(place, e)| e.good == good && fits(&e.moment) && !self.used.contains(place));
        found.map(|(place, exemplar)| {
            self.used.insert(place);
            exemplar
        })
    }
}

/// The picture that goes with a model text, by its name.
pub(super) fn photo(sitting: &Sitting, model: &Exemplar) -> Option<String> {
    model.photo.map(|photo| sitting.world().setup.brand.photos[photo.index()].name.clone())
}
