//! What happened in one play, counted.

use std::collections::BTreeSet;

use crate::appraisal::Ask;
use crate::sim::bond::Dial;
use crate::sim::clock::DAY;
use crate::sim::event::{Event, Via, What};
use crate::sim::law::reading::{self, Reader};
use crate::sim::message::{Author, Message};
use crate::sim::reason::Law;
use crate::sim::ties::Ties;
use crate::sim::{MessageId, PersonId, World};

use super::data::{Count, Per, Trial};
use super::trial::Play;

/// A tie from here on is strong (row 39).
const STRONG: f32 = 0.3;

/// The figures of one play.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    followers: f64,
    posts: f64,
    reads: f64,
    likes: f64,
    comments: f64,
    shares: f64,
    clicks: f64,
    sales: f64,
    trust: f64,
    warmth: f64,
    authentic: f64,
    taken: f64,
    recommended: f64,
    warned: f64,
    actors: f64,
    left: [f64; 4],
    complainers: (f64, f64),
    observers: f64,
    complaint_readers: f64,
    alone: f64,
    shallow: f64,
    first_hand: f64,
    strong: (f64, f64),
    weak: (f64, f64),
    repaired: [f64; 3],
    /// Ages of reactions in minutes.
    pub ages: Vec<u32>,
    /// Comments and shares by person.
    pub talk: Vec<u32>,
    /// See [`Play::chances`].
    pub chances: Vec<([f64; 5], bool)>,
    /// How alike neighbours are in buying.
    pub alike: f64,
}

impl Counts {
    /// Counts a play.
    pub(super) fn of(play: &Play, trial: &Trial) -> Self {
        let world = &play.world;
        let people = world.bonds.len();
        let mut counts =
            Self { followers: f64::from(trial.people), talk: vec![0; people], ..Self::default() };
        let mut weeks: BTreeSet<(u32, PersonId)> = BTreeSet::new();
        let mut hands = Hands::default();
        for event in &world.chronicle {
            counts.event(world, event, &mut weeks, &mut hands);
        }
        counts.actors = weeks.len() as f64 / (f64::from(trial.days) / 7.0).max(1.0);
        for message in world.messages.iter().filter(|m| m.is_brand() && m.is_post() && m.private.is_none()) {
            counts.posts += 1.0;
            let shared = message.reactions[2] > 0;
            counts.alone += f64::from(u8::from(!shared));
            counts.shallow += f64::from(u8::from(!hands.deep.contains(&message.id)));
        }
        counts.dials(world);
        counts.sales = world.ledger.expected;
        counts.repaired = mean_change(&play.repaired);
        counts.alike = alike(world, &play.ties);
        counts.chances.clone_from(&play.chances);
        counts
    }

