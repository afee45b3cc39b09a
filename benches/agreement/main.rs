//! Measures how far the reader agrees with people on pairs of messages, and fits its weights.
//!
//! `cargo run --release --example agreement -- FOLDER` prints every bar; with `--write assets/welcome` it also fits
//! the weights on all authors and writes them.

#![expect(
    clippy::disallowed_methods,
    reason = "weights are written for the developer who asked for it; a kill in the middle costs one more run"
)]

mod data;
mod descend;
mod fit;
mod measure;
mod robust;
mod rows;
mod speed;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use data::{AUTHORS, Pair};
use fit::{Settings, fit, signs_file};
use measure::{honest, reliability};

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().context("which folder is the data in?")?);
    let mut shipped_only = false;
    let target = match args.next().as_deref() {
        Some("--write") => Some(PathBuf::from(args.next().context("which folder shall the weights go to?")?)),
        Some("--shipped") => {
            shipped_only = true;
            None
        }
        _ => None,
    };
    let pairs = data::load(&folder)?;
    let mut out = std::io::stdout().lock();
    let settings = settings();
    writeln!(out, "Leave one author out: {settings:?}")?;
    let LeftOut { leads, chances, sides } =
        if shipped_only { LeftOut::default() } else { left_out(&pairs, &settings) };
    for line in measure::table(&leads) {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "Honest confidence, pairs only:")?;
    for line in reliability(&chances) {
        writeln!(out, "{line}")?;
    }
    let written = target.is_some();
    if let Some(target) = target {
        write(&target, &pairs, &settings, &leads, &sides)?;
    }
    if written {
        writeln!(out, "The weights are written; build again to ship them.")?;
        return Ok(());
    }
    writeln!(out, "Shipped weights, fitted on all three authors:")?;
    let shipped: Vec<(&Pair, f64)> = pairs
        .iter()
        .map(|pair| (pair, pair.place.read(&pair.good).leaning - pair.place.read(&pair.bad).leaning))
        .collect();
    for line in measure::table(&shipped) {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "Small changes that mean nothing:")?;
    for line in robust::table(&pairs) {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "Speed, one core:")?;
    for line in speed::table(&pairs) {
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
            "belong" => settings.belong = number,
            "by" => settings.belong_by = number,
            "register" => settings.register = number,
            "rooms" => settings.rooms = number,
            "manner_floor" => settings.manner_floor = number,
            "room_floor" => settings.room_floor = number,
            "floor" => settings.floor = number,
            "answers" => settings.answers = number,
            "room_slack" => settings.room_slack = number,
            "room_price" => settings.room_price = number,
            "cross" => settings.cross = number,
            "own" => settings.own = number,
            "post_slack" => settings.post_slack = number,
            "post_price" => settings.post_price = number,
            "slack" => settings.slack = number,
            "price" => settings.price = number,
            "post_steep" => settings.post_steep = number,
            "post_lift" => settings.post_lift = number,
            "steep" => settings.steep = number,
            "lift" => settings.lift = number,
            "swap" => settings.swap = number,
            "mixed" => settings.mixed = number,
            "least" => settings.least = number as usize,
            _ => {}
        }
    }
    settings
}

type Leads<'p> = Vec<(&'p Pair, f64)>;

/// What weights say of authors they never saw.
#[derive(Default)]
struct LeftOut<'p> {
    leads: Leads<'p>,
    /// Honest chances that the favoured message wins, and whether it did; pairs only.
    chances: Vec<(f64, bool)>,
    /// How far each message of a pair is on its right side of the middle.
    sides: Vec<f64>,
}

/// Leads of every pair by weights that never saw its author, and the honest chances made of them.
fn left_out<'p>(pairs: &'p [Pair], settings: &Settings) -> LeftOut<'p> {
    let mut sides = Vec::new();
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
                sides.extend([fitted.sum(&pair.seen.0, pair), -fitted.sum(&pair.seen.1, pair)]);
            }
            leads.push((pair, lead));
        }
    }
    LeftOut { leads, chances, sides }
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
fn write(
    target: &Path,
    pairs: &[Pair],
    settings: &Settings,
    leads: &[(&Pair, f64)],
    sides: &[f64],
) -> Result<()> {
    let all: Vec<&Pair> = pairs.iter().collect();
    let fitted = fit(&all, settings);
    let found: Vec<f64> = leads.iter().filter(|(pair, _)| !pair.is_swap()).map(|(_, lead)| *lead).collect();
    let chance = honest(&found);
    let scale = format!(
        "{}=chance {chance:.2}\n=side {:.2}\n=welcome {WELCOME}\n=guard {GUARD}\n",
        fitted.scale_file(),
        honest(sides)
    );
    let manner = signs_file(&fitted.manner);
    std::fs::write(target.join("manner.txt"), format!("{HEAD}{scale}{manner}"))?;
    std::fs::write(target.join("belonging.txt"), format!("{HEAD}{}", signs_file(&fitted.belonging)))?;
    std::fs::write(target.join("register.txt"), format!("{HEAD}{}", signs_file(&fitted.register)))?;
    let runs = format!(
        "# Weights of plain runs of words, names and numbers masked; fitted together with manner.txt.\n{}",
        fitted.runs_file()
    );
    std::fs::write(target.join("words.txt"), runs)?;
    Ok(())
}

/// What stands over each weights file.
const HEAD: &str = "# Weights of the signs behind `welcome`, fitted by benches/agreement; change them by fitting again.\n\
    # name, then: all, post, reply, connect, klatch, party, networking, albums\n";

/// What it costs to be words without sentences, to read the sheet out, to say the same again, to say what is not so, to
/// acknowledge receipt and no more.
const GUARD: &str = "-4 -2.5 -3 -2.5 -1.5";

/// How steeply the sum turns into -1..1.
const WELCOME: f64 = 0.25;
