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

/// Prints every figure of a recipe.
pub(crate) fn report(recipe: &Recipe, set: &Set, out: &mut impl Write) -> Result<(), Fault> {
    let folds = folds(set);
    let mut read = vec![HeadsReading::default(); set.rows.len()];
    for fold in 0..FOLDS {
        let (mut test, train): (Vec<usize>, Vec<usize>) =
            (0..set.rows.len()).partition(|row| folds[*row] == fold);
        test.retain(|row| set.rows[*row].counts);
        read_all(recipe, set, &train, &test, &mut read)?;
    }
    let mut sets: Vec<&str> = set.rows.iter().filter(|row| row.counts).map(|row| row.set).collect();
    sets.dedup();
    for name in sets {
        let of_set: Vec<usize> =
            (0..set.rows.len()).filter(|row| set.rows[*row].counts && set.rows[*row].set == name).collect();
        let labels: Vec<f64> = of_set.iter().map(|row| set.rows[*row].label).collect();
        let get = |head: Head| -> Vec<f64> { of_set.iter().map(|row| read[*row].get(head)).collect() };
        write!(out, "{name} ({} rows): ", of_set.len())?;
        match recipe.heads {
            [Head::Valence] => writeln!(out, "r {:.4}", pearson(&get(Head::Valence), &labels))?,
            [Head::Uptake] => writeln!(out, "r {:.4}", pearson(&get(Head::Uptake), &labels))?,
            [head] => {
                let right =
                    get(*head).iter().zip(&labels).filter(|(p, y)| (**p > 0.5) == (**y > 0.5)).count();
                let auc = auc(&get(*head), &labels, 1.0);
                writeln!(out, "accuracy {:.4}, AUC {auc:.4}", right as f64 / labels.len() as f64)?;
            }
            _ => {
                let (accuracy, f1) = classes(&get, &labels);
                let auc = auc(&get(Head::Dialogue), &labels, 2.0);
                writeln!(out, "accuracy {accuracy:.4}, macro-F1 {f1:.4}, Dialogue AUC {auc:.4}")?;
                accounts(recipe, set, out)?;
            }
        }
    }
    Ok(())
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

/// The fold of every row: groups in a fixed shuffle, dealt out one by one.
fn folds(set: &Set) -> Vec<usize> {
    let mut groups: BTreeMap<(u64, &str), Vec<usize>> = BTreeMap::new();
    for (at, row) in set.rows.iter().enumerate() {
        let shuffle = row.group.bytes().fold(17_u64, |key, byte| {
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
    let mean = own.iter().sum::<f64>() / own.len() as f64;
    let pooled = auc(&outputs, &labels, 2.0);
    writeln!(out, "  accounts held out: Dialogue AUC {pooled:.4} pooled, {mean:.4} mean of {}", own.len())?;
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