    fn event(
        &mut self,
        world: &World,
        event: &Event,
        weeks: &mut BTreeSet<(u32, PersonId)>,
        hands: &mut Hands,
    ) {
        let week = event.minute.0 / (7 * DAY);
        match event.what {
            What::Read { person, message, reading, via } => {
                self.reads += 1.0;
                self.taken += 1.0;
                self.authentic += reading.authenticity;
                if let Some(strong) = strong(world, person, via) {
                    self.hand(strong).1 += 1.0;
                    hands.passed.insert((message, person), strong);
                }
            }
            // Answers are read as well: by whoever asked, and by those who look on.
            What::Answered { reply, .. } | What::Watched { reply, .. } => {
                let message = world.message(reply);
                if let Some(said) = message.said() {
                    let room = world.setup.room(message.room);
                    self.taken += 1.0;
                    self.authentic += reading::read(&said.appraisal, &Reader::USUAL, room).authenticity;
                }
            }
            What::Liked { person, message } => {
                self.likes += 1.0;
                self.reacted(world, event, person, message, weeks);
            }
            What::Shared { person, message } if world.message(message).is_brand() => {
                self.shares += 1.0;
                self.talk[person.index()] += 1;
                self.reacted(world, event, person, message, weeks);
                match hands.passed.get(&(message, person)) {
                    None => self.first_hand += 1.0,
                    Some(strong) => {
                        self.hand(*strong).0 += 1.0;
                        hands.deep.insert(message);
                    }
                }
            }
            What::Said(id) => self.said(world, event, world.message(id), weeks),
            What::LookedUp { .. } => self.clicks += 1.0,
            What::Told { good: true, .. } => self.recommended += 1.0,
            What::Told { good: false, .. } => self.warned += 1.0,
            What::Left { why, .. } => self.left[why as usize] += 1.0,
            What::Shared { person, .. } => {
                weeks.insert((week, person));
            }
            What::Beat(_)
            | What::Overheard { .. }
            | What::FellFlat { .. }
            | What::Joined { .. }
            | What::RanOut { .. }
            | What::Requested { .. }
            | What::Settled { .. }
            | What::Reached { .. }
            | What::Nodded { .. }
            | What::Listened { .. }
            | What::Promised(_)
            | What::Kept(_)
            | What::Broke(_)
            | What::FoundOut { .. }
            | What::Corrected { .. }
            | What::Withdrew { .. }
            | What::Boosted { .. }
            | What::Failed { .. }
            | What::Bought { .. }
            | What::Delivered { .. }
            | What::Introduced { .. } => {}
        }
    }

    /// Shares and readings of what came along strong ties, or along weak ones.
    const fn hand(&mut self, strong: bool) -> &mut (f64, f64) {
        if strong { &mut self.strong } else { &mut self.weak }
    }

    fn reacted(
        &mut self,
        world: &World,
        event: &Event,
        person: PersonId,
        message: MessageId,
        weeks: &mut BTreeSet<(u32, PersonId)>,
    ) {
        weeks.insert((event.minute.0 / (7 * DAY), person));
        let post = world.message(message);
        if post.is_brand() && post.is_post() {
            self.ages.push(event.minute.since(post.minute));
        }
    }

    fn said(
        &mut self,
        world: &World,
        event: &Event,
        message: &Message,
        weeks: &mut BTreeSet<(u32, PersonId)>,
    ) {
        let Author::Person(person) = message.author else { return };
        let answered = message.answers.map(|id| world.message(id)).filter(|m| m.is_brand() && m.is_post());
        if let Some(post) = answered {
            self.comments += 1.0;
            self.talk[person.index()] += 1;
            self.reacted(world, event, person, post.id, weeks);
        } else if message.to_brand {
            weeks.insert((event.minute.0 / (7 * DAY), person));
        }
    }

    fn dials(&mut self, world: &World) {
        let people = world.bonds.len();
        let mean = |dial| {
            (0..people).map(|at| world.dial(PersonId::at(at), dial)).sum::<f64>() / people.max(1) as f64
        };
        self.trust = mean(Dial::Trust);
        self.warmth = mean(Dial::Warmth);
        let mut complained = BTreeSet::new();
        for message in &world.messages {
            let complains = message.expect.as_ref().is_some_and(|expect| expect.ask == Ask::Complaint);
            if let (true, Author::Person(person)) = (complains, message.author) {
                complained.insert(person);
                self.complaint_readers += message.readers().len() as f64;
            }
        }
        let many = complained.len().max(1) as f64;
        let trust: f64 = complained.iter().map(|person| world.bond(*person).trust).sum();
        let voice: f64 = complained.iter().map(|person| world.bond(*person).voices).sum();
        self.complainers = (trust / many, voice / many);
        self.observers = [Law::Watching, Law::Clogging, Law::Overhearing]
            .into_iter()
            .map(|law| world.tally.of(law, Dial::Trust))
            .map(|moved| moved.up - moved.down)
            .sum();
    }

