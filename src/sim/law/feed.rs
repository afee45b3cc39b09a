//! Law of the feed: who comes across which post of the brand, each room with its own host (MODEL B.6).

use crate::appraisal::Dimension;
use crate::sim::bond::Bond;
use crate::sim::clock::{DAY, STEP};
use crate::sim::dice::Purpose;
use crate::sim::event::{Proposal, What};
use crate::sim::id::{EventId, RoomId};
use crate::sim::message::{Message, Said};
use crate::sim::person::Person;
use crate::sim::world::{WaitState, World};

use super::{feel, reading};

/// Posts are dropped from the feed after so many half-lives.
const GONE: f64 = 7.0;

/// Who reads what in this step.
pub fn feed(world: &World) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    let live = live_posts(world);
    for room in (0..world.setup.rooms.len()).map(RoomId::at) {
        let posts: Vec<_> = live.iter().filter(|(post, ..)| post.room == room).collect();
        if posts.is_empty() {
            continue;
        }
        let unanswered = unanswered_complaints(world, room);
        for person in world.setup.people.iter().filter(|person| person.rooms.contains(&room)) {
            if !visits(world, person, room) {
                continue;
            }
            let bond = world.bond(person.id);
            for (post, said, event) in &posts {
                if bond.has_left(room) || post.readers.contains(&person.id) {
                    continue;
                }
                let chance = chance_to_see(world, post, said, &bond);
                if world.dice().falls(chance, Purpose::See, world.now, person.id, u64::from(post.id.0)) {
                    proposals.push(read(world, person, &bond, post, said, *event, unanswered));
                }
            }
        }
    }
    proposals
}

/// Whether a person looks into the room in this step.
pub fn visits(world: &World, person: &Person, room: RoomId) -> bool {
    let place = world.setup.room(room);
    let hour = place.hours[(world.now.of_day() / 60) as usize];
    let chance = place.sessions * person.visits * hour * f64::from(STEP) / f64::from(DAY);
    world.dice().falls(chance, Purpose::Visit, world.now, person.id, u64::from(room.0))
}

fn live_posts(world: &World) -> Vec<(&Message, &Said, Option<EventId>)> {
    let alive = |post: &&Message| {
        let age = f64::from(world.now.since(post.minute));
        post.is_post() && post.private.is_none() && !post.withdrawn && age < GONE * world.setup.room(post.room).fresh
    };
    world
        .messages
        .iter()
        .filter(|message| message.is_brand())
        .filter(alive)
        .filter_map(|post| post.said().map(|said| (post, said, world.said_in(post.id))))
        .collect()
}

fn chance_to_see(world: &World, post: &Message, said: &Said, bond: &Bond) -> f64 {
    let room = world.setup.room(post.room);
    let age = f64::from(world.now.since(post.minute));
    let words = &said.appraisal;
    let (talked, counted) = world.airtime[post.room.index()];
    let talked = talked * libm::exp2(-f64::from(world.now.since(counted)) / room.airtime.0);
    let air = 1.0 / (1.0 + talked / room.airtime.1);
    let shared = f64::from(post.reactions[2].min(3));
    let rank = match room.name() {
        "party" => 1.0 + 0.5 * shared.min(1.0),
        "networking" => 0.7 + 0.6 * words.score(Dimension::Useful),
        _ => 1.0 + 0.1 * shared,
    } + room.closeness * (bond.warmth - 0.15) / 0.30
        + 0.28 * room.norms.visual_weight * (words.score(Dimension::Visual) - 0.3);
    let odds = room.seen / (1.0 - room.seen)
        * libm::exp2(-age / room.fresh)
        * rank.max(0.1)
        * air
        * libm::exp(-bond.dial(crate::sim::bond::Dial::Fatigue(post.room)) / 2.0)
        * world.setup.profile.reach
        * (1.0 - 0.5 * words.score(Dimension::Bait))
        * post.boost;
    odds / (1.0 + odds)
}

fn read(
    world: &World,
    person: &Person,
    bond: &Bond,
    post: &Message,
    said: &Said,
    event: Option<EventId>,
    unanswered: u32,
) -> Proposal {
    let shared = person.cares.iter().any(|topic| said.topics.contains(topic));
    let reader = reading::Reader::of(person, bond, shared, unanswered);
    let reading = reading::read(&said.appraisal, &reader, world.setup.room(post.room));
    let solemn = world.solemn[post.room.index()] > post.minute;
    let nudges = feel::feel(&reading, &said.appraisal, (person.id, post.id, post.room), bond, solemn);
    Proposal::with(event, What::Read { person: person.id, message: post.id, reading }, nudges)
}

/// Complaints in a room that stood unanswered too long; everybody there can see them (MODEL row 24).
fn unanswered_complaints(world: &World, room: RoomId) -> u32 {
    let seen = world.waiting.iter().filter(|waiting| {
        waiting.room == room
            && waiting.state == WaitState::RanOut
            && world.message(waiting.message).expect.as_ref().is_some_and(|e| e.ask == crate::appraisal::Ask::Complaint)
    });
    seen.count() as u32
}
