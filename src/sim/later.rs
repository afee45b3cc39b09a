//! What was set going and comes about at a later minute: deliveries, findings-out, words passed on.

use std::collections::BTreeMap;

use super::clock::Minute;
use super::id::{MessageId, OfferId, PersonId};

/// Something on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Coming {
    /// What a person bought arrives; whether it is good for them.
    Delivery { person: PersonId, offer: OfferId, good: bool },
    /// A reader finds out that a claim in a message is false.
    Discovery { person: PersonId, message: MessageId, claim: usize },
    /// A person passes somebody's words on to those who listen to them.
    Passing { person: PersonId, message: MessageId },
}

/// Everything on its way, by minute, in the order in which it was set going.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Later {
    coming: BTreeMap<Minute, Vec<Coming>>,
}

impl Later {
    /// Sets something going.
    pub fn add(&mut self, at: Minute, coming: Coming) {
        self.coming.entry(at).or_default().push(coming);
    }

    /// What is due by now, taken out.
    pub fn due(&mut self, now: Minute) -> Vec<Coming> {
        let mut due = Vec::new();
        while let Some(entry) = self.coming.first_entry() {
            if *entry.key() > now {
                break;
            }
            due.extend(entry.remove());
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_due_comes_in_order_and_once() {
        let passing = |n| Coming::Passing { person: PersonId(n), message: MessageId(0) };
        let mut later = Later::default();
        for (at, n) in [(20, 1), (10, 2), (10, 3), (30, 4)] {
            later.add(Minute(at), passing(n));
        }
        assert_eq!(later.due(Minute(20)), [passing(2), passing(3), passing(1)]);
        assert_eq!(later.due(Minute(20)), []);
    }
}
