//! Who came closer, who drifted off, who left a room, and the one reason that weighed most with each.

use serde::Serialize;

use crate::game::Sitting;
use crate::game::standing::{MOVED, Standing, shift};
use crate::report::why;
use crate::sim::event::{Change, What};
use crate::sim::{PersonId, World};

use super::{round, weigh};

/// People named in each list.
const NAMED: usize = 8;
/// Diaries told when nobody was picked.
const DIARIES: usize = 3;

/// Who moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct People {
    /// How many stand closer, as before, further, and left a room.
    pub counts: [usize; 4],
    /// Who came closest, the cast first.
    pub closer: Vec<Moved>,
    /// Who went furthest, the cast first.
    pub further: Vec<Moved>,
    /// Who left a room.
    pub left: Vec<Moved>,
}

/// One who moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moved {
    /// Their name.
    pub name: String,
    /// Change of trust and warmth together.
    pub by: f64,
    /// Whether the scenario wrote them.
    pub cast: bool,
    /// The reason that weighed most; empty where nothing stands out.
    pub why: String,
}

pub(super) fn people(sitting: &Sitting, standing: &Standing) -> People {
    let world = sitting.world();
    let gone = |person: PersonId| !world.bonds[person.index()].left.is_empty();
    let mut moved: Vec<(PersonId, f64)> =
        world.setup.people.iter().map(|person| (person.id, shift(world, person.id))).collect();
    moved.sort_by(|a, b| {
        let cast = |one: &(PersonId, f64)| !world.setup.person(one.0).cast;
        cast(a).cmp(&cast(b)).then(b.1.abs().total_cmp(&a.1.abs()))
    });
    let told = |wanted: &dyn Fn(&(PersonId, f64)) -> bool| -> Vec<Moved> {
        let found = moved.iter().filter(|one| wanted(one)).take(NAMED);
        found.map(|(person, by)| one(sitting, *person, *by)).collect()
    };
    People {
        counts: standing.people,
        closer: told(&|(person, by)| *by > MOVED && !gone(*person)),
        further: told(&|(person, by)| *by < -MOVED && !gone(*person)),
        left: told(&|(person, _)| gone(*person)),
    }
}

fn one(sitting: &Sitting, person: PersonId, by: f64) -> Moved {
    let world = sitting.world();
    let up = by > 0.0;
    let changes = world.chronicle.iter().flat_map(|event| &event.changes);
    let size = |change: &Change| change.to - change.from;
    let mine = changes.filter(|change| change.person == person && weigh::counts(change));
    let heaviest = mine
        .filter(|change| (size(change) > 0.0) == up)
        .max_by(|a, b| size(a).abs().total_cmp(&size(b).abs()));
    let left = world.chronicle.iter().find_map(|event| {
        let What::Left { person: who, room, why } = event.what else { return None };
        let room = &world.setup.room(room).title;
        (who == person).then(|| format!("Left {room}: {}.", crate::report::news::parting(why)))
    });
    Moved {
        name: world.setup.person(person).name.clone(),
        by: round(by),
        cast: world.setup.person(person).cast,
        why: left
            .or_else(|| heaviest.map(|change| super::sentence(&why::reason(sitting, &change.reason, up))))
            .unwrap_or_default(),
    }
}

/// The people of the cast whose diaries are worth reading: who moved most, at least one each way where there is one.
pub(super) fn most_moved(world: &World) -> Vec<PersonId> {
    let mut cast: Vec<(PersonId, f64)> = world
        .setup
        .people
        .iter()
        .filter(|person| person.cast)
        .map(|person| (person.id, shift(world, person.id)))
        .collect();
    cast.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    let first = |up: bool| cast.iter().find(|(_, by)| (*by > 0.0) == up).map(|(person, _)| *person);
    let mut picked: Vec<PersonId> = [first(true), first(false)].into_iter().flatten().collect();
    for (person, _) in &cast {
        if picked.len() < DIARIES && !picked.contains(person) {
            picked.push(*person);
        }
    }
    picked
}
