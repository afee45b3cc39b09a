//! Law of introductions: at work, somebody who thinks well of the brand introduces it to those they know.

use crate::sim::bond::Dial;
use crate::sim::day::Urge;
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::PersonId;
use crate::sim::message::{Gist, Words};
use crate::sim::person::Person;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::setup::Setup;
use crate::sim::ties::Tie;
use crate::sim::world::{RequestState, World};

use super::tell;
use super::utter::Draft;

/// Introductions a day of somebody connected who could not think better of the brand (a choice).
const A_DAY: f64 = 0.15;

/// The most introductions a day of a person.
pub fn most_a_day(setup: &Setup, person: &Person) -> f64 {
    A_DAY * setup.profile.ask * person.talks.min(4.0)
}

/// Who introduces the brand to whom in this step: those it is introduced to walk up and ask to connect.
pub fn introduce(world: &World) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for impulse in world.day.impulses(world.now).filter(|impulse| impulse.urge == Urge::Introduce) {
        let (from, bond) = (impulse.person, world.bond(impulse.person));
        if !bond.connected || !world.falls(tell::keen(&bond), Purpose::Connect, from, 1) {
            continue;
        }
        proposals.extend(walk_up(world, from).into_iter().flatten());
    }
    proposals
}

/// One of those they know there, the useful tie being moderately weak (MODEL row 39), is introduced.
fn walk_up(world: &World, from: PersonId) -> Option<[Proposal; 3]> {
    let room = world.setup.person(from).home;
    let ties = world.setup.ties.of(from).iter().filter(|tie| tie.room == room);
    let open = ties.filter(|tie| {
        let asked = world.requests.iter().any(|r| r.person == tie.to && r.state == RequestState::Open);
        let bond = &world.bonds[tie.to.index()];
        !bond.connected && !bond.has_left(room) && !asked && !world.setup.person(tie.to).cast
    });
    let likely = |tie: &&Tie| {
        let u = world.luck(Purpose::Connect, tie.to, world.setup.person(from).label);
        -libm::log(1.0 - u) / tie.carries(true).max(1e-6)
    };
    let tie = open.min_by(|a, b| likely(a).total_cmp(&likely(b)).then(a.to.cmp(&b.to)))?;
    let (person, bond) = (tie.to, world.bond(tie.to));
    let reason = Reason { law: Law::Introduction, because: Because::Told(from) };
    let nudges = vec![
        Nudge { person, dial: Dial::Familiarity, by: 0.10 * (1.0 - bond.familiarity), reason },
        Nudge { person, dial: Dial::Trust, by: tell::word(tie.carries(true), true, &bond), reason },
    ];
    let mut draft = Draft::new(person, room, Words::Gist(Gist::Introduction));
    draft.to_brand = true;
    draft.private = Some(person);
    let cause = world.changes_in(from).next().map(|event| event.id);
    Some([
        Proposal::with(cause, What::Introduced { from, to: person, room }, nudges),
        Proposal::of(cause, What::Requested { person, room }),
        Proposal::say(cause, draft.message(world)),
    ])
}
