//! Luck lent by label: a change in one place leaves everybody elsewhere as they were, in any number of threads.

use std::collections::BTreeMap;
use std::sync::Arc;

use mingle::game::journal::Record;
use mingle::game::replay::otherwise;
use mingle::game::{Move, Sitting};
use mingle::lab::policy::Policy;
use mingle::scenario::Scenario;
use mingle::sim::bond::Bond;
use mingle::sim::crowd::{Crowd, populate};
use mingle::sim::deed::Deed;
use mingle::sim::dice;
use mingle::sim::message::Message;
use mingle::sim::setup::{Detail, Profile};
use mingle::sim::{PersonId, RoomId, Setup, World, perform, step};

use crate::kit::play::{opening_week, played};

/// Everybody's bond by the label of their luck.
fn bonds(world: &World) -> BTreeMap<u64, (Bond, f64)> {
    let people = world.setup.people.iter();
    people.map(|p| (p.label, (world.bonds[p.id.index()], world.expected[p.id.index()]))).collect()
}

fn change(record: &Record, text: &str) -> Record {
    let mut record = record.clone();
    if let Move::Post { text: words, .. } = &mut record.play {
        text.clone_into(words);
    }
    record
}

/// Messages of the brand that read otherwise in the other story.
fn reread<'a>(played: &'a Sitting, other: &'a Sitting) -> impl Iterator<Item = &'a Message> {
    let twin = |message: &Message| other.world().messages.iter().find(|m| m.label == message.label);
    let own = played.world().messages.iter().filter(|message| message.is_brand());
    own.filter(move |message| {
        twin(message)
            .is_none_or(|twin| twin.said().map(|s| &s.appraisal) != message.said().map(|s| &s.appraisal))
    })
}

/// The first post of a host's play in the klatch, day 1.
fn first_post(played: &Sitting) -> Record {
    let klatch = |record: &&Record| matches!(&record.play, Move::Post { room, .. } if room == "klatch");
    played.journal().records().iter().find(klatch).expect("the host posts in the klatch").clone()
}

#[test]
fn an_edit_that_changes_nothing_gives_the_same_chronicle() {
    for seed in [0, 1, u64::from(u32::MAX) + 1, u64::MAX] {
        let played = played(&opening_week(), Policy::Host, seed);
        let same = otherwise(&played, &[first_post(&played)]);
        assert_eq!(same.fell_away, [], "seed {seed}");
        assert_eq!(
            format!("{:?}", same.sitting.world().chronicle),
            format!("{:?}", played.world().chronicle)
        );
        assert_eq!(same.sitting.hash(), played.hash(), "seed {seed}");
    }
}

#[test]
fn an_edit_in_one_room_reaches_others_only_along_ties() {
    for seed in 1..=4 {
        let played = played(&opening_week(), Policy::Host, seed);
        let edit =
            change(&first_post(&played), "Buy our amazing bread today, best prices in town, order now!!!");
        let other = otherwise(&played, &[edit]).sitting;
        let (was, is) = (bonds(played.world()), bonds(other.world()));
        let setup = &played.world().setup;
        let differs = |id: PersonId| was[&setup.person(id).label] != is[&setup.person(id).label];
        let klatch = |id: PersonId| setup.person(id).rooms.contains(RoomId(0));
        let moved: Vec<PersonId> = setup.people.iter().map(|p| p.id).filter(|id| differs(*id)).collect();
        assert!(moved.len() > 3, "seed {seed}: an advert in place of a story moves people");
        for &id in moved.iter().filter(|id| !klatch(**id)) {
            let heard = |from: PersonId| setup.ties.of(from).iter().any(|tie| tie.to == id);
            let reached =
                setup.people.iter().any(|p| p.id != id && (differs(p.id) || klatch(p.id)) && heard(p.id));
            // What the brand says later is held against what it said before, in whatever room.
            let reached = reached || reread(&played, &other).any(|message| message.audience.has(id));
            assert!(reached, "seed {seed}: {} has no tie to the room, and differs", setup.person(id).name);
        }
    }
}

