//! Times the reader of words on short messages, with full evidence, beside a crate that gives one number a text.

use divan::counter::ItemsCount;
use mingle::appraisal::{Context, Deed, appraise};
use mingle::game::Sitting;
use mingle::lab::policy::{Policy, play};
use mingle::scenario::{load, shipped};
use vader_sentimental::SentimentIntensityAnalyzer;

fn main() {
    divan::main();
}

/// What was said in a whole play: lines of people and of the brand, some eighty characters each.
fn played() -> (Sitting, Vec<String>) {
    let (name, source) = shipped()[0];
    let scenario = load(name, source, None).expect("the shipped scenario has no faults");
    let mut sitting = Sitting::new(scenario.into(), 1);
    play(Policy::Host, &mut sitting);
    let texts = sitting.world().messages.iter().map(|message| sitting.text(message.id).to_owned()).collect();
    (sitting, texts)
}

/// Reads every text as a post in the cocktail party.
fn read_all(sitting: &Sitting, texts: &[String]) -> usize {
    let setup = &sitting.world().setup;
    let context = Context {
        norms: &setup.rooms[1].norms,
        brand: &setup.brand.sheet,
        deed: Deed::Post,
        heard: None,
        picture: None,
        before: &[],
    };
    texts.iter().map(|text| appraise(text, &context).cues.len()).sum()
}

#[divan::bench]
fn short_messages(bencher: divan::Bencher) {
    let (sitting, texts) = played();
    bencher.counter(ItemsCount::new(texts.len())).bench_local(|| read_all(&sitting, &texts));
}

#[divan::bench]
fn short_messages_one_number_each(bencher: divan::Bencher) {
    let (_, texts) = played();
    let analyzer = SentimentIntensityAnalyzer::new();
    bencher
        .counter(ItemsCount::new(texts.len()))
        .bench_local(|| texts.iter().map(|text| analyzer.polarity_scores(text).compound).sum::<f64>());
}

#[divan::bench]
fn ten_kilobytes(bencher: divan::Bencher) {
    let (sitting, texts) = played();
    let mut long = texts.join(" ");
    while long.len() > 10 * 1024 || !long.is_char_boundary(long.len()) {
        long.pop();
    }
    let long = [long];
    bencher.bench_local(|| read_all(&sitting, &long));
}
