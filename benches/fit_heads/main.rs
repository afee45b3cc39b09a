//! Fits the weights of the heads on labelled texts, and measures them as they ship.
//!
//! `cargo run --release --example fit_heads -- DATA` prints the figures of repeated five-fold cross-validation and writes
//! `assets/heads/`; with `--measure` it only prints. DATA is a folder of sets, each a
//! `NAME/train.tsv`, or the folder that has them in `text`.

mod data;
mod design;
mod file;
mod fit;
mod measure;
mod recipe;
mod solve;

use std::io::Write;
use std::path::{Path, PathBuf};

use recipe::Recipe;

type Fault = Box<dyn std::error::Error>;

fn main() -> Result<(), Fault> {
    let mut folder: Option<PathBuf> = None;
    let (mut writes, mut only, mut trials) = (true, None, Vec::new());
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--measure" => writes = false,
            "--only" => only = args.next(),
            "--try" => trials.push(args.next().ok_or("--try wants key=value")?),
            _ => folder = Some(PathBuf::from(arg)),
        }
    }
    let folder = folder.ok_or("usage: fit_heads DATA [--measure] [--only HEAD] [--try KEY=VALUE]")?;
    let inner = folder.join("text");
    let folder = if inner.is_dir() { inner } else { folder };
    let out = &mut std::io::stdout().lock();
    let names = data::names(&folder)?;
    let mut total = 0;
    for mut recipe in Recipe::all() {
        if only.as_ref().is_some_and(|name| *name != recipe.file) {
            continue;
        }
        for trial in &trials {
            recipe.change(trial)?;
        }
        let set = design::Set::new(&recipe, recipe.rows(&folder)?, &names);
        measure::report(&recipe, &set, out)?;
        let all: Vec<usize> = (0..set.rows.len()).collect();
        let text = file::text(&recipe, &fit::fit(&recipe, &set, &all));
        total += text.len();
        writeln!(out, "  {} bytes, {} lines", text.len(), text.lines().count())?;
        if writes && trials.is_empty() {
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("assets/heads")
                .join(format!("{}.tsv", recipe.file));
            std::fs::File::create(path)?.write_all(text.as_bytes())?;
        }
    }
    writeln!(out, "{total} bytes in all")?;
    Ok(())
}
