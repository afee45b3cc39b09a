//! `mingle lab facts`: the published findings, row by row.

use crate::lab::facts::{Row, plays, run, suite};
use crate::report::facts as shapes;

use super::args::FactsArgs;
use super::code::{Code, Failure, Outcome};
use super::out;
use super::progress::Progress;

pub(super) fn facts(args: &FactsArgs) -> Outcome {
    let rows = rows(&args.rows)?;
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    let threads = args.threads.map_or_else(cores, usize::from);
    let progress = Progress::new("plays", plays(&rows, args.seeds));
    let verdicts = run(&rows, args.seeds, threads, &|done| progress.show(done));
    progress.clear();
    if args.json {
        out::data(&format!("{}\n", shapes::json(&verdicts)))?;
    } else {
        out::data(&shapes::text(&verdicts, args.seeds))?;
    }
    Ok(if verdicts.iter().all(crate::lab::facts::Verdict::holds) { Code::Done } else { Code::No })
}

fn rows(numbers: &[u32]) -> Result<Vec<&'static Row>, Failure> {
    let all = &suite().rows;
    if let Some(unknown) = numbers.iter().find(|number| all.iter().all(|row| row.row != **number)) {
        let known: Vec<String> = all.iter().map(|row| row.row.to_string()).collect();
        return Err(Failure::new(
            Code::Usage,
            format!("mingle: there is no row {unknown}; the suite has {}", known.join(", ")),
        ));
    }
    Ok(all.iter().filter(|row| numbers.is_empty() || numbers.contains(&row.row)).collect())
}
