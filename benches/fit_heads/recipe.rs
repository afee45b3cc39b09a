//! How each file of weights is fitted: on which rows, with which features, how strictly.

use std::path::Path;

use mingle::appraisal::Head;

use crate::Fault;
use crate::data::{Line, Row, read};

/// What is minimised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    /// Three classes that share a whole.
    Classes,
    /// One share, 0..1.
    Odds,
    /// One number.
    Squares,
}

/// The settings of one file.
#[derive(Clone, Debug)]
pub(crate) struct Recipe {
    pub(crate) file: &'static str,
    pub(crate) heads: &'static [Head],
    pub(crate) loss: Loss,
    /// Pull towards zero of the weights of grams, and of values.
    pub(crate) ridge: f64,
    pub(crate) value_ridge: f64,
    /// Grams are scaled by their tie to the labels to this power.
    pub(crate) tie: f64,
    /// Rows that a gram must stand in.
    pub(crate) least: usize,
    /// Grams that are kept.
    pub(crate) keep: usize,
    /// Grams count 1 / (pieces + more)^(halves / 2).
    pub(crate) halves: f64,
    pub(crate) more: f64,
    /// What four exclamation marks add to all grams, in shares.
    pub(crate) exclaimed: f64,
    /// What a link adds to all grams, in shares.
    pub(crate) linked: f64,
    /// What a denial, a strengthening word, capitals and drawn-out letters add to a stem.
    pub(crate) stress: [f64; 4],
    /// Whether a first guess at single words is given.
    pub(crate) guess: bool,
    /// Whether words that no row has are guessed at too.
    pub(crate) unseen: bool,
    /// Whether capitals may tell.
    pub(crate) capitals: bool,
    /// How much rows of helping sets count.
    pub(crate) aid: f64,
    /// Spread of soft labels.
    pub(crate) soft: f64,
}

const BASE: Recipe = Recipe {
    file: "",
    heads: &[],
    loss: Loss::Odds,
    ridge: 1.0,
    value_ridge: 1.0,
    tie: 0.5,
    least: 2,
    keep: 3000,
    halves: 1.0,
    more: 0.0,
    exclaimed: 0.0,
    linked: 0.0,
    stress: [0.0; 4],
    guess: false,
    unseen: false,
    capitals: true,
    aid: 0.3,
    soft: 1.0,
};

impl Recipe {
    pub(crate) fn all() -> Vec<Self> {
        let classes = &[Head::Information, Head::Action, Head::Dialogue];
        vec![
            Self {
                file: "corporate",
                heads: classes,
                loss: Loss::Classes,
                ridge: 0.5,
                value_ridge: 0.7,
                tie: 0.2,
                halves: 0.5,
                keep: 1000,
                ..BASE
            },
            Self {
                file: "courtesy",
                heads: &[Head::Courtesy],
                ridge: 0.3,
                value_ridge: 3.0,
                keep: 2500,
                more: 3.0,
                stress: [-1.0, 0.0, 0.0, 0.0],
                guess: true,
                aid: 0.7,
                soft: 1.5,
                ..BASE
            },
            Self {
                file: "valence",
                heads: &[Head::Valence],
                loss: Loss::Squares,
                ridge: 1.0,
                value_ridge: 4.0,
                halves: 0.75,
                keep: 1500,
                stress: [-1.4, 0.4, 0.4, 0.2],
                exclaimed: 0.3,
                guess: true,
                unseen: true,
                aid: 0.1,
                soft: 1.8,
                ..BASE
            },
            Self {
                file: "unwanted_promotion",
                heads: &[Head::UnwantedPromotion],
                ridge: 0.6,
                halves: 0.25,
                keep: 2000,
                aid: 0.1,
                ..BASE
            },
            Self {
                file: "bait",
                heads: &[Head::Bait],
                ridge: 0.3,
                halves: 0.5,
                keep: 1500,
                capitals: false,
                ..BASE
            },
            Self { file: "uptake", heads: &[Head::Uptake], value_ridge: 5.0, keep: 1200, soft: 1.5, ..BASE },
        ]
    }

