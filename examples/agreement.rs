//! Measures how far the reader agrees with people on pairs of messages, and fits its weights.
//!
//! `cargo run --release --example agreement -- FOLDER` prints every bar; with `--write assets/welcome` it also fits
//! the weights on all authors and writes them.

mod support;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use support::data::{self, AUTHORS, Pair};
use support::fit::{Fitted, Settings, fit};
use support::measure::{self, honest, reliability};

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
    if std::env::var_os("GRID").is_some() {
        return grid(&pairs, &settings);
    }
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
    for line in support::robust::table(&pairs) {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "Speed, one core:")?;
    for line in support::speed::table(&pairs) {
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
            "pair" => settings.pair = number,
            "rooms" => settings.rooms = number,
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
            "cap" => settings.cap = number,
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
            if lead <= 0.0 && std::env::var_os("MISSES").is_some() {
                println!(
                    "MISS {lead:.2} {} {:?} {} {:?} | {}\n pic {:?}\n  + {}\n  - {}\n {}",
                    pair.id,
                    pair.tests,
                    pair.place.brand.name,
                    pair.place.heard.as_ref().map(|heard| &heard.text),
                    pair.place.brand.about,
                    pair.place.picture.as_ref().map(|picture| &picture.description),
                    pair.good,
                    pair.bad,
                    fitted.tell(pair)
                );
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
    let mut text = String::from(HEAD);
    text.push_str(&fitted.scale_file());
    text.push_str(&format!("=chance {:.2}\n", honest(&found)));
    text.push_str(&format!("=side {:.2}\n=welcome {WELCOME}\n=guard {GUARD}\n", honest(sides)));
    text.push_str(&fitted.signs_file(&fitted.manner));
    std::fs::write(target.join("manner.txt"), text)?;
    std::fs::write(target.join("belonging.txt"), format!("{HEAD}{}", fitted.signs_file(&fitted.belonging)))?;
    std::fs::write(target.join("register.txt"), format!("{HEAD}{}", fitted.signs_file(&fitted.register)))?;
    let runs = format!(
        "# Weights of plain runs of words, names and numbers masked; fitted together with manner.txt.\n{}",
        fitted.runs_file()
    );
    std::fs::write(target.join("words.txt"), runs)?;
    Ok(())
}

/// What stands over each weights file.
const HEAD: &str = "# Weights of the signs behind `welcome`, fitted by examples/agreement.rs; change them by fitting again.\n\
    # name, then: all, post, reply, connect, klatch, party, networking, albums\n";

/// What it costs to be words without sentences, to read the sheet out, to say the same again, to say what is not so, to
/// acknowledge receipt and no more.
const GUARD: &str = "-4 -2.5 -3 -2.5 -1.5";

/// How steeply the sum turns into -1..1.
const WELCOME: f64 = 0.3;

/// Tries ways of putting manner and belonging together, on the same fits.
fn grid(pairs: &[Pair], settings: &Settings) -> Result<()> {
    let mut fits: Vec<Fitted> = (0..AUTHORS.len())
        .map(|author| fit(&pairs.iter().filter(|pair| pair.author != author).collect::<Vec<_>>(), settings))
        .collect();
    for kind in ["plain", "swap_context_same_brand", "swap_context_other_brand", "swap_brand", "swap_photo"] {
        for deed in [mingle::appraisal::Deed::Post, mingle::appraisal::Deed::Reply] {
            let chosen: Vec<&Pair> = pairs
                .iter()
                .filter(|p| {
                    p.place.deed == deed
                        && (if kind == "plain" { !p.is_swap() } else { p.tests.iter().any(|t| t == kind) })
                })
                .collect();
            let quant = |which: fn(&Pair) -> &data::Seen| {
                let mut all: Vec<f64> = chosen.iter().map(|p| fits[p.author].belongs(which(p), p)).collect();
                all.sort_by(f64::total_cmp);
                if all.is_empty() {
                    return String::new();
                }
                [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
                    .map(|q| format!("{:.1}", all[((all.len() - 1) as f64 * q) as usize]))
                    .join(" ")
            };
            println!("cap {kind} {deed:?} good {} | bad {}", quant(|p| &p.seen.0), quant(|p| &p.seen.1));
        }
    }
    if std::env::var_os("LOW").is_some() {
        for pair in pairs {
            let fitted = &fits[pair.author];
            if !pair.is_swap() && fitted.belongs(&pair.seen.0, pair) < -0.3 {
                println!(
                    "LOW {:.1} {} | {} | {:?} | {:?} + {}",
                    fitted.belongs(&pair.seen.0, pair),
                    pair.place.brand.name,
                    pair.place.brand.about,
                    pair.place.picture.as_ref().map(|p| &p.description),
                    pair.place.heard.as_ref().map(|p| &p.text),
                    pair.good
                );
            }
            if pair.is_swap() && !pair.tests[0].contains("room") && fitted.belongs(&pair.seen.1, pair) > 0.3 {
                println!(
                    "HIGH {:.1} {} | {} | {:?} | {:?} - {}",
                    fitted.belongs(&pair.seen.1, pair),
                    pair.place.brand.name,
                    pair.place.brand.about,
                    pair.place.picture.as_ref().map(|p| &p.description),
                    pair.place.heard.as_ref().map(|p| &p.text),
                    pair.bad
                );
            }
        }
    }
    let mut lines = Vec::new();
    let mut best = *settings;
    for _ in 0..3 {
        for knob in 0..8 {
            for value in [-1.0, -0.5, 0.01, 0.05, 0.15, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0] {
                let mut tried = best;
                *[
                    &mut tried.cap,
                    &mut tried.slack,
                    &mut tried.price,
                    &mut tried.floor,
                    &mut tried.post_slack,
                    &mut tried.post_price,
                    &mut tried.room_slack,
                    &mut tried.room_price,
                ][knob] = value;
                if !(0.01..0.4).contains(&tried.floor)
                    || tried.cap < 1.0
                    || tried.price < 0.0
                    || tried.post_price < 0.0
                    || tried.room_price < 0.0
                {
                    continue;
                }
                for fitted in &mut fits {
                    fitted.settings = tried;
                }
                let leads: Leads<'_> =
                    pairs.iter().map(|pair| (pair, fits[pair.author].lead(pair))).collect();
                let shares = measure::shares(&leads);
                let short: f64 = shares.iter().map(|(bar, share)| (bar - share).max(0.0) - 0.1 * share).sum();
                let all: Vec<String> = shares.iter().map(|(_, share)| format!("{share:.3}")).collect();
                lines.push((short, format!("{short:.3} cap={} slack={} price={} floor={} post_slack={} post_price={} room_slack={} room_price={} | {}", tried.cap, tried.slack, tried.price, tried.floor, tried.post_slack, tried.post_price, tried.room_slack, tried.room_price, all.join(" ")), tried));
            }
            lines.sort_by(|a, b| a.0.total_cmp(&b.0));
            best = lines[0].2;
        }
    }
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    lines.dedup_by(|a, b| a.1 == b.1);
    for (_, line, _) in lines.iter().take(12) {
        println!("{line}");
    }
    Ok(())
}
