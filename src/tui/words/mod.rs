//! How the screen puts things: text fitted into lines, ages, patience and dials in words.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::appraisal::Dimension;
use crate::sim::bond::Dial;
use crate::sim::clock::span;
use crate::sim::message::Message;
use crate::sim::world::Waiting;
use crate::sim::{Minute, World};

use super::theme::Meaning;

pub(crate) use crate::report::news::first_name;

/// Breaks text into lines of at most `width` cells, between words where it can. A line that fits stays as it is.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n').map(str::trim_end) {
        if paragraph.width() <= width {
            lines.push(paragraph.to_owned());
            continue;
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let gap = usize::from(!line.is_empty());
            if line.width() + gap + word.width() <= width {
                if gap == 1 {
                    line.push(' ');
                }
                line.push_str(word);
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = break_word(word, width, &mut lines);
        }
        lines.push(line);
    }
    lines
}

/// Breaks text into at most so many lines, with an ellipsis where something is missing.
pub(crate) fn fit(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = clip(&format!("{last} …"), width);
        }
    }
    lines
}

/// Cuts text to `width` cells, with an ellipsis where something is missing.
pub(crate) fn clip(text: &str, width: usize) -> String {
    let text = text.replace('\n', " ");
    if text.width() <= width {
        return text;
    }
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        if kept.width() + grapheme.width() + 1 > width {
            break;
        }
        kept.push_str(grapheme);
    }
    if width > 0 {
        kept.push('…');
    }
    kept
}

/// How long ago something was, or when, when that was long ago.
pub(crate) fn age(now: Minute, then: Minute) -> String {
    match now.since(then) {
        0 => "now".into(),
        minutes if minutes < 60 => span(minutes),
        minutes if now.day() == then.day() => format!("{} h", minutes / 60),
        _ => format!("day {} {}", then.day(), then.clock()),
    }
}

/// Who said a message: a person's name, or the brand's.
pub(crate) fn author<'a>(world: &'a World, message: &Message) -> &'a str {
    match message.person() {
        Some(person) => &world.setup.person(person).name,
        None => &world.setup.brand.sheet.name,
    }
}

/// What is left of somebody's patience, and how to say it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Patience {
    /// What is left, 0..1.
    pub(crate) share: f64,
    /// In a word, to be put after a comma.
    pub(crate) word: &'static str,
    /// As what they do, to be put after their name.
    pub(crate) does: &'static str,
    /// What it means for the brand.
    pub(crate) meaning: Meaning,
}

/// How patient somebody who waits still is.
pub(crate) fn patience(now: Minute, waiting: &Waiting) -> Patience {
    let all = waiting.until.since(waiting.since).max(1);
    let share = f64::from(waiting.until.since(now)) / f64::from(all);
    let (word, does, meaning) = match share {
        share if share > 0.6 => ("patient", "is patient", Meaning::Good),
        share if share > 0.3 => ("looks at the clock", "looks at the clock", Meaning::Warning),
        _ => ("about to give up", "is about to give up", Meaning::Bad),
    };
    Patience { share, word, does, meaning }
}

/// A bar of so many cells for a share of 0..1.
pub(crate) fn bar(share: f64, cells: usize) -> String {
    let full = ((share.clamp(0.0, 1.0) * cells as f64).round() as usize).min(cells);
    format!("{}{}", "█".repeat(full), "░".repeat(cells - full))
}

/// A dial's value in a word.
pub(crate) fn dial(dial: Dial, value: f64) -> &'static str {
    let words: [&'static str; 5] = match dial {
        Dial::Trust => ["does not believe you", "wary", "open to you", "trusts you", "would vouch for you"],
        Dial::Warmth => ["a stranger", "distant", "friendly", "close", "a friend"],
        Dial::Mood => ["angry", "put out", "even", "pleased", "delighted"],
        Dial::Familiarity => {
            ["hardly knows you", "has seen you", "knows you", "knows you well", "knows you by heart"]
        }
        Dial::Knowledge => ["knows nothing of it", "has an idea", "knows some", "knows most", "knows it all"],
        Dial::Fatigue(_) => ["fresh", "had a little", "had enough", "had too much", "sick of it"],
    };
    words[(share(dial, value) * 4.999) as usize]
}

/// What a high score of a dimension means, to be put after "more" or "less".
pub(crate) const fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Promo => "selling",
        Dimension::Press => "pushing",
        Dimension::Bait => "begging",
        Dimension::Human => "personal",
        Dimension::Form => "formal",
        Dimension::RoomFit => "fitting here",
        Dimension::Truth => "true",
        Dimension::Spec => "particular",
        Dimension::Useful => "useful",
        Dimension::Story => "of a story",
        Dimension::Invite => "inviting",
        Dimension::Info => "informative",
        Dimension::Empathy => "feeling",
        Dimension::ToThePoint => "to the point",
        Dimension::Canned => "canned",
        Dimension::Valence => "pleasant",
        Dimension::Arousal => "heated",
        Dimension::Visual => "to look at",
    }
}

/// A dial's value as a share of its usual range, 0..1.
pub(crate) fn share(dial: Dial, value: f64) -> f64 {
    let (low, high) = match dial {
        Dial::Fatigue(_) => (0.0, 1.5),
        Dial::Trust | Dial::Warmth | Dial::Mood | Dial::Familiarity | Dial::Knowledge => dial.range(),
    };
    ((value - low) / (high - low)).clamp(0.0, 1.0)
}

/// Writes a word too wide for a line over several, all but the last into `lines`.
fn break_word(word: &str, width: usize, lines: &mut Vec<String>) -> String {
    let mut line = String::new();
    for grapheme in word.graphemes(true) {
        if !line.is_empty() && line.width() + grapheme.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(grapheme);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_never_too_wide() {
        for (text, width, wanted) in [
            ("one two three", 7, vec!["one two", "three"]),
            ("a\n\nb", 5, vec!["a", "", "b"]),
            ("abcdefgh", 3, vec!["abc", "def", "gh"]),
            ("日本語", 4, vec!["日本", "語"]),
            ("a   1\n  bb", 5, vec!["a   1", "  bb"]),
            ("", 4, vec![""]),
        ] {
            assert_eq!(wrap(text, width), wanted, "{text:?}");
        }
    }

    #[test]
    fn clipping_keeps_whole_characters() {
        for (text, width, wanted) in
            [("hello", 5, "hello"), ("hello", 4, "hel…"), ("日本語", 4, "日…"), ("x", 0, "")]
        {
            assert_eq!(clip(text, width), wanted);
        }
    }

    #[test]
    fn dials_have_words_for_their_whole_range() {
        assert_eq!(dial(Dial::Mood, -1.0), "angry");
        assert_eq!(dial(Dial::Mood, 0.0), "even");
        assert_eq!(dial(Dial::Trust, 1.0), "would vouch for you");
        assert_eq!(dial(Dial::Trust, f64::NAN), "does not believe you");
    }

    #[test]
    fn ages_are_said_as_people_say_them() {
        let now = Minute::on(2, 600);
        for (then, wanted) in [
            (now, "now"),
            (Minute::on(2, 588), "12 min"),
            (Minute::on(2, 400), "3 h"),
            (Minute::on(1, 610), "day 1 10:10"),
        ] {
            assert_eq!(age(now, then), wanted);
        }
    }
}
