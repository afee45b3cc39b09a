//! Goals, lesson steps, expected runs, notes and lines of one's own: every name looked up, every number in its range.

use super::super::desk::{Desk, Names};
use super::super::fault::Fault;
use super::super::format::{ConditionFile, ExpectedFile, OccasionFile, PointsFile, ScenarioFile};
use super::super::goal::{Condition, Expected, Goal, Player, Points, Step};
use super::Index;
use crate::sim::setup::{Occasion, OwnLine};
use crate::sim::{BeatId, PersonId, RoomId};

/// What a scenario teaches with.
#[derive(Default)]
pub(in super::super) struct Teaching {
    pub(in super::super) minutes: u32,
    pub(in super::super) goals: Vec<Goal>,
    pub(in super::super) notes: Vec<String>,
    pub(in super::super) lesson: Vec<Step>,
    pub(in super::super) expected: Vec<Expected>,
    /// What is legal but unwise.
    pub(in super::super) lints: Vec<Fault>,
}

pub(super) fn teaching(desk: &mut Desk<'_>, file: &ScenarioFile, index: &Index) -> Teaching {
    desk.within("minutes", file.minutes, (0, 1_000), "minutes");
    let names = desk.names("goal", "goals", file.goals.iter().map(|goal| &goal.id));
    let reader = Reader { index, goals: &names };
    let mut goals = Vec::new();
    for (at, goal) in file.goals.iter().enumerate() {
        let path = |field: &str| format!("goals[{at}].{field}");
        goals.push(Goal {
            id: goal.id.clone(),
            title: desk.line(&path("title"), &goal.title),
            idea: goal.teaches,
            why: desk.maybe_text(&path("why"), &goal.why),
            when: reader.condition(desk, &path("when"), &goal.when, at),
        });
    }
    let mut lesson = Vec::new();
    for (at, step) in file.lesson.iter().enumerate() {
        let path = |field: &str| format!("lesson[{at}].{field}");
        if step.until.is_none() && at + 1 < file.lesson.len() {
            let message = "This step never ends, so the next one is never seen.".to_owned();
            desk.fault(
                &format!("lesson[{at}]"),
                "S038",
                message,
                "Add until: with a condition, as until: Did(Reply, 1).",
            );
        }
        lesson.push(Step {
            part: step.part,
            text: desk.text(&path("text"), &step.text),
            points: points(desk, &path("points"), &step.points, index),
            unlocks: step.unlocks.clone(),
            until: step
                .until
                .as_ref()
                .map(|until| reader.condition(desk, &path("until"), until, goals.len())),
        });
    }
    let mut expected = Vec::new();
    for (at, run) in file.expected.iter().enumerate() {
        expected.push(reader.run(desk, &format!("expected[{at}]"), run, goals.len()));
    }
    let mut notes = Vec::new();
    for (at, note) in file.notes.iter().enumerate() {
        notes.push(desk.text(&format!("notes[{at}]"), note));
    }
    Teaching { minutes: file.minutes, goals, notes, lesson, expected, lints: Vec::new() }
}

struct Reader<'a> {
    index: &'a Index,
    goals: &'a Names,
}

