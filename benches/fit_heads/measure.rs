//! Measures a recipe by five-fold cross-validation, each fold read with the file it would ship.

use std::collections::BTreeMap;
use std::io::Write;

use mingle::appraisal::{Head, Heads, HeadsReading};

use crate::Fault;
use crate::design::Set;
use crate::file;
use crate::fit::fit;
use crate::recipe::Recipe;

/// Parts that the groups are dealt into.
const FOLDS: usize = 5;

/// How often the groups are dealt anew; the figures are means over the deals.
const DEALS: u64 = 4;

/// What is to be reached: set, figure, least.
const BARS: [(&str, &str, f64); 9] = [
    ("corporate_messaging", "accuracy", 0.885),
    ("corporate_messaging", "macro-F1", 0.83),
    ("corporate_messaging", "Dialogue AUC", 0.97),
    ("corporate_messaging", "Dialogue AUC of accounts held out", 0.95),
    ("politeness_wiki", "accuracy", 0.83),
    ("politeness_se", "accuracy", 0.61),
    ("vader_tweets", "r", 0.88),
    ("youtube_spam", "accuracy", 0.935),
    ("uptake", "r", 0.52),
];

/// A named figure of a set.
type Figure = (&'static str, &'static str, f64);

/// Prints every figure of a recipe, the mean over all deals, beside the bar it has to reach.
pub(crate) fn report(recipe: &Recipe, set: &Set, out: &mut impl Write) -> Result<(), Fault> {
    let mut deals: Vec<Vec<Figure>> = Vec::new();
    for deal in 0..DEALS {
        deals.push(figures(recipe, set, &read_deal(recipe, set, deal)?));
    }
    for (at, (set, name, _)) in deals[0].iter().enumerate() {
        let mean = deals.iter().map(|deal| deal[at].2).sum::<f64>() / deals.len() as f64;
        line(set, name, mean, out)?;
    }
    if recipe.heads.contains(&Head::Dialogue) {
        accounts(recipe, set, out)?;
    }
    Ok(())
}

fn line(set: &str, name: &str, value: f64, out: &mut impl Write) -> Result<(), Fault> {
    let bar = BARS.iter().find(|bar| bar.0 == set && bar.1 == name);
    let bar = bar.map_or(String::new(), |bar| {
        format!(" ({} {})", if value >= bar.2 { "reaches" } else { "MISSES" }, bar.2)
    });
    Ok(writeln!(out, "{set}: {name} {value:.4}{bar}")?)
}

/// Reads every row with a file fitted without its fold.
fn read_deal(recipe: &Recipe, set: &Set, deal: u64) -> Result<Vec<HeadsReading>, Fault> {
    let folds = folds(set, deal);
    let mut read = vec![HeadsReading::default(); set.rows.len()];
    for fold in 0..FOLDS {
        let (mut test, train): (Vec<usize>, Vec<usize>) =
            (0..set.rows.len()).partition(|row| folds[*row] == fold);
        test.retain(|row| set.rows[*row].counts);
        read_all(recipe, set, &train, &test, &mut read)?;
    }
    Ok(read)
}

/// The figures of each set of a recipe.
fn figures(recipe: &Recipe, set: &Set, read: &[HeadsReading]) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut sets: Vec<&'static str> = set.rows.iter().filter(|row| row.counts).map(|row| row.set).collect();
    sets.dedup();
    for name in sets {
        let of_set = |row: &usize| set.rows[*row].counts && set.rows[*row].set == name;
        let rows: Vec<usize> = (0..set.rows.len()).filter(of_set).collect();
        let labels: Vec<f64> = rows.iter().map(|row| set.rows[*row].label).collect();
        let get = |head: Head| -> Vec<f64> { rows.iter().map(|row| read[*row].get(head)).collect() };
        match recipe.heads {
            [head @ (Head::Valence | Head::Uptake)] => {
                figures.push((name, "r", pearson(&get(*head), &labels)));
            }
            [head] => {
                let sides = get(*head).into_iter().zip(&labels).filter(|(p, y)| (*p > 0.5) == (**y > 0.5));
                figures.push((name, "accuracy", sides.count() as f64 / labels.len() as f64));
                figures.push((name, "AUC", auc(&get(*head), &labels, 1.0)));
            }
            _ => {
                let (accuracy, f1) = classes(&get, &labels);
                figures.push((name, "accuracy", accuracy));
                figures.push((name, "macro-F1", f1));
                figures.push((name, "Dialogue AUC", auc(&get(Head::Dialogue), &labels, 2.0)));
            }
        }
    }
    figures
}

