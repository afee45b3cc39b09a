//! `mingle drill`: two messages, which lands better and why; how sure one was, and how it went the first time.

use std::io::BufRead;
use std::time::SystemTime;

use crate::appraisal::Clean;
use crate::appraisal::welcome::told;
use crate::game::drill::{self, Pair, Score};
use crate::game::store;

use super::args::DrillArgs;
use super::code::{Code, Failure, Outcome};
use super::{open, out, play};

/// Seconds in a day.
const DAY: u64 = 24 * 60 * 60;
/// Reasons told for each message.
const REASONS: usize = 2;

pub(super) fn drill(args: &DrillArgs) -> Outcome {
    let mut pairs = drill::pairs();
    if let Some(room) = &args.room {
        pairs.retain(|pair| pair.room == *room);
        if pairs.is_empty() {
            let room = Clean::line(room).into_string();
            let message =
                format!("mingle: there are no pairs for \"{room}\"; try klatch, party, networking or albums");
            return Err(Failure::new(Code::Usage, message));
        }
    }
    let day = args.day.unwrap_or_else(today);
    let chosen = drill::of_day(&pairs, day, usize::from(args.pairs));
    out::line(
        "Two messages for the same moment. Which lands better? Answer 1 or 2, and how sure you are: 1 50, 2 90.",
    )?;
    let mut score = Score { day, ..Score::default() };
    let mut input = std::io::stdin().lock().lines();
    for (number, (pair, good_first)) in chosen.iter().enumerate() {
        out::line(&shown(number + 1, chosen.len(), pair, *good_first))?;
        let Some((first, sure)) = answer(&mut input)? else { break };
        let right = first == *good_first;
        score.of += 1;
        score.right += u32::from(right);
        score.sure += sure;
        if !out::line(&verdict(pair, right, *good_first))? {
            return Ok(Code::Done);
        }
    }
    if score.of == 0 {
        return Ok(Code::Done);
    }
    out::line(&summary(&score))?;
    if !args.forget
        && let Some(line) = compare(&score)?
    {
        out::line(&line)?;
    }
    Ok(Code::Done)
}

fn today() -> u32 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u32::try_from(since.as_secs() / DAY).unwrap_or(0)
}

fn shown(number: usize, of: usize, pair: &Pair, good_first: bool) -> String {
    let (one, two) = if good_first { (&pair.good, &pair.bad) } else { (&pair.bad, &pair.good) };
    let heard =
        if pair.heard.is_empty() { String::new() } else { format!("  Somebody says: \"{}\"\n", pair.heard) };
    format!("\n{number} of {of}. In the {}, by {}:\n{heard}  1  {one}\n  2  {two}", pair.room, pair.brand)
}

/// Whether the first was chosen, and how sure the player is in percent; `None` when they stop.
fn answer(lines: &mut impl Iterator<Item = std::io::Result<String>>) -> Result<Option<(bool, u32)>, Failure> {
    loop {
        let Some(line) = lines.next() else { return Ok(None) };
        let line = line.map_err(|error| Failure::io(&error))?;
        let mut words = line.split_whitespace();
        let first = match words.next() {
            Some("1") => true,
            Some("2") => false,
            Some("q" | "quit") => return Ok(None),
            Some(_) | None => {
                out::line("Answer 1 or 2; quit stops.")?;
                continue;
            }
        };
        let sure = words.next().and_then(|word| word.trim_end_matches('%').parse().ok());
        return Ok(Some((first, sure.map_or(75, |sure: u32| sure.clamp(50, 100)))));
    }
}

fn verdict(pair: &Pair, right: bool, good_first: bool) -> String {
    let number = if good_first { 1 } else { 2 };
    let mut lines = vec![if right {
        format!("Right: {number}. {}", pair.why)
    } else {
        format!("It is {number}. {}", pair.why)
    }];
    for (name, text) in [("the better", &pair.good), ("the other", &pair.bad)] {
        let Some(read) = drill::read(pair, text) else { continue };
        let reasons: Vec<String> = told(text, &read, REASONS).into_iter().map(|one| one.why).collect();
        if !reasons.is_empty() {
            lines.push(format!("  {name}: {}", reasons.join("; ")));
        }
    }
    lines.join("\n")
}

fn summary(score: &Score) -> String {
    let sure = match score.too_sure() {
        over if over > 10.0 => "You were surer than you were right.",
        over if over < -10.0 => "You know more than you think.",
        _ => "You knew how much you know.",
    };
    format!("\n{} of {} right. {sure}", score.right, score.of)
}

/// Keeps the score, and holds it against the first one that was kept.
fn compare(score: &Score) -> Result<Option<String>, Failure> {
    let Some(path) = play::state_folder().map(|folder| folder.join("drill.jsonl")) else { return Ok(None) };
    let kept = if path.exists() { open::text(&path)? } else { String::new() };
    let earlier: Vec<Score> = kept.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let line = serde_json::to_string(score).expect("a score is plain data");
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| Failure::io(&error))?;
    }
    store::write_whole(&path, format!("{kept}{line}\n").as_bytes()).map_err(|error| Failure::io(&error))?;
    Ok(earlier.first().map(|first| {
        format!(
            "Your first time: {} of {} right, {:+.0} points too sure; now {} of {}, {:+.0}.",
            first.right,
            first.of,
            first.too_sure(),
            score.right,
            score.of,
            score.too_sure()
        )
    }))
}
