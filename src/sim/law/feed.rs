//! Law of the feed: who comes across which post of the brand, each room with its own host (MODEL B.6).

use crate::appraisal::{Dimension, Verdict};
use crate::sim::bond::{Bond, Tired};
use crate::sim::clock::DAY;
use crate::sim::dice::{Purpose, Throw};
use crate::sim::event::{Proposal, Via, What};
use crate::sim::id::{EventId, PersonId, RoomId};
use crate::sim::later::Coming;
use crate::sim::message::{Message, Said};
use crate::sim::person::Person;
use crate::sim::room::{Host, Room};
use crate::sim::set::Topics;
use crate::sim::world::{WaitState, World};

use super::{discover, feel, reading};

/// Posts are dropped from the feed after so many half-lives.
const GONE: f64 = 7.0;
/// And when so many newer ones of the brand are in the room (MODEL B.9).
const MOST: usize = 50;
/// Fewer visitors than this are not worth another thread.
const A_THREAD: usize = 512;

/// What the visitors of a step came across.
#[derive(Clone, Debug, Default)]
pub struct Glances {
    /// Who reads what.
    pub proposals: Vec<Proposal>,
    /// How often a visitor was offered a post, seen or not.
    pub exposures: u64,
}

/// Who reads what in this step. The same whatever the number of threads: each visitor's luck is their own.
pub fn feed(world: &World) -> Glances {
    let mut all = Glances::default();
    for room in (0..world.setup.rooms.len()).map(RoomId::at) {
        let posts = shown(world, room);
        let visitors = world.day.visitors(room, world.now);
        if posts.is_empty() || visitors.is_empty() {
            continue;
        }
        let gaze = Gaze::new(world, room, &posts);
        let threads = world.threads.clamp(1, 1 + visitors.len() / A_THREAD);
        let share = visitors.len().div_ceil(threads);
        if threads == 1 {
            gaze.look(visitors, &mut all);
            continue;
        }
        std::thread::scope(|scope| {
            let parts: Vec<_> = visitors
                .chunks(share)
                .map(|part| {
                    let gaze = &gaze;
                    scope.spawn(move || {
                        let mut seen = Glances::default();
                        gaze.look(part, &mut seen);
                        seen
                    })
                })
                .collect();
            for part in parts {
                let mut seen = part.join().expect("a thread that only looks does not panic");
                all.proposals.append(&mut seen.proposals);
                all.exposures += seen.exposures;
            }
        });
    }
    all
}

/// Posts of the brand that can be come across in a room, oldest first.
fn shown(world: &World, room: RoomId) -> Vec<Post<'_>> {
    let posts = world.shown.iter().rev().map(|id| world.message(*id)).filter(|post| post.room == room);
    let mut shown: Vec<Post<'_>> = posts
        .take(MOST)
        .filter(|post| is_fresh(world, post))
        .filter_map(|post| Post::of(world, post))
        .collect();
    shown.reverse();
    shown
}

/// Whether a post of the brand may still be come across by itself.
pub fn is_fresh(world: &World, post: &Message) -> bool {
    let age = f64::from(world.now.since(post.minute));
    !post.withdrawn && age < GONE * world.setup.room(post.room).fresh
}

/// What of a post is the same for everybody.
struct Post<'a> {
    message: &'a Message,
    said: &'a Said,
    event: Option<EventId>,
    /// Odds of being seen before rank, closeness and fatigue count.
    odds: f64,
    /// Rank as the room's host gives it.
    rank: f64,
    topics: Topics,
    solemn: bool,
    /// A claim in it that is false and was not set right.
    false_claim: Option<usize>,
}

