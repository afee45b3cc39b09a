//! What a person writes in a diary about the brand: one line for each kind of thing that happened, in their voice.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::sim::person::Voice;

use super::phrase::ByVoice;

/// Something worth a line in a diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// They spoke to the brand.
    Asked,
    /// It answered, and that helped.
    Helped,
    /// It answered, and that was none.
    Fobbed,
    /// It did not answer.
    Ignored,
    /// Words they liked.
    Pleased,
    /// Words that put them off.
    PutOff,
    /// It joined their talk as a guest they liked.
    Welcome,
    /// It joined their talk unasked.
    Unwelcome,
    /// They saw somebody treated well.
    SawGood,
    /// They saw somebody treated poorly.
    SawBad,
    /// It kept a promise.
    Kept,
    /// It broke one.
    Broke,
    /// What it said was not true.
    FoundOut,
    /// They bought something.
    Bought,
    /// What they bought was right.
    DeliveredGood,
    /// What they bought was wrong.
    DeliveredBad,
    /// They recommended it.
    ToldGood,
    /// They warned of it.
    ToldBad,
    /// It was recommended to them.
    HeardGood,
    /// They were warned of it.
    HeardBad,
    /// It took up their request.
    Accepted,
    /// It did not.
    Refused,
    /// They stopped following it.
    Left,
    /// A day without it.
    Nothing,
}

/// What the slots of a line are filled with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slots {
    /// Name of the brand.
    pub brand: String,
    /// Words it is about.
    pub words: String,
    /// Somebody else.
    pub who: String,
    /// What was bought.
    pub thing: String,
    /// How long.
    pub span: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Diary {
    asked: ByVoice,
    helped: ByVoice,
    fobbed: ByVoice,
    ignored: ByVoice,
    pleased: ByVoice,
    put_off: ByVoice,
    welcome: ByVoice,
    unwelcome: ByVoice,
    saw_good: ByVoice,
    saw_bad: ByVoice,
    kept: ByVoice,
    broke: ByVoice,
    found_out: ByVoice,
    bought: ByVoice,
    delivered_good: ByVoice,
    delivered_bad: ByVoice,
    told_good: ByVoice,
    told_bad: ByVoice,
    heard_good: ByVoice,
    heard_bad: ByVoice,
    accepted: ByVoice,
    refused: ByVoice,
    left: ByVoice,
    nothing: ByVoice,
}

static DIARY: LazyLock<Diary> = LazyLock::new(|| {
    ron::from_str(include_str!("../../assets/phrases/diary.ron")).expect("the shipped diary is sound")
});

/// A line of a diary; `turn` goes round where there are several ways to say it.
pub fn line(entry: Entry, voice: Voice, slots: &Slots, turn: usize) -> String {
    let lines = by_voice(entry).of(voice);
    let line = lines.get(turn % lines.len().max(1)).map_or("", String::as_str);
    // Filled from left to right, so that words which hold a slot's name stay as they are.
    let (mut said, mut rest) = (String::new(), line);
    while let Some(at) = rest.find('{') {
        said.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = [
            ("{brand}", &slots.brand),
            ("{words}", &slots.words),
            ("{who}", &slots.who),
            ("{thing}", &slots.thing),
            ("{span}", &slots.span),
        ];
        let slot = known.into_iter().find(|(slot, _)| rest.starts_with(slot));
        let (value, length) = slot.map_or(("{", 1), |(slot, value)| (value.as_str(), slot.len()));
        said.push_str(value);
        rest = &rest[length..];
    }
    said.push_str(rest);
    said
}

fn by_voice(entry: Entry) -> &'static ByVoice {
    match entry {
        Entry::Asked => &DIARY.asked,
        Entry::Helped => &DIARY.helped,
        Entry::Fobbed => &DIARY.fobbed,
        Entry::Ignored => &DIARY.ignored,
        Entry::Pleased => &DIARY.pleased,
        Entry::PutOff => &DIARY.put_off,
        Entry::Welcome => &DIARY.welcome,
        Entry::Unwelcome => &DIARY.unwelcome,
        Entry::SawGood => &DIARY.saw_good,
        Entry::SawBad => &DIARY.saw_bad,
        Entry::Kept => &DIARY.kept,
        Entry::Broke => &DIARY.broke,
        Entry::FoundOut => &DIARY.found_out,
        Entry::Bought => &DIARY.bought,
        Entry::DeliveredGood => &DIARY.delivered_good,
        Entry::DeliveredBad => &DIARY.delivered_bad,
        Entry::ToldGood => &DIARY.told_good,
        Entry::ToldBad => &DIARY.told_bad,
        Entry::HeardGood => &DIARY.heard_good,
        Entry::HeardBad => &DIARY.heard_bad,
        Entry::Accepted => &DIARY.accepted,
        Entry::Refused => &DIARY.refused,
        Entry::Left => &DIARY.left,
        Entry::Nothing => &DIARY.nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_once() {
        let slots = Slots { brand: "Loaf".into(), words: "{who} {brand}".into(), ..Slots::default() };
        let said = line(Entry::Asked, Voice::Plain, &slots, 0);
        assert_eq!(said, "I asked Loaf: \"{who} {brand}\"");
    }
}
