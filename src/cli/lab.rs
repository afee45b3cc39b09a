//! `mingle lab`: many plays by policies, in parts where that is asked for, and whether a scenario teaches what it claims.

use std::path::Path;
use std::sync::Arc;

use crate::appraisal::Clean;
use crate::lab::certify;
use crate::lab::policy::Policy;
use crate::lab::study::{self, Plan, Shard, Study};
use crate::report::lab as shapes;
use crate::scenario::Scenario;

use super::args::{AmountArgs, CertifyArgs, LabArgs, LabCommand, MergeArgs, ShapeArgs};
use super::code::{Code, Failure, Outcome};
use super::progress::Progress;
use super::{open, out};

pub(super) fn lab(args: &LabArgs) -> Outcome {
    match &args.command {
        Some(LabCommand::Certify(args)) => return certify(args),
        Some(LabCommand::Merge(args)) => return merge(args),
        None => {}
    }
    let name = args.scenario.as_deref().expect("clap wants a scenario where there is no other command");
    let shard = args.shard.as_deref().map(shard).transpose()?;
    let policies = policies(&args.policies)?;
    let plan = plan(open::scenario(name)?, policies, &args.amount);
    let study = play(&plan, shard.unwrap_or(Shard::WHOLE), &args.amount);
    if shard.is_some() {
        let part = serde_json::to_string(&study).expect("a study is plain data");
        return out::data(&format!("{part}\n"));
    }
    print(&study, &args.shape)
}

fn certify(args: &CertifyArgs) -> Outcome {
    let plan = plan(open::scenario(&args.scenario)?, Policy::ALL.to_vec(), &args.amount);
    let study = play(&plan, Shard::WHOLE, &args.amount);
    let checks = certify::certify(&study);
    out::data(&shapes::verdict::certification(&study, &checks))?;
    Ok(if checks.iter().all(|check| check.holds) { Code::Done } else { Code::No })
}

fn plan(scenario: Arc<Scenario>, policies: Vec<Policy>, amount: &AmountArgs) -> Plan {
    Plan { scenario, policies, runs: amount.runs, seed: amount.seed }
}

fn play(plan: &Plan, shard: Shard, amount: &AmountArgs) -> Study {
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    let threads = amount.threads.map_or_else(cores, usize::from);
    let progress = Progress::new("plays", study::plays_of(plan, shard));
    let study = study::run(plan, shard, threads, &|done| progress.show(done));
    progress.clear();
    study
}

fn print(study: &Study, shape: &ShapeArgs) -> Outcome {
    if shape.json {
        out::data(&format!("{}\n", shapes::json::study(study)))
    } else if shape.csv {
        out::data(&shapes::csv::study(study))
    } else {
        out::data(&shapes::table::study(study))
    }
}

fn policies(names: &[String]) -> Result<Vec<Policy>, Failure> {
    if names.is_empty() {
        return Ok(Policy::ALL.to_vec());
    }
    let mut policies = Vec::new();
    for name in names {
        let policy = open::policy(name.trim())?;
        if !policies.contains(&policy) {
            policies.push(policy);
        }
    }
    Ok(policies)
}

/// `2/8`: the second of eight.
fn shard(text: &str) -> Result<Shard, Failure> {
    let parsed = text.split_once('/').and_then(|(number, of)| {
        let (number, of): (u64, u64) = (number.trim().parse().ok()?, of.trim().parse().ok()?);
        (number >= 1 && number <= of).then_some(Shard { number, of })
    });
    parsed.ok_or_else(|| {
        let text = Clean::line(text).into_string();
        Failure::new(
            Code::Usage,
            format!("mingle: \"{text}\" is no part of a study; write 2/8 for the second of eight"),
        )
    })
}

fn merge(args: &MergeArgs) -> Outcome {
    let parts = args.parts.iter().map(|path| part(path)).collect::<Result<Vec<Study>, Failure>>()?;
    let whole = study::join(parts).map_err(|e| Failure::new(Code::BadInput, format!("mingle: {e}")))?;
    print(&whole, &args.shape)
}

fn part(path: &Path) -> Result<Study, Failure> {
    serde_json::from_str(&open::text(path)?).map_err(|error| {
        let name = path.display();
        Failure::new(Code::BadInput, format!("mingle: {name}: this is no part of a study ({error})"))
    })
}