impl<'a> Post<'a> {
    fn of(world: &World, message: &'a Message) -> Option<Self> {
        let said = message.said()?;
        let room = world.setup.room(message.room);
        let words = &said.appraisal;
        let age = f64::from(world.now.since(message.minute));
        let (talked, counted) = world.airtime[message.room.index()];
        let talked = talked * libm::exp2(-f64::from(world.now.since(counted)) / room.airtime.0);
        let odds = room.seen / (1.0 - room.seen) * libm::exp2(-age / room.fresh)
            / (1.0 + talked / room.airtime.1)
            * world.setup.profile.reach
            * (1.0 - 0.5 * words.score(Dimension::Bait));
        let false_claim = words.claims.iter().find_map(|claim| match claim.verdict {
            Verdict::Contradicted(index) => Some(index),
            Verdict::Confirmed(_) | Verdict::SaidOtherwise(_) | Verdict::Unsupported => None,
        });
        Some(Self {
            message,
            said,
            event: world.said_in(message.id),
            odds,
            rank: rank(world, room, message, said),
            topics: said.topics.iter().copied().collect(),
            solemn: world.solemn[message.room.index()] > message.minute,
            false_claim: false_claim.filter(|_| message.corrected.is_none()),
        })
    }
}

/// How the host of the room ranks a post, the same for all visitors; 1 for a usual post (MODEL B.6, each R rescaled so
/// that its mean over people and usual posts is 1).
fn rank(world: &World, room: &Room, post: &Message, said: &Said) -> f64 {
    let words = &said.appraisal;
    match room.host {
        Host::Closeness => 1.0,
        Host::Tempo => 1.0 + 0.3 * (tempo(world, room, post.room) - 1.0),
        Host::Matter => 0.4 + 0.6 * words.score(Dimension::Useful),
        Host::Looks => {
            let tags = words.score(Dimension::RoomFit);
            1.0 + 0.28 * (words.score(Dimension::Visual) - 0.3) / 0.7 + 0.3 * (tags - 0.6)
        }
    }
}

/// How lively the room is now against its usual hour, at most twice.
fn tempo(world: &World, room: &Room, id: RoomId) -> f64 {
    let recent = world.messages.iter().rev().take_while(|message| world.now.since(message.minute) < 60);
    let said = recent.filter(|message| message.room == id && message.private.is_none()).count() as f64;
    (said / room.talk.max(0.5)).min(2.0)
}

/// What a visitor of one room sees of the posts shown there in this step.
struct Gaze<'a> {
    world: &'a World,
    room: RoomId,
    place: &'a Room,
    posts: &'a [Post<'a>],
    see: Throw,
    unanswered: u32,
}

