//! Who hears whom: ties from each person, all in one row, so that a million people's acquaintances fit into memory.

use super::id::{PersonId, RoomId};

/// A tie from one person to another, who hears what the first one says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// To whom.
    pub to: PersonId,
    /// Strength, 0..1.
    pub strength: f32,
    /// The room the tie lives in.
    pub room: RoomId,
}

impl Tie {
    /// What a word along the tie is worth, 0..1. At work the useful tie is moderately weak (MODEL row 39): new word
    /// comes from those who move elsewhere.
    pub fn carries(&self, work: bool) -> f64 {
        let w = f64::from(self.strength);
        if work { w * (1.0 - 0.75 * w) / 0.333 } else { w }
    }
}

/// All ties.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Ties {
    /// Where each person's ties begin; one more than there are people.
    starts: Vec<u32>,
    ties: Vec<Tie>,
}

impl Ties {
    /// Ties of so many people, sorted by whom they lead to; of two between the same people in a room the first stays.
    pub fn of_edges(people: usize, mut edges: Vec<(PersonId, Tie)>) -> Self {
        edges.sort_by_key(|(from, tie)| (*from, tie.to, tie.room));
        edges.dedup_by_key(|(from, tie)| (*from, tie.to, tie.room));
        let mut starts = vec![0_u32; people + 1];
        for (from, _) in &edges {
            starts[from.index() + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { starts, ties: edges.into_iter().map(|(_, tie)| tie).collect() }
    }

    /// The ties from a person.
    pub fn of(&self, person: PersonId) -> &[Tie] {
        match self.starts.get(person.index()..person.index() + 2) {
            Some(&[from, to]) => &self.ties[from as usize..to as usize],
            Some(_) | None => &[],
        }
    }

    /// All of them with whom they come from.
    pub fn edges(&self) -> impl Iterator<Item = (PersonId, Tie)> {
        let people = self.starts.len().saturating_sub(1);
        (0..people).map(PersonId::at).flat_map(|person| self.of(person).iter().map(move |tie| (person, *tie)))
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.ties.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.ties.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_person_has_their_own_ties() {
        let tie = |to, strength| Tie { to: PersonId(to), strength, room: RoomId(0) };
        let edges = vec![(PersonId(2), tie(0, 0.5)), (PersonId(0), tie(2, 0.5)), (PersonId(0), tie(1, 0.2))];
        let ties = Ties::of_edges(3, edges);
        let to = |person| ties.of(PersonId(person)).iter().map(|tie| tie.to.0).collect::<Vec<_>>();
        assert_eq!((to(0), to(1), to(2), to(9)), (vec![1, 2], vec![], vec![0], vec![]));
        assert_eq!(ties.edges().count(), ties.len());
    }

    #[test]
    fn at_work_the_tie_of_middling_strength_carries_most() {
        let carried = |strength| Tie { to: PersonId(0), strength, room: RoomId(0) }.carries(true);
        assert!(carried(0.65) > carried(0.2) && carried(0.65) > carried(0.98));
    }
}
