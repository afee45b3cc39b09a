//! Luck or skill in words: how a player's way of playing goes over many seeds, beside policies.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::game::standing::{Meters, Standing};
use crate::lab::luck::{Fortune, Player};

use super::page::round;

/// The name of who plays.
fn name(player: Player) -> &'static str {
    match player {
        Player::Own => "you",
        Player::Policy(policy) => policy.name(),
    }
}

/// In words and a table; `today` is how the play itself went.
pub fn text(fortunes: &[Fortune], today: &Standing, over: bool) -> String {
    let mut text = String::new();
    let Some(own) = fortunes.iter().find(|fortune| fortune.player == Player::Own) else { return text };
    let (share, well) = (own.well(), today.ends_well());
    let seeds = own.ends.len();
    let verdict = match (well, share) {
        _ if !over => "Your play is not over yet.",
        (true, share) if share >= 0.5 => "Today it did, and that was no luck.",
        (true, _) => "Today it did: you were lucky.",
        (false, share) if share >= 0.5 => "Today it did not: you were unlucky.",
        (false, _) => "Today it did not, and that was no bad luck.",
    };
    let _ = writeln!(text, "LUCK OR SKILL");
    let _ =
        writeln!(text, "Your way of playing ends well in {:.0} % of {seeds} plays. {verdict}", 100.0 * share);
    let _ = writeln!(
        text,
        "With other seeds other people come by: {:.0} % of your moves spoke to somebody who said nothing there, and fell away.",
        100.0 * own.fell_away()
    );
    let _ = writeln!(
        text,
        "\n{:<12} {:>10} {:>7} {:>8} {:>10} {:>6} {:>9}",
        "", "ends well", "voice", "manners", "answering", "bonds", "business"
    );
    for fortune in fortunes {
        let means: Vec<String> =
            (0..Meters::NAMES.len()).map(|place| format!("{:.0}", fortune.mean(place))).collect();
        let _ = writeln!(
            text,
            "{:<12} {:>8.0} % {:>7} {:>8} {:>10} {:>6} {:>9}",
            name(fortune.player),
            100.0 * fortune.well(),
            means[0],
            means[1],
            means[2],
            means[3],
            means[4]
        );
    }
    text
}

/// As an object: the share of plays that end well, and mean meters, by who plays.
pub fn json(fortunes: &[Fortune]) -> Value {
    let players = fortunes.iter().map(|fortune| {
        let means = Meters::NAMES.iter().enumerate();
        let means: serde_json::Map<String, Value> =
            means.map(|(place, meter)| ((*meter).to_owned(), json!(round(fortune.mean(place))))).collect();
        json!({
            "player": name(fortune.player),
            "seeds": fortune.ends.len(),
            "ends_well": round(fortune.well()),
            "fell_away": round(fortune.fell_away()),
            "meters": means,
        })
    });
    players.collect()
}
