//! Measures how far the reader agrees with people on pairs of messages, and fits its weights.
//!
//! `cargo run --release --example agreement -- FOLDER` prints every bar; with `--write assets/welcome` it also fits
//! the weights on all authors and writes them.

mod support;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use support::data::{self, AUTHORS, Pair};
use support::fit::{Fitted, Settings, fit, move_number};
use support::measure::{self, honest, reliability};

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().context("which folder is the data in?")?);
    let target = match args.next().as_deref() {
        Some("--write") => Some(PathBuf::from(args.next().context("which folder shall the weights go to?")?)),
        _ => None,
    };
    let pairs = data::load(&folder)?;
    let mut out = std::io::stdout().lock();
    let settings = settings();
    writeln!(out, "Leave one author out: {settings:?}")?;
    let (leads, chances) = left_out(&pairs, &settings);
    for line in measure::table(&leads) {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "Honest confidence, pairs only:")?;
    for line in reliability(&chances) {
        writeln!(out, "{line}")?;
    }
    if std::env::var_os("MISSES").is_some() {
        for (pair, lead) in leads.iter().filter(|(_, lead)| *lead <= 0.0) {
            writeln!(out, "MISS {lead:.2} {} {:?} {:?}\n  + {}\n  - {}", pair.id, pair.tests, pair.place.heard.as_ref().map(|h| &h.text), pair.good, pair.bad)?;
        }
    }
    if let Some(target) = target {
        write(&target, &pairs, &settings, &leads)?;
    }
    writeln!(out, "Shipped weights, fitted on all three authors:")?;
    let shipped: Vec<(&Pair, f64)> = pairs
        .iter()
        .map(|pair| (pair, pair.place.read(&pair.good).leaning - pair.place.read(&pair.bad).leaning))
        .collect();
    for line in measure::table(&shipped) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// The settings, each of which `SETTINGS="all=.5 runs=3"` can change for trying out.
fn settings() -> Settings {
    let mut settings = Settings::default();
    let given = std::env::var("SETTINGS").unwrap_or_default();
    for (name, value) in given.split_whitespace().filter_map(|part| part.split_once('=')) {
        let Ok(number) = value.parse::<f64>() else { continue };
        match name {
            "all" => settings.all = number,
            "move" => settings.by_move = number,
            "room" => settings.by_room = number,
            "runs" => settings.runs = number,
            "swap" => settings.swap = number,
            "mixed" => settings.mixed = number,
            "least" => settings.least = number as usize,
            _ => {}
        }
    }
    settings
}

type Leads<'p> = Vec<(&'p Pair, f64)>;

/// Leads of every pair by weights that never saw its author, and the honest chances made of them.
fn left_out<'p>(pairs: &'p [Pair], settings: &Settings) -> (Leads<'p>, Vec<(f64, bool)>) {
    let mut leads = Vec::new();
    let mut chances = Vec::new();
    for author in 0..AUTHORS.len() {
        let others: Vec<&Pair> = pairs.iter().filter(|pair| pair.author != author).collect();
        let fitted = fit(&others, settings);
        let slope = inner_slope(&others, author, settings);
        for pair in pairs.iter().filter(|pair| pair.author == author) {
            let lead = fitted.lead(pair);
            if !pair.is_swap() {
                let chance = 1.0 / (1.0 + libm::exp(-slope * lead.abs()));
                chances.push((chance, lead > 0.0));
            }
            leads.push((pair, lead));
        }
    }
    (leads, chances)
}

/// The slope found among the training authors alone: fitted on one, tried on the other.
fn inner_slope(others: &[&Pair], author: usize, settings: &Settings) -> f64 {
    let mut leads = Vec::new();
    for held in (0..AUTHORS.len()).filter(|&held| held != author) {
        let rest: Vec<&Pair> = others.iter().copied().filter(|pair| pair.author != held).collect();
        let fitted = fit(&rest, settings);
        let tried = others.iter().filter(|pair| pair.author == held && !pair.is_swap());
        leads.extend(tried.map(|pair| fitted.lead(pair)));
    }
    honest(&leads)
}

/// Fits on all pairs and writes the weights.
fn write(target: &Path, pairs: &[Pair], settings: &Settings, leads: &[(&Pair, f64)]) -> Result<()> {
    let all: Vec<&Pair> = pairs.iter().collect();
    let fitted = fit(&all, settings);
    let found: Vec<f64> = leads.iter().filter(|(pair, _)| !pair.is_swap()).map(|(_, lead)| *lead).collect();
    let levels = levels(pairs, &fitted);
    let mut text = String::from(
        "# Weights of the signs behind `welcome`, fitted by examples/agreement.rs; change them by fitting again.\n\
         # name, then: all, post, reply, connect, klatch, party, networking, albums\n",
    );
    let level: Vec<String> = levels.iter().map(|level| format!("{level:.2}")).collect();
    text.push_str(&format!("=level {}\n=chance {:.2}\n", level.join(" "), honest(&found)));
    text.push_str(&format!("=side {:.2}\n=welcome {WELCOME}\n", honest(&sides(pairs, &fitted, &levels))));
    text.push_str(&fitted.signs_file());
    std::fs::write(target.join("weights.txt"), text)?;
    let runs = format!(
        "# Weights of plain runs of words, names and numbers masked; fitted together with weights.txt.\n{}",
        fitted.runs_file()
    );
    std::fs::write(target.join("words.txt"), runs)?;
    Ok(())
}

/// How steeply the sum turns into -1..1.
const WELCOME: f64 = 0.25;

/// What puts the middle between the better and the worse messages, by move.
fn levels(pairs: &[Pair], fitted: &Fitted) -> [f64; 3] {
    let mut sums = [(0.0, 0.0); 3];
    for pair in pairs.iter().filter(|pair| !pair.is_swap()) {
        let sum = &mut sums[move_number(pair.place.deed)];
        sum.0 -= 0.5 * (fitted.sum(&pair.seen.0, pair) + fitted.sum(&pair.seen.1, pair));
        sum.1 += 1.0;
    }
    sums.map(|(sum, count)| sum / f64::max(count, 1.0))
}

/// How far each text is on its right side of the middle.
fn sides(pairs: &[Pair], fitted: &Fitted, levels: &[f64; 3]) -> Vec<f64> {
    let mut sides = Vec::new();
    for pair in pairs.iter().filter(|pair| !pair.is_swap()) {
        let level = levels[move_number(pair.place.deed)];
        sides.push(fitted.sum(&pair.seen.0, pair) + level);
        sides.push(-fitted.sum(&pair.seen.1, pair) - level);
    }
    sides
}
