//! Who saw a message, and whom word of it reached through people they listen to.

use std::collections::BTreeMap;

use super::id::PersonId;

/// The audience of one message.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Audience {
    readers: Vec<PersonId>,
    read: Marks,
    echoes: BTreeMap<PersonId, Echo>,
    echoed: Marks,
}

/// What reached a person of a message through others.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Echo {
    /// How many of those they listen to took it up.
    pub friends: u8,
    /// Who passed it on to them, along a tie of which strength, and how many hands it went through before.
    pub passed: Option<(PersonId, f32, u8)>,
}

impl Audience {
    /// People who saw it, in order.
    pub fn readers(&self) -> &[PersonId] {
        &self.readers
    }

    /// Whether a person saw it.
    pub fn has(&self, person: PersonId) -> bool {
        self.read.has(person)
    }

    /// A person saw it.
    pub fn saw(&mut self, person: PersonId) {
        if !self.has(person) {
            self.read.set(person);
            self.readers.push(person);
        }
    }

    /// What reached a person of it through others.
    pub fn echo(&self, person: PersonId) -> Option<Echo> {
        if self.echoed.has(person) { self.echoes.get(&person).copied() } else { None }
    }

    /// Somebody a person listens to took it up, or passed it on; the first to pass it on counts.
    pub fn echoes_to(&mut self, person: PersonId, passed: Option<(PersonId, f32, u8)>) {
        self.echoed.set(person);
        let echo = self.echoes.entry(person).or_default();
        echo.friends = echo.friends.saturating_add(1);
        echo.passed = echo.passed.or(passed);
    }

    /// Through how many hands it went before it came to a person who saw it.
    pub fn hands(&self, person: PersonId) -> u8 {
        self.echo(person).and_then(|echo| echo.passed).map_or(0, |(_, _, hands)| hands)
    }
}

/// A bit a person.
#[derive(Clone, Debug, PartialEq, Default)]
struct Marks(Vec<u64>);

impl Marks {
    fn has(&self, person: PersonId) -> bool {
        self.0.get(person.index() / 64).is_some_and(|word| word & (1 << (person.index() % 64)) != 0)
    }

    fn set(&mut self, person: PersonId) {
        let at = person.index() / 64;
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= 1 << (person.index() % 64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audience_knows_who_saw_and_who_only_heard() {
        let mut audience = Audience::default();
        audience.saw(PersonId(200));
        audience.saw(PersonId(3));
        audience.saw(PersonId(200));
        assert_eq!(audience.readers(), [PersonId(200), PersonId(3)]);
        assert!(audience.has(PersonId(3)) && !audience.has(PersonId(4)));
        audience.echoes_to(PersonId(4), None);
        audience.echoes_to(PersonId(4), Some((PersonId(3), 0.5, 1)));
        assert_eq!(
            audience.echo(PersonId(4)),
            Some(Echo { friends: 2, passed: Some((PersonId(3), 0.5, 1)) })
        );
        assert_eq!((audience.echo(PersonId(5)), audience.hands(PersonId(4))), (None, 1));
    }
}
