//! A frozen loop to measure against: flat columns, and nothing but the arithmetic of seeing and deciding (MODEL B.5, B.6).
//!
//! Frozen: it is not changed when the simulator is, so that the ratio between the two keeps its meaning.

use mingle::appraisal::Dimension;
use mingle::sim::clock::{DAY, STEP};
use mingle::sim::day::Day;
use mingle::sim::dice::Purpose;
use mingle::sim::message::Said;
use mingle::sim::{Minute, RoomId, World};

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

/// The same people and posts for one day; gives the number of exposures.
pub(crate) fn day(world: &World, posts: &[Vec<Said>], every: u32) -> u64 {
    let setup = &world.setup;
    let people = setup.people.len();
    let mut trust: Vec<f32> = setup.people.iter().map(|p| p.first.0 as f32).collect();
    let mut warmth: Vec<f32> = setup.people.iter().map(|p| p.first.1 as f32).collect();
    let mut known: Vec<f32> = setup.people.iter().map(|p| p.first.2 as f32).collect();
    let (mut mood, mut tired) = (vec![0.0_f32; people], vec![0.0_f32; people]);
    let sceptic: Vec<f32> = setup.people.iter().map(|p| p.scepticism as f32).collect();
    let interest: Vec<f32> = setup.people.iter().map(|p| p.interest as f32).collect();
    let reacts: Vec<f32> = setup.people.iter().map(|p| p.reacts as f32).collect();
    let talks: Vec<f32> = setup.people.iter().map(|p| p.talks as f32).collect();
    let labels: Vec<u64> = setup.people.iter().map(|p| p.label).collect();
    let visits = Day::draw(setup, 1);
    let mut live: Vec<Vec<Post>> = posts.iter().map(|_| Vec::new()).collect();
    let (mut exposures, mut done) = (0_u64, 0_u64);
    for minute in (0..DAY).step_by(STEP as usize) {
        let now = Minute(minute);
        if minute % every == 0 {
            for (room, texts) in posts.iter().enumerate() {
                let said = &texts[(minute / every) as usize % texts.len()];
                live[room].push(numbers(said, minute, people));
            }
        }
        let (see, act) = (world.dice().throw(Purpose::See, now), world.dice().throw(Purpose::Act, now));
        for (room, posts) in live.iter_mut().enumerate() {
            let place = setup.room(RoomId::at(room));
            posts.retain(|post| f64::from(minute - post.since) < 7.0 * place.fresh);
            let first = posts.len().saturating_sub(50);
            let base = place.seen / (1.0 - place.seen);
            let odds: Vec<f64> = posts[first..]
                .iter()
                .map(|post| base * libm::exp2(-f64::from(minute - post.since) / place.fresh))
                .collect();
            for &visitor in visits.visitors(RoomId::at(room), now) {
                let who = visitor.index();
                let weary = libm::exp(-f64::from(tired[who]) / 2.0);
                let rank = 1.0 + place.closeness * (f64::from(warmth[who]) - 0.15) / 0.3;
                for (post, odds) in posts[first..].iter_mut().zip(&odds) {
                    if post.seen[who / 64] & (1 << (who % 64)) != 0 {
                        continue;
                    }
                    exposures += 1;
                    let odds = odds * rank.max(0.1) * weary;
                    if see.lend(labels[who], post.label) * (1.0 + odds) >= odds {
                        continue;
                    }
                    post.seen[who / 64] |= 1 << (who % 64);
                    let (t, c) = (f64::from(trust[who]), f64::from(warmth[who]));
                    let (m, x) = (f64::from(mood[who]), f64::from(tired[who]));
                    let sold = post.promo * (0.5 + f64::from(sceptic[who])) * (1.0 - 0.5 * t);
                    let norm = place.norms.formality + 0.3 * (1.0 - f64::from(known[who])) - 0.05;
                    let fit = post.fit * (1.0 - (post.form - norm).abs() / 0.5).max(0.0);
                    let a = (0.05
                        + 0.3 * post.truth
                        + 0.2 * post.human
                        + 0.2 * fit
                        + 0.15 * post.spec
                        + 0.15 * (1.0 - post.canned)
                        - 0.3 * sold)
                        .clamp(0.0, 1.0);
                    let gain = f64::from(interest[who]) * post.gives;
                    let v = ((a - 0.5) + 0.8 * (gain - 0.25) - 0.5 * post.press).clamp(-1.0, 1.0);
                    let up = (a - 0.5).max(0.0) * (1.0 - t) - 2.25 * (0.5 - a).max(0.0) * t;
                    trust[who] = (t + 0.12 * up) as f32;
                    warmth[who] = (c + 0.12 * (v.max(0.0) * (1.0 - c) - (-v).max(0.0) * c)) as f32;
                    mood[who] = (m + 0.3 * v * (1.0 - m.abs())) as f32;
                    known[who] += 0.05 * (1.0 - known[who]);
                    tired[who] = (x + 0.4 * (0.5 + 1.2 * sold) * (1.3 - gain)) as f32;
                    let z = libm::exp(1.2 * v + 0.8 * m + (c - 0.15) - x);
                    let zc = libm::exp(1.2 * (v - (a - 0.5)) + 0.5 * m - x);
                    let chances = [
                        place.reaction * place.mix[0] * f64::from(reacts[who]) * z,
                        place.reaction * place.mix[1] * f64::from(talks[who]) * zc,
                        place.reaction * place.mix[2] * f64::from(talks[who]) * z,
                        0.01 * (0.2 + 1.6 * post.info) * libm::exp(0.8 * v - x),
                        9e-4 * libm::exp(
                            2.0 * x + 1.3 * sold + 5.0 * (0.25 - gain).max(0.0) - 4.0 * c - 1.5 * m,
                        ),
                    ];
                    for (which, chance) in chances.into_iter().enumerate() {
                        done +=
                            u64::from(act.lend(labels[who], post.label.wrapping_add(which as u64)) < chance);
                    }
                }
            }
        }
    }
    std::hint::black_box(done);
    exposures
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