impl<'a> Gaze<'a> {
    fn new(world: &'a World, room: RoomId, posts: &'a [Post<'a>]) -> Self {
        let see = world.dice().throw(Purpose::See, world.now);
        let unanswered = unanswered_complaints(world, room);
        Self { world, room, place: world.setup.room(room), posts, see, unanswered }
    }

    fn look(&self, visitors: &[PersonId], seen: &mut Glances) {
        for &id in visitors {
            let bond = &self.world.bonds[id.index()];
            let gone = bond.has_left(self.room);
            let person = self.world.setup.person(id);
            let near = self.place.closeness * (bond.warmth_at(self.world.now) - 0.15) / 0.30;
            let tired = self.world.tired(id, self.room);
            let weary = libm::exp(-f64::from(tired.level) / 2.0);
            for post in self.posts {
                if post.message.audience.has(id) {
                    continue;
                }
                seen.exposures += 1;
                if let Some(via) = self.comes_across(post, person, gone, near, weary) {
                    seen.proposals.push(self.read(person, bond, tired, post, via));
                    seen.proposals.extend(self.find_out(id, post));
                }
            }
        }
    }

    /// Whether a visitor sees a post, and how they came by it.
    fn comes_across(
        &self,
        post: &Post<'_>,
        person: &Person,
        gone: bool,
        near: f64,
        weary: f64,
    ) -> Option<Via> {
        let mut rank = post.rank + near;
        let mut via = Via::Feed;
        let echo = post.message.audience.echo(person.id);
        if let Some((from, ..)) = echo.and_then(|echo| echo.passed) {
            via = Via::Passed(from);
        } else if gone {
            return None;
        }
        if let Some(echo) = echo {
            rank += match self.place.host {
                Host::Closeness => 0.3 * f64::from(echo.friends.min(3)),
                Host::Tempo => 0.5,
                Host::Matter => 0.3,
                Host::Looks => 0.0,
            };
        }
        if self.place.host == Host::Matter && person.cares.touches(post.topics) {
            rank += 0.6;
        }
        let odds = post.odds * rank.max(0.1) * weary;
        let luck = self.see.lend(person.label, post.message.label);
        if luck * (1.0 + odds) < odds {
            return Some(via);
        }
        // What was bought is seen by those who would not have come across it.
        let bought = odds * post.message.boost;
        (post.message.boost > 1.0 && !gone && luck * (1.0 + bought) < bought).then_some(Via::Paid)
    }

    fn read(&self, person: &Person, bond: &Bond, tired: Tired, post: &Post<'_>, via: Via) -> Proposal {
        read(self.world, (person, bond, tired), post, via, self.unanswered)
    }

    /// A false claim is found out sooner or later.
    fn find_out(&self, person: PersonId, post: &Post<'_>) -> Option<Proposal> {
        let (claim, message) = (post.false_claim?, post.message.id);
        let at = discover::when(self.world, person, post.message.label)?;
        Some(Proposal::later(post.event, at, Coming::Discovery { person, message, claim }))
    }
}

fn read(
    world: &World,
    (person, bond, tired): (&Person, &Bond, Tired),
    post: &Post<'_>,
    via: Via,
    unanswered: u32,
) -> Proposal {
    let bond = bond.at(world.now);
    let (words, room) = (&post.said.appraisal, post.message.room);
    let reader = reading::Reader::of(person, &bond, person.cares.touches(post.topics), unanswered);
    let reading = reading::read(words, &reader, world.setup.room(room));
    let reader = feel::Feeler { person: person.id, message: post.message.id, room, bond: &bond, tired };
    let nudges = if via == Via::Paid {
        reader.glance(&reading).into()
    } else {
        reader.feel(&reading, words, post.solemn)
    };
    let what = What::Read { person: person.id, message: post.message.id, reading, via };
    Proposal::with(post.event, what, nudges)
}

/// Visitors who leaf through what the brand showed before, where people leaf (a choice: one of its last dozen pictures).
pub fn leaf(world: &World) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for room in (0..world.setup.rooms.len()).map(RoomId::at) {
        let chance = world.setup.room(room).leafs;
        if chance <= 0.0 {
            continue;
        }
        let faded = |post: &&Message| post.room == room && !post.withdrawn && !is_fresh(world, post);
        let shelf: Vec<&Message> =
            world.posts(room).rev().filter(|m| m.is_brand()).filter(faded).take(12).collect();
        if shelf.is_empty() {
            continue;
        }
        let unanswered = unanswered_complaints(world, room);
        for &id in world.day.visitors(room, world.now) {
            let bond = &world.bonds[id.index()];
            if bond.has_left(room) || !world.falls(chance, Purpose::See, id, u64::from(room.0)) {
                continue;
            }
            let post = shelf[world.pick(shelf.len(), Purpose::See, id, 64 + u64::from(room.0))];
            if let Some(post) = Post::of(world, post).filter(|post| !post.message.audience.has(id)) {
                let reader = (world.setup.person(id), bond, world.tired(id, room));
                proposals.push(read(world, reader, &post, Via::Leafed, unanswered));
            }
        }
    }
    proposals
}

/// Complaints in a room that stood unanswered too long; everybody there can see them (MODEL row 24). A day later they
/// have sunk from sight.
fn unanswered_complaints(world: &World, room: RoomId) -> u32 {
    let recent = world.waiting.iter().rev().take_while(|waiting| world.now.since(waiting.since) < 2 * DAY);
    let seen = recent.filter(|waiting| {
        let asked = world.message(waiting.message).expect.as_ref();
        waiting.room == room
            && waiting.state == WaitState::RanOut
            && asked.is_some_and(|asked| asked.ask == crate::appraisal::Ask::Complaint)
    });
    seen.count().min(50) as u32
}