impl Reader<'_> {
    fn run(&self, desk: &mut Desk<'_>, path: &str, file: &ExpectedFile, goals: usize) -> Expected {
        let player = match (&file.policy, &file.moves) {
            (Some(policy), None) => Player::Policy(policy.clone()),
            (None, Some(moves)) => Player::Moves(moves.clone()),
            (Some(_), Some(_)) | (None, None) => {
                let message =
                    "An expected run is played by exactly one: a policy, or a file of moves.".to_owned();
                let help = "Write policy: \"host\", or moves: \"my-moves.jsonl\".";
                desk.fault(path, "S039", message, help);
                Player::Policy("host".to_owned())
            }
        };
        desk.some(&format!("{path}.must"), &file.must, "condition");
        let must = |desk: &mut Desk<'_>, (at, condition)| {
            self.condition(desk, &format!("{path}.must[{at}]"), condition, goals)
        };
        let must = file.must.iter().enumerate().map(|one| must(desk, one)).collect();
        Expected { player, seed: u64::from(file.seed), must }
    }

    /// A condition; it may name goals before the one at `until`.
    fn condition(&self, desk: &mut Desk<'_>, path: &str, file: &ConditionFile, until: usize) -> Condition {
        let at = |place: usize| format!("{path}[{place}]");
        let count = |desk: &mut Desk<'_>, number: u32| {
            desk.within(&at(0), number, (0, 1_000_000), "");
            number
        };
        let share = |desk: &mut Desk<'_>, place: usize, number: u32| {
            desk.within(&at(place), number, (0, 100), "percent");
            number
        };
        let person = |desk: &mut Desk<'_>, name: &str| {
            PersonId::at(desk.find(&at(0), name, &self.index.cast).unwrap_or(0))
        };
        match file {
            ConditionFile::Meter(meter, least) => Condition::Meter(None, *meter, share(desk, 1, *least)),
            ConditionFile::MeterIn(room, meter, least) => {
                let room = RoomId::at(desk.find(&at(0), room, &self.index.rooms).unwrap_or(0));
                Condition::Meter(Some(room), *meter, share(desk, 2, *least))
            }
            ConditionFile::Trust(who, least) => {
                Condition::Trust(person(desk, who), desk.percent(&at(1), *least))
            }
            ConditionFile::Warmth(who, least) => {
                Condition::Warmth(person(desk, who), desk.percent(&at(1), *least))
            }
            ConditionFile::Answered(beats) => {
                desk.some(&at(0), beats, "beat");
                Condition::Answered(
                    desk.find_all(&at(0), beats, &self.index.beats).into_iter().map(BeatId::at).collect(),
                )
            }
            ConditionFile::Answers(percent) => Condition::Answers(share(desk, 0, *percent)),
            ConditionFile::Closer(percent) => Condition::Closer(share(desk, 0, *percent)),
            ConditionFile::Lost(most) => Condition::Lost(count(desk, *most)),
            ConditionFile::Kept(least) => Condition::Kept(count(desk, *least)),
            ConditionFile::Sales(least) => Condition::Sales(count(desk, *least)),
            ConditionFile::BadSales(most) => Condition::BadSales(count(desk, *most)),
            ConditionFile::Untruths(most) => Condition::Untruths(count(desk, *most)),
            ConditionFile::Connected(least) => Condition::Connected(count(desk, *least)),
            ConditionFile::Did(did, least) => Condition::Did(*did, *least),
            ConditionFile::Happened(beat) => {
                Condition::Happened(BeatId::at(desk.find(&at(0), beat, &self.index.beats).unwrap_or(0)))
            }
            ConditionFile::Time(time) => Condition::Time(desk.moment(&at(0), time)),
            ConditionFile::Goal(goal) => Condition::Goal(self.goal(desk, &at(0), goal, until)),
            ConditionFile::Not(inner) => Condition::Not(Box::new(self.condition(desk, &at(0), inner, until))),
            ConditionFile::Any(parts) => Condition::Any(self.conditions(desk, &at(0), parts, until)),
            ConditionFile::All(parts) => Condition::All(self.conditions(desk, &at(0), parts, until)),
        }
    }

    fn conditions(
        &self,
        desk: &mut Desk<'_>,
        path: &str,
        parts: &[ConditionFile],
        until: usize,
    ) -> Vec<Condition> {
        desk.some(path, parts, "condition");
        let each =
            |desk: &mut Desk<'_>, (at, part)| self.condition(desk, &format!("{path}[{at}]"), part, until);
        parts.iter().enumerate().map(|part| each(desk, part)).collect()
    }

    fn goal(&self, desk: &mut Desk<'_>, path: &str, name: &str, until: usize) -> usize {
        let Some(found) = desk.find(path, name, self.goals) else { return 0 };
        if found >= until {
            let message = format!("The goal \"{name}\" is judged later than this.");
            desk.fault(path, "S033", message, "A goal can build on goals that stand before it in the list.");
            return 0;
        }
        found
    }
}

fn points(desk: &mut Desk<'_>, path: &str, file: &PointsFile, index: &Index) -> Points {
    let first = format!("{path}[0]");
    match file {
        PointsFile::Nothing => Points::Nothing,
        PointsFile::Room(name) => {
            Points::Room(RoomId::at(desk.find(&first, name, &index.rooms).unwrap_or(0)))
        }
        PointsFile::Person(name) => {
            Points::Person(PersonId::at(desk.find(&first, name, &index.cast).unwrap_or(0)))
        }
        PointsFile::Beat(name) => {
            Points::Beat(BeatId::at(desk.find(&first, name, &index.beats).unwrap_or(0)))
        }
        PointsFile::Writing => Points::Writing,
        PointsFile::Meters => Points::Meters,
        PointsFile::Clock => Points::Clock,
        PointsFile::Reasons => Points::Reasons,
    }
}

/// Lines that people of the cast have of their own.
pub(super) fn own_lines(desk: &mut Desk<'_>, file: &ScenarioFile) -> Vec<OwnLine> {
    let mut own = Vec::new();
    for (at, person) in file.cast.iter().enumerate() {
        for (place, (when, text)) in person.lines.iter().enumerate() {
            let text = desk.line(&format!("cast[{at}].lines[{place}][1]"), text);
            own.push(OwnLine { who: PersonId::at(at), when: occasion(*when), text });
        }
    }
    own
}

const fn occasion(file: OccasionFile) -> Occasion {
    match file {
        OccasionFile::Life => Occasion::Life,
        OccasionFile::Chat => Occasion::Chat,
        OccasionFile::Picture => Occasion::Picture,
        OccasionFile::Liked => Occasion::Liked,
        OccasionFile::Annoyed => Occasion::Annoyed,
        OccasionFile::Helped => Occasion::Helped,
        OccasionFile::LetDown => Occasion::LetDown,
        OccasionFile::Praise => Occasion::Praise,
        OccasionFile::Warn => Occasion::Warn,
    }
}