#[test]
fn people_of_another_room_without_ties_to_it_are_bit_for_bit_the_same() {
    // Nobody comes to two rooms here, so no tie leads from one room into another.
    let alone = |text: &str| {
        let mut scenario = Scenario::clone(&opening_week());
        scenario.base.people.clear();
        scenario.base.beats.clear();
        scenario.base.needs.clear();
        scenario.base.ties = mingle::sim::ties::Ties::default();
        scenario.exemplars.clear();
        let mut setup = populate(&scenario.base, &scenario.crowd, 5);
        let ids: Vec<PersonId> = setup.people.iter().map(|p| p.id).collect();
        for id in ids {
            let home = setup.people[id.index()].home;
            setup.people[id.index()].rooms = [home].into_iter().collect();
        }
        let edges = setup.ties.edges().filter(|(from, tie)| {
            setup.person(*from).home == tie.room && setup.person(tie.to).home == tie.room
        });
        setup.ties = mingle::sim::ties::Ties::of_edges(setup.people.len(), edges.collect());
        let mut world = World::new(Arc::new(setup));
        for hour in 0..10 {
            let said = crate::kit::play::said(&scenario, RoomId(0), text);
            perform::perform(&mut world, Deed::Post { room: RoomId(0), said });
            let other =
                format!("The number {hour} bus was late, so the queue sang. I burnt the buns listening.");
            let said = crate::kit::play::said(&scenario, RoomId(1), &other);
            perform::perform(&mut world, Deed::Post { room: RoomId(1), said });
            step::pass(&mut world, 60);
        }
        world
    };
    let (one, other) =
        (alone("My gran's starter rose over the bowl again."), alone("BUY NOW! Best buns, order today!!!"));
    let (was, is) = (bonds(&one), bonds(&other));
    let elsewhere: Vec<u64> =
        one.setup.people.iter().filter(|p| p.home != RoomId(0)).map(|p| p.label).collect();
    assert!(elsewhere.iter().all(|label| was[label] == is[label]));
    assert!(was != is, "the room itself hears the difference");
}

#[test]
fn one_more_silent_person_changes_nobody_else() {
    let scenario = opening_week();
    let mut more = Scenario::clone(&scenario);
    let mut silent = more.base.people[0].clone();
    silent.id = PersonId::at(more.base.people.len());
    silent.name = "Quiet Quentin".to_owned();
    silent.label = dice::label(&silent.name);
    (silent.talks, silent.reacts) = (0.0, 0.0);
    more.base.people.push(silent);
    more.base.ties =
        mingle::sim::ties::Ties::of_edges(more.base.people.len(), more.base.ties.edges().collect());
    for policy in [Policy::Silent, Policy::Broadcaster, Policy::Host] {
        let (one, other) = (played(&scenario, policy, 3), played(&Arc::new(more.clone()), policy, 3));
        let (was, mut is) = (bonds(one.world()), bonds(other.world()));
        is.remove(&dice::label("Quiet Quentin"));
        let differ: Vec<&u64> = was.keys().filter(|label| was[*label] != is[*label]).collect();
        assert!(differ.is_empty(), "{}: {} of {} people differ", policy.name(), differ.len(), was.len());
    }
}

fn crowded(people: u32) -> Arc<Setup> {
    let scenario = opening_week();
    let mut base = scenario.base.clone();
    base.people.clear();
    base.beats.clear();
    base.needs.clear();
    base.ties = mingle::sim::ties::Ties::default();
    (base.profile, base.detail) = (Profile::REALISTIC, Detail::Rare);
    Arc::new(populate(&base, &Crowd { size: people, ..scenario.crowd.clone() }, 9))
}

#[test]
fn one_thread_and_several_give_the_same_world_at_every_step() {
    let setup = crowded(60_000);
    let scenario = opening_week();
    let mut worlds: Vec<World> = [1, 2, 3]
        .into_iter()
        .map(|threads| {
            let mut world = World::new(Arc::clone(&setup));
            world.threads = threads;
            world
        })
        .collect();
    for round in 0..6 {
        for world in &mut worlds {
            let said = crate::kit::play::said(&scenario, RoomId(1), "Rye's out at ten. Who's up?");
            perform::perform(world, Deed::Post { room: RoomId(1), said });
            step::pass(world, 10);
        }
        let (first, others) = worlds.split_first().expect("there are three");
        assert!(first.tally.exposures > 1_000, "{}", first.tally.exposures);
        for other in others {
            assert!(first.bonds == other.bonds && first.tired == other.tired, "round {round}");
            assert_eq!(
                (first.tally.clone(), first.messages.len()),
                (other.tally.clone(), other.messages.len())
            );
        }
    }
}