    /// A count.
    pub(super) fn get(&self, count: Count) -> f64 {
        match count {
            Count::Engagement => self.likes + self.comments + self.shares,
            Count::Comments => self.comments,
            Count::Shares => self.shares,
            Count::Reads => self.reads,
            Count::Clicks => self.clicks,
            Count::Sales => self.sales,
            Count::Trust => self.trust,
            Count::Warmth => self.warmth,
            Count::Authentic => self.authentic,
            Count::Recommended => self.recommended,
            Count::Warned => self.warned,
            Count::Actors => self.actors,
            Count::LeftSelling => self.left[0],
            Count::LeftIrrelevant => self.left[1],
            Count::LeftVolume => self.left[2],
            Count::LeftIgnored => self.left[3],
            Count::ComplainerTrust => self.complainers.0,
            Count::ComplainerVoice => self.complainers.1,
            Count::ObserverTrust => self.observers,
            Count::ComplaintReaders => self.complaint_readers,
            Count::Alone => self.alone,
            Count::Shallow => self.shallow,
            Count::FirstHand => self.first_hand,
            Count::StrongShares => self.strong.0,
            Count::StrongReads => self.strong.1,
            Count::WeakShares => self.weak.0,
            Count::WeakReads => self.weak.1,
            Count::RepairedMood => self.repaired[0],
            Count::RepairedTrust => self.repaired[1],
            Count::RepairedKeen => self.repaired[2],
        }
    }

    /// What it is counted per.
    pub(super) fn per(&self, per: Per) -> f64 {
        match per {
            Per::One => 1.0,
            Per::Post => self.posts,
            Per::Follower => self.followers,
            Per::Offer => self.followers * self.posts,
            Per::Read => self.reads,
            Per::Taken => self.taken,
            Per::Share => self.shares,
            Per::StrongRead => self.strong.1,
            Per::WeakRead => self.weak.1,
            Per::PassedShare => self.strong.0 + self.weak.0,
            Per::Warning => self.warned,
            Per::Bored => self.left[1],
            Per::Swamped => self.left[2],
        }
    }
}

/// Through whose hands posts went.
#[derive(Default)]
struct Hands {
    /// Who had a post through somebody, and whether over a strong tie.
    passed: std::collections::BTreeMap<(MessageId, PersonId), bool>,
    /// Posts that were passed on by somebody who had them from somebody.
    deep: BTreeSet<MessageId>,
}

/// Whether a reading came over a strong tie, where it came over one.
fn strong(world: &World, person: PersonId, via: Via) -> Option<bool> {
    match via {
        Via::Passed(from) => {
            world.setup.ties.of(from).iter().find(|tie| tie.to == person).map(|tie| tie.strength >= STRONG)
        }
        Via::Feed | Via::Paid | Via::Leafed => None,
    }
}

/// Mood after less mood before; trust and keenness after over before.
fn mean_change(repaired: &[([f64; 3], [f64; 3])]) -> [f64; 3] {
    let many = repaired.len().max(1) as f64;
    let mean = |at: usize, after: bool| {
        repaired.iter().map(|(b, a)| if after { a[at] } else { b[at] }).sum::<f64>() / many
    };
    let over = |at: usize| mean(at, true) / mean(at, false).max(1e-9);
    [mean(0, true) - mean(0, false), over(1), over(2)]
}

/// Correlation over ties of how likely both ends were to buy.
fn alike(world: &World, ties: &Ties) -> f64 {
    let (mut ties_in_all, mut sums, mut squares, mut products) = (0.0, (0.0, 0.0), (0.0, 0.0), 0.0);
    for (from, tie) in ties.edges() {
        let (one, other) = (world.expected[from.index()], world.expected[tie.to.index()]);
        ties_in_all += 1.0;
        sums = (sums.0 + one, sums.1 + other);
        squares = (squares.0 + one * one, squares.1 + other * other);
        products += one * other;
    }
    let many = f64::max(ties_in_all, 1.0);
    let spread = (squares.0 - sums.0 * sums.0 / many) * (squares.1 - sums.1 * sums.1 / many);
    if spread <= 0.0 { 0.0 } else { (products - sums.0 * sums.1 / many) / libm::sqrt(spread) }
}
