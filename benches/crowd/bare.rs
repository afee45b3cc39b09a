//! A frozen loop to measure against: flat columns, and nothing but the arithmetic of seeing and deciding (MODEL B.5, B.6).
//!
//! Frozen: it is not changed when the simulator is, so that the ratio between the two keeps its meaning.

use mingle::appraisal::Dimension;
use mingle::sim::clock::{DAY, STEP};
use mingle::sim::day::Day;
use mingle::sim::dice::{Purpose, Throw};
use mingle::sim::message::Said;
use mingle::sim::person::Person;
use mingle::sim::room::Room;
use mingle::sim::{Minute, PersonId, RoomId, World};

/// What a post is, in numbers.
struct Post {
    since: u32,
    label: u64,
    promo: f64,
    press: f64,
    form: f64,
    fit: f64,
    human: f64,
    canned: f64,
    truth: f64,
    spec: f64,
    gives: f64,
    info: f64,
    seen: Vec<u64>,
}

/// People as flat columns.
struct Flat {
    trust: Vec<f32>,
    warmth: Vec<f32>,
    known: Vec<f32>,
    mood: Vec<f32>,
    tired: Vec<f32>,
    sceptic: Vec<f32>,
    interest: Vec<f32>,
    reacts: Vec<f32>,
    talks: Vec<f32>,
    labels: Vec<u64>,
}

/// The same people and posts for one day; gives the number of exposures.
pub(crate) fn day(world: &World, posts: &[Vec<Said>], every: u32) -> u64 {
    let setup = &world.setup;
    let mut flat = Flat::of(world);
    let visits = Day::draw(setup, 1);
    let mut live: Vec<Vec<Post>> = posts.iter().map(|_| Vec::new()).collect();
    let (mut exposures, mut done) = (0_u64, 0_u64);
    for minute in (0..DAY).step_by(STEP as usize) {
        let now = Minute(minute);
        if minute % every == 0 {
            for (room, texts) in posts.iter().enumerate() {
                let said = &texts[(minute / every) as usize % texts.len()];
                live[room].push(numbers(said, minute, setup.people.len()));
            }
        }
        let throws = (world.dice().throw(Purpose::See, now), world.dice().throw(Purpose::Act, now));
        for (room, posts) in live.iter_mut().enumerate() {
            let place = setup.room(RoomId::at(room));
            posts.retain(|post| f64::from(minute - post.since) < 7.0 * place.fresh);
            let first = posts.len().saturating_sub(50);
            let visitors = visits.visitors(RoomId::at(room), now);
            let (offered, acts) = flat.look(visitors, &mut posts[first..], place, minute, throws);
            exposures += offered;
            done += acts;
        }
    }
    std::hint::black_box(done);
    exposures
}

impl Flat {
    fn of(world: &World) -> Self {
        let people = &world.setup.people;
        let column = |value: fn(&Person) -> f64| people.iter().map(|p| value(p) as f32).collect();
        Self {
            trust: column(|p| p.first.0),
            warmth: column(|p| p.first.1),
            known: column(|p| p.first.2),
            mood: vec![0.0; people.len()],
            tired: vec![0.0; people.len()],
            sceptic: column(|p| p.scepticism),
            interest: column(|p| p.interest),
            reacts: column(|p| p.reacts),
            talks: column(|p| p.talks),
            labels: people.iter().map(|p| p.label).collect(),
        }
    }

    fn look(
        &mut self,
        visitors: &[PersonId],
        posts: &mut [Post],
        place: &Room,
        minute: u32,
        (see, act): (Throw, Throw),
    ) -> (u64, u64) {
        let (mut exposures, mut done) = (0, 0);
        let base = place.seen / (1.0 - place.seen);
        let fresh = |post: &Post| base * libm::exp2(-f64::from(minute - post.since) / place.fresh);
        let odds: Vec<f64> = posts.iter().map(fresh).collect();
        for visitor in visitors {
            let who = visitor.index();
            let weary = libm::exp(-f64::from(self.tired[who]) / 2.0);
            let rank = 1.0 + place.closeness * (f64::from(self.warmth[who]) - 0.15) / 0.3;
            for (post, odds) in posts.iter_mut().zip(&odds) {
                if post.seen[who / 64] & (1 << (who % 64)) != 0 {
                    continue;
                }
                exposures += 1;
                let odds = odds * rank.max(0.1) * weary;
                if see.lend(self.labels[who], post.label) * (1.0 + odds) < odds {
                    post.seen[who / 64] |= 1 << (who % 64);
                    done += self.read(who, post, place, act);
                }
            }
        }
        (exposures, done)
    }