    /// Changes one setting, to try it out.
    pub(crate) fn change(&mut self, trial: &str) -> Result<(), Fault> {
        let (key, value) = trial.split_once('=').ok_or("--try wants key=value")?;
        let number: f64 = value.parse()?;
        match key {
            "ridge" => self.ridge = number,
            "value_ridge" => self.value_ridge = number,
            "tie" => self.tie = number,
            "least" => self.least = number as usize,
            "keep" => self.keep = number as usize,
            "halves" => self.halves = number,
            "more" => self.more = number,
            "exclaimed" => self.exclaimed = number,
            "linked" => self.linked = number,
            "unseen" => self.unseen = number > 0.0,
            "guess" => self.guess = number > 0.0,
            "denied" => self.stress[0] = number,
            "boosted" => self.stress[1] = number,
            "loud" => self.stress[2] = number,
            "stretched" => self.stress[3] = number,
            "capitals" => self.capitals = number > 0.0,
            "aid" => self.aid = number,
            "soft" => self.soft = number,
            _ => return Err(format!("there is no setting {key}").into()),
        }
        Ok(())
    }

    /// The rows it is fitted on.
    pub(crate) fn rows(&self, folder: &Path) -> Result<Vec<Row>, Fault> {
        let mut rows = Vec::new();
        let mut take = |set: &'static str, make: &dyn Fn(&Line<'_>, Row) -> Option<Row>| {
            let found = read(folder, set, |line| make(line, blank(set, line)))?;
            rows.extend(found);
            Ok::<(), Fault>(())
        };
        match self.file {
            "corporate" => take("corporate_messaging", &corporate)?,
            "courtesy" => {
                for set in ["politeness_wiki", "politeness_se"] {
                    take(set, &|line, row| Some(self.polite(line, row)))?;
                }
            }
            "valence" => {
                take("vader_tweets", &|line, row| Some(number(line.number("label"), row)))?;
                if self.aid > 0.0 {
                    take("goemotions", &|line, row| self.emotion(line, row))?;
                }
            }
            "unwanted_promotion" => {
                take("youtube_spam", &|line, row| Some(number(yes(line, "spam"), row)))?;
                if self.aid > 0.0 {
                    take("sms_spam", &|line, row| Some(self.helping(number(yes(line, "spam"), row))))?;
                }
            }
            "bait" => take("clickbait", &|line, row| Some(number(yes(line, "clickbait"), row)))?,
            _ => take("uptake", &|line, row| Some(self.taken_up(line, row)))?,
        }
        Ok(rows)
    }

    fn helping(&self, row: Row) -> Row {
        Row { counts: false, weight: self.aid, ..row }
    }

    /// Politeness as a share: the published task tells only top from bottom, but the middle has a rank too.
    fn polite(&self, line: &Line<'_>, row: Row) -> Row {
        let label = match line.get("quartile") {
            "top" => 1.0,
            "bottom" => 0.0,
            _ => f64::NAN,
        };
        let share = odds(line.number("label") * self.soft);
        let weight = if row.set == "politeness_se" { self.aid } else { 1.0 };
        Row { label, counts: !label.is_nan(), target: vec![share], weight, ..row }
    }

    fn emotion(&self, line: &Line<'_>, row: Row) -> Option<Row> {
        let value = match line.get("group") {
            "pos" => 1.0,
            "neg" => -1.0,
            "neutral" => 0.0,
            _ => return None,
        };
        Some(self.helping(number(value * self.soft, row)))
    }

    fn taken_up(&self, line: &Line<'_>, row: Row) -> Row {
        let heard = Some(line.get("context").to_owned());
        let share = odds(line.number("label") * self.soft);
        Row { heard, label: line.number("label"), target: vec![share], ..row }
    }
}

fn odds(value: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-value))
}

fn blank(set: &'static str, line: &Line<'_>) -> Row {
    Row {
        set,
        text: line.get("text").to_owned(),
        heard: None,
        target: Vec::new(),
        weight: 1.0,
        group: format!("{set}/{}", line.get("grp")),
        account: line.get("account").to_owned(),
        counts: true,
        label: 0.0,
    }
}

fn number(value: f64, row: Row) -> Row {
    Row { label: value, target: vec![value], ..row }
}

fn yes(line: &Line<'_>, label: &str) -> f64 {
    f64::from(u8::from(line.get("label") == label))
}

fn corporate(line: &Line<'_>, row: Row) -> Option<Row> {
    let class = ["Information", "Action", "Dialogue"].iter().position(|name| *name == line.get("label"))?;
    let target = (0..3).map(|at| f64::from(u8::from(at == class))).collect();
    Some(Row { label: class as f64, target, weight: line.number("conf").max(0.3), ..row })
}
