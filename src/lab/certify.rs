//! Certification: whether a scenario teaches what it claims. The host has to win, and every other policy has to lose for
//! its own reason.

use super::blame::Blame;
use super::figures::{Figures, Meter};
use super::policy::Policy;
use super::spread::{Difference, mean};
use super::study::Study;
use super::summary::{COMPARED, Measure, shares};

/// The host's people have to be closer than at the start, where the meter stands at 50.
const CLOSER: f64 = 50.0;
/// A policy loses for its own reason when so much of what is held against it is that.
const OWN_SHARE: f64 = 0.3;
/// The misfit's manners have to be so far below the host's, of 100.
const OWN_MARGIN: f64 = 5.0;

/// What a policy has to lose by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Own {
    /// What people hold against it, by any of these names.
    Held(&'static [Blame]),
    /// A meter that the host has to be ahead on by `OWN_MARGIN`.
    Below(Meter),
}

/// What a policy has to lose by in a story of so many rooms; `None` for the host. Where there is only one room nobody can be
/// in the wrong one: the misfit's answers are then posts past whoever asked.
pub const fn own(policy: Policy, rooms: usize) -> Option<Own> {
    Some(match policy {
        Policy::Host => return None,
        Policy::Broadcaster => Own::Held(&[Blame::Selling]),
        Policy::Copier => Own::Held(&[Blame::Canned, Blame::Misplaced]),
        Policy::Silent | Policy::Late => Own::Held(&[Blame::Unanswered]),
        Policy::Template => Own::Held(&[Blame::Canned]),
        Policy::Stuffer => Own::Held(&[Blame::Canned, Blame::Misplaced, Blame::PoorAnswer]),
        Policy::Misfit if rooms == 1 => Own::Held(&[Blame::Unanswered, Blame::Misplaced]),
        Policy::Misfit => Own::Below(Meter::Manners),
        Policy::Ordinary => Own::Held(&[Blame::Selling, Blame::Unanswered]),
        Policy::Overseller => Own::Held(&[Blame::Untruth]),
    })
}

/// One thing that has to hold, and whether it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Of which policy.
    pub policy: Policy,
    /// Measured by what.
    pub measured: Measured,
    /// In which room; `None` for all of them.
    pub room: Option<String>,
    /// What was found: points of a meter, sales, or a share of 1.
    pub found: f64,
    /// From where to where it may lie, where that is known.
    pub interval: Option<(f64, f64)>,
    /// What would have been enough, by the lower end of the interval.
    pub needed: f64,
    /// Whether it holds.
    pub holds: bool,
}

/// What a check measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measured {
    /// How close the host's people came, as the bonds meter says.
    Closeness,
    /// How far the host is ahead.
    Ahead(Measure),
    /// How much of what is held against a policy is its own fault.
    Share(&'static [Blame]),
}

/// All checks of a whole study that has all policies, in their order.
pub fn certify(study: &Study) -> Vec<Check> {
    let plays = |policy: Policy| -> Vec<&Figures> {
        let at = study.policies.iter().position(|name| name == policy.name());
        at.map_or_else(Vec::new, |at| study.plays(at).collect())
    };
    let host = plays(Policy::Host);
    let mut checks = vec![closeness(&host)];
    for policy in Policy::ALL {
        let Some(own) = own(policy, study.rooms.len()) else { continue };
        let theirs = plays(policy);
        for measure in COMPARED {
            let gap = gap(&host, &theirs, |play| measure.of(play));
            checks.push(ahead(policy, measure, None, gap, 0.0));
        }
        for (at, room) in study.rooms.iter().enumerate() {
            let gap = gap(&host, &theirs, |play| play.rooms[at].bonds);
            checks.push(ahead(policy, Measure::Meter(Meter::Bonds), Some(room), gap, 0.0));
        }
        checks.push(match own {
            Own::Held(blames) => held(policy, blames, &theirs),
            Own::Below(meter) => {
                let gap = gap(&host, &theirs, |play| meter.of(&play.meters));
                ahead(policy, Measure::Meter(meter), None, gap, OWN_MARGIN)
            }
        });
    }
    checks
}

fn closeness(host: &[&Figures]) -> Check {
    let bonds: Vec<f64> = host.iter().map(|play| play.meters.bonds).collect();
    let from = vec![CLOSER; bonds.len()];
    let gap = Difference::between(&bonds, &from);
    Check {
        policy: Policy::Host,
        measured: Measured::Closeness,
        room: None,
        found: mean(&bonds),
        interval: gap.interval.map(|(low, high)| (low + CLOSER, high + CLOSER)),
        needed: CLOSER,
        holds: gap.least() > 0.0,
    }
}

fn gap(host: &[&Figures], theirs: &[&Figures], of: impl Fn(&Figures) -> f64) -> Difference {
    let all = |plays: &[&Figures]| plays.iter().map(|play| of(play)).collect::<Vec<f64>>();
    Difference::between(&all(host), &all(theirs))
}

fn ahead(policy: Policy, measure: Measure, room: Option<&String>, gap: Difference, needed: f64) -> Check {
    Check {
        policy,
        measured: Measured::Ahead(measure),
        room: room.cloned(),
        found: gap.mean,
        interval: gap.interval,
        needed,
        holds: gap.least() > needed,
    }
}

fn held(policy: Policy, blames: &'static [Blame], theirs: &[&Figures]) -> Check {
    let share: f64 = shares(theirs).iter().filter(|(blame, _)| blames.contains(blame)).map(|one| one.1).sum();
    Check {
        policy,
        measured: Measured::Share(blames),
        room: None,
        found: share,
        interval: None,
        needed: OWN_SHARE,
        holds: share >= OWN_SHARE,
    }
}