/// Fits on some rows and reads others with the file that would ship.
fn read_all(
    recipe: &Recipe,
    set: &Set,
    train: &[usize],
    test: &[usize],
    read: &mut [HeadsReading],
) -> Result<(), Fault> {
    let text = file::text(recipe, &fit(recipe, set, train));
    let heads = Heads::from_files(&[&text])?;
    for row in test {
        read[*row] = heads.read(&set.rows[*row].text, set.rows[*row].heard.as_deref());
    }
    Ok(())
}

/// The fold of every row: groups in the shuffle of a deal, handed out one by one.
fn folds(set: &Set, deal: u64) -> Vec<usize> {
    let mut groups: BTreeMap<(u64, &str), Vec<usize>> = BTreeMap::new();
    for (at, row) in set.rows.iter().enumerate() {
        let shuffle = row.group.bytes().fold(17 + deal, |key, byte| {
            (key ^ u64::from(byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
        });
        groups.entry((shuffle, &row.group)).or_default().push(at);
    }
    let mut fold = vec![0; set.rows.len()];
    for (dealt, rows) in groups.values().enumerate() {
        for row in rows {
            fold[*row] = dealt % FOLDS;
        }
    }
    fold
}

/// Dialogue against the rest, with each account held out whole.
fn accounts(recipe: &Recipe, set: &Set, out: &mut impl Write) -> Result<(), Fault> {
    let mut names: Vec<&str> = set.rows.iter().map(|row| row.account.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let mut read = vec![HeadsReading::default(); set.rows.len()];
    let labels: Vec<f64> = set.rows.iter().map(|row| row.label).collect();
    let get = |read: &[HeadsReading], rows: &[usize]| -> (Vec<f64>, Vec<f64>) {
        rows.iter().map(|row| (read[*row].get(Head::Dialogue), labels[*row])).unzip()
    };
    let mut own = Vec::new();
    for name in names {
        let (test, train): (Vec<usize>, Vec<usize>) =
            (0..set.rows.len()).partition(|row| set.rows[*row].account == name);
        let groups: Vec<&str> = test.iter().map(|row| set.rows[*row].group.as_str()).collect();
        let train: Vec<usize> =
            train.into_iter().filter(|row| !groups.contains(&set.rows[*row].group.as_str())).collect();
        read_all(recipe, set, &train, &test, &mut read)?;
        let (outputs, of_account) = get(&read, &test);
        if of_account.iter().filter(|label| **label > 1.5).count() >= 5 {
            own.push(auc(&outputs, &of_account, 2.0));
        }
    }
    let all: Vec<usize> = (0..set.rows.len()).collect();
    let (outputs, labels) = get(&read, &all);
    let set = "corporate_messaging";
    line(set, "Dialogue AUC of accounts held out", auc(&outputs, &labels, 2.0), out)?;
    let mean = own.iter().sum::<f64>() / own.len() as f64;
    line(set, "Dialogue AUC within accounts held out, mean", mean, out)?;
    Ok(())
}

fn classes(get: &dyn Fn(Head) -> Vec<f64>, labels: &[f64]) -> (f64, f64) {
    let outputs = [get(Head::Information), get(Head::Action), get(Head::Dialogue)];
    let mut seen = [[0.0_f64; 3]; 3];
    for (at, label) in labels.iter().enumerate() {
        let best = (0..3).max_by(|a, b| outputs[*a][at].total_cmp(&outputs[*b][at])).unwrap_or(0);
        seen[*label as usize][best] += 1.0;
    }
    let right: f64 = (0..3).map(|class| seen[class][class]).sum();
    let f1 = |class: usize| {
        let told: f64 = (0..3).map(|row| seen[row][class]).sum();
        2.0 * seen[class][class] / (told + seen[class].iter().sum::<f64>())
    };
    (right / labels.len() as f64, (0..3).map(f1).sum::<f64>() / 3.0)
}

/// The chance that a row of the class reads higher than one of another.
fn auc(outputs: &[f64], labels: &[f64], class: f64) -> f64 {
    let is = |label: f64| (label - class).abs() < 0.1;
    let of = |wanted: bool| outputs.iter().zip(labels).filter(move |(_, label)| is(**label) == wanted);
    let mut sum = 0.0;
    let mut count = 0.0;
    for (high, _) in of(true) {
        for (low, _) in of(false) {
            count += 1.0;
            sum += if high > low {
                1.0
            } else if high < low {
                0.0
            } else {
                0.5
            };
        }
    }
    sum / count
}

fn pearson(a: &[f64], b: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (ma, mb) = (mean(a), mean(b));
    let sum = |f: &dyn Fn(f64, f64) -> f64| a.iter().zip(b).map(|(a, b)| f(a - ma, b - mb)).sum::<f64>();
    sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt()
}
