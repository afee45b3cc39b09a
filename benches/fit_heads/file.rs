//! Fitted weights as the readable file that ships, in small whole numbers.

use std::fmt::Write;

use crate::fit::Fitted;
use crate::recipe::Recipe;

/// Largest weight in a file.
const LARGEST: f64 = 127.0;

/// The text of the file.
pub(crate) fn text(recipe: &Recipe, fitted: &Fitted) -> String {
    let heads = recipe.heads.len();
    let step = |of_values: bool, head: usize| {
        let weights = fitted.weights.iter().filter(|(_, is_value, _)| *is_value == of_values);
        let largest = weights.map(|(_, _, weights)| weights[head].abs()).fold(0.0, f64::max);
        if largest > 0.0 { largest / LARGEST } else { 1.0 }
    };
    let gram: Vec<f64> = (0..heads).map(|head| step(false, head)).collect();
    let value: Vec<f64> = (0..heads).map(|head| step(true, head)).collect();
    let mut out = String::from("# Fitted by benches/fit_heads; do not edit by hand.\n");
    let mut line = |name: &str, cells: Vec<String>| {
        let _ = writeln!(out, "{name}\t{}", cells.join("\t"));
    };
    let decimals = |values: &[f64]| values.iter().map(|value| format!("{value:.6}")).collect();
    line("head:", recipe.heads.iter().map(|head| head.name().to_owned()).collect());
    line("bias:", decimals(&fitted.bias));
    line("gram:", decimals(&gram));
    line("value:", decimals(&value));
    line("halves:", vec![recipe.halves.to_string(); heads]);
    let named = ["denied:", "boosted:", "loud:", "stretched:"].into_iter().zip(recipe.stress);
    for (name, share) in
        named.chain([("more:", recipe.more), ("exclaimed:", recipe.exclaimed), ("linked:", recipe.linked)])
    {
        if share != 0.0 {
            line(name, vec![share.to_string(); heads]);
        }
    }
    let mut weights: Vec<_> = fitted.weights.iter().collect();
    weights.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    for (name, is_value, weights) in weights {
        let steps = if *is_value { &value } else { &gram };
        let whole: Vec<i32> =
            weights.iter().zip(steps).map(|(weight, step)| (weight / step).round() as i32).collect();
        if whole.iter().any(|weight| *weight != 0) {
            let cell = |weight: &i32| if *weight == 0 { String::new() } else { weight.to_string() };
            line(name, whole.iter().map(cell).collect());
        }
    }
    out
}
