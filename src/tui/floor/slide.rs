//! People on the move: whoever's place changed slides there over a few frames, so that one sees it.

use std::collections::BTreeMap;

use crate::sim::{PersonId, RoomId};

/// Frames that a slide takes.
pub(crate) const FRAMES: u8 = 6;

/// A floor as it was drawn: of which room, and how large.
pub(crate) type Floor = (RoomId, (u16, u16));

/// Where somebody was drawn, and where they are on their way from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    from: (u16, u16),
    to: (u16, u16),
    left: u8,
}

/// What the last frame showed of a floor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Slides {
    /// Which floor, of what size: on another one nobody slides.
    floor: Option<Floor>,
    steps: BTreeMap<PersonId, Step>,
    motion: bool,
}

impl Slides {
    /// Where to draw somebody who belongs here. The frame that first sees a new place still shows the old one: the slide
    /// begins after it.
    pub(crate) fn at(&self, floor: Floor, id: PersonId, place: (u16, u16)) -> (u16, u16) {
        let known = self.steps.get(&id).filter(|_| self.motion && self.floor == Some(floor));
        known.map_or(place, |step| step.now())
    }

    /// Takes in where people belong since the last frame; without motion they are there at once.
    pub(crate) fn settle(&mut self, floor: Floor, places: &[(PersonId, (u16, u16))], motion: bool) {
        let same = self.floor == Some(floor);
        let mut steps = BTreeMap::new();
        for (id, to) in places {
            let before = self.steps.get(id).filter(|_| same && motion);
            let step = match before {
                Some(step) if step.to == *to => *step,
                Some(step) => Step { from: step.now(), to: *to, left: FRAMES },
                None => Step { from: *to, to: *to, left: 0 },
            };
            steps.insert(*id, step);
        }
        self.floor = Some(floor);
        self.motion = motion;
        self.steps = steps;
    }

    /// One frame on.
    pub(crate) fn tick(&mut self) {
        for step in self.steps.values_mut() {
            step.left = step.left.saturating_sub(1);
        }
    }

    /// Whether anybody is on the way.
    pub(crate) fn is_moving(&self) -> bool {
        self.steps.values().any(|step| step.left > 0)
    }

    /// Whether this person is.
    pub(crate) fn moves(&self, id: PersonId) -> bool {
        self.steps.get(&id).is_some_and(|step| step.left > 0)
    }
}

impl Step {
    fn now(self) -> (u16, u16) {
        let part = |from: u16, to: u16| {
            let (from, to) = (i32::from(from), i32::from(to));
            (to + (from - to) * i32::from(self.left) / i32::from(FRAMES)) as u16
        };
        (part(self.from.0, self.to.0), part(self.from.1, self.to.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FLOOR: Floor = (RoomId(0), (70, 10));
    const NORA: PersonId = PersonId(3);

    #[test]
    fn whoever_moves_is_on_the_way_for_some_frames() {
        let mut slides = Slides::default();
        slides.settle(FLOOR, &[(NORA, (0, 0))], true);
        assert!(!slides.is_moving());
        slides.settle(FLOOR, &[(NORA, (60, 6))], true);
        let mut seen = vec![slides.at(FLOOR, NORA, (60, 6))];
        while slides.is_moving() {
            slides.tick();
            slides.settle(FLOOR, &[(NORA, (60, 6))], true);
            seen.push(slides.at(FLOOR, NORA, (60, 6)));
        }
        assert_eq!(seen.first(), Some(&(0, 0)));
        assert_eq!(seen.last(), Some(&(60, 6)));
        assert!(seen.len() == usize::from(FRAMES) + 1 && seen.is_sorted(), "{seen:?}");
    }

    #[test]
    fn nobody_slides_without_motion_or_onto_another_floor() {
        let mut slides = Slides::default();
        slides.settle(FLOOR, &[(NORA, (0, 0))], false);
        slides.settle(FLOOR, &[(NORA, (60, 6))], false);
        assert!(!slides.is_moving() && slides.at(FLOOR, NORA, (60, 6)) == (60, 6));
        slides.settle((RoomId(1), (70, 10)), &[(NORA, (5, 5))], true);
        assert!(!slides.is_moving());
    }
}