    fn read(&mut self, who: usize, post: &Post, place: &Room, act: Throw) -> u64 {
        let (trust, warmth) = (f64::from(self.trust[who]), f64::from(self.warmth[who]));
        let (mood, tired) = (f64::from(self.mood[who]), f64::from(self.tired[who]));
        let sold = post.promo * (0.5 + f64::from(self.sceptic[who])) * (1.0 - 0.5 * trust);
        let norm = place.norms.formality + 0.3 * (1.0 - f64::from(self.known[who])) - 0.05;
        let fit = post.fit * (1.0 - (post.form - norm).abs() / 0.5).max(0.0);
        let honest = (0.05
            + 0.3 * post.truth
            + 0.2 * post.human
            + 0.2 * fit
            + 0.15 * post.spec
            + 0.15 * (1.0 - post.canned)
            - 0.3 * sold)
            .clamp(0.0, 1.0);
        let gain = f64::from(self.interest[who]) * post.gives;
        let value = ((honest - 0.5) + 0.8 * (gain - 0.25) - 0.5 * post.press).clamp(-1.0, 1.0);
        let up = (honest - 0.5).max(0.0) * (1.0 - trust) - 2.25 * (0.5 - honest).max(0.0) * trust;
        let nearer = value.max(0.0) * (1.0 - warmth) - (-value).max(0.0) * warmth;
        self.trust[who] = (trust + 0.12 * up) as f32;
        self.warmth[who] = (warmth + 0.12 * nearer) as f32;
        self.mood[who] = (mood + 0.3 * value * (1.0 - mood.abs())) as f32;
        self.known[who] += 0.05 * (1.0 - self.known[who]);
        self.tired[who] = (tired + 0.4 * (0.5 + 1.2 * sold) * (1.3 - gain)) as f32;
        let keen = libm::exp(1.2 * value + 0.8 * mood + (warmth - 0.15) - tired);
        let talkative = libm::exp(1.2 * (value - (honest - 0.5)) + 0.5 * mood - tired);
        let (reacts, talks) = (f64::from(self.reacts[who]), f64::from(self.talks[who]));
        let bored = 5.0 * (0.25 - gain).max(0.0);
        let chances = [
            place.reaction * place.mix[0] * reacts * keen,
            place.reaction * place.mix[1] * talks * talkative,
            place.reaction * place.mix[2] * talks * keen,
            0.01 * (0.2 + 1.6 * post.info) * libm::exp(0.8 * value - tired),
            9e-4 * libm::exp(2.0 * tired + 1.3 * sold + bored - 4.0 * warmth - 1.5 * mood),
        ];
        let falls = |(which, chance): (usize, f64)| {
            u64::from(act.lend(self.labels[who], post.label.wrapping_add(which as u64)) < chance)
        };
        chances.into_iter().enumerate().map(falls).sum()
    }
}

fn numbers(said: &Said, since: u32, people: usize) -> Post {
    let score = |dimension| said.appraisal.score(dimension);
    Post {
        since,
        label: u64::from(since) << 8 | u64::from(said.shape.chars),
        promo: score(Dimension::Promo),
        press: score(Dimension::Press),
        form: score(Dimension::Form),
        fit: score(Dimension::RoomFit),
        human: score(Dimension::Human),
        canned: score(Dimension::Canned),
        truth: score(Dimension::Truth),
        spec: score(Dimension::Spec),
        gives: score(Dimension::Useful).max(score(Dimension::Story)),
        info: score(Dimension::Info),
        seen: vec![0; people.div_ceil(64)],
    }
}
