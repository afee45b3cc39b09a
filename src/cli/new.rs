//! `mingle new`: asks a few questions where somebody is there to answer, and writes a commented scenario to start from.

use std::io::{BufRead, IsTerminal};
use std::path::Path;

use crate::appraisal::Clean;
use crate::game::store;
use crate::scenario;

use super::args::NewArgs;
use super::code::{Code, Failure, Outcome};
use super::out;

/// The rooms that can be chosen, in their usual order.
const ROOMS: [&str; 4] = ["klatch", "party", "networking", "albums"];

/// What the template is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Answers {
    name: String,
    trade: String,
    town: String,
    rooms: Vec<String>,
    days: u32,
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            name: "Green Corner".to_owned(),
            trade: "vegetable stall".to_owned(),
            town: "Callow".to_owned(),
            rooms: ROOMS.map(str::to_owned).to_vec(),
            days: 1,
        }
    }
}

pub(super) fn new(args: &NewArgs) -> Outcome {
    let path: &Path = &args.file;
    if path.exists() {
        return Err(Failure::new(
            Code::Usage,
            format!("mingle: {} is there already; it was left alone", path.display()),
        ));
    }
    let mut answers = Answers::default();
    if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        ask(&mut std::io::stdin().lock(), &mut answers);
    }
    answers.take(args);
    let text = filled(scenario::TEMPLATE, &answers);
    store::write_whole(path, text.as_bytes()).map_err(|error| Failure::io(&error))?;
    out::talk(&format!("{} is written. Check it with: mingle check {}", path.display(), path.display()));
    Ok(Code::Done)
}

impl Answers {
    /// What the command line says goes before what was asked.
    fn take(&mut self, args: &NewArgs) {
        for (own, given) in
            [(&mut self.name, &args.name), (&mut self.trade, &args.trade), (&mut self.town, &args.town)]
        {
            if let Some(given) = given {
                *own = plain(given);
            }
        }
        if !args.rooms.is_empty() {
            self.choose(&args.rooms.join(","));
        }
        self.days = args.days.unwrap_or(self.days);
    }

    fn choose(&mut self, rooms: &str) {
        let wanted: Vec<&str> = rooms.split([',', ' ']).map(str::trim).collect();
        let chosen: Vec<String> =
            ROOMS.iter().filter(|room| wanted.contains(*room)).map(|room| (*room).to_owned()).collect();
        if !chosen.is_empty() {
            self.rooms = chosen;
        }
    }
}

/// Asks one thing after another; an empty line keeps what stands in brackets.
fn ask(input: &mut impl BufRead, answers: &mut Answers) {
    let mut line = |question: &str, usual: &str| {
        out::talk(&format!("{question} [{usual}]"));
        let mut line = String::new();
        let read = input.read_line(&mut line).is_ok_and(|bytes| bytes > 0);
        Some(plain(&line)).filter(|line| read && !line.is_empty())
    };
    out::talk("A few questions; press Enter to keep what stands in brackets.");
    for (question, own) in [
        ("What is the organisation called?", &mut answers.name),
        ("What is it, in two or three words?", &mut answers.trade),
        ("In which town?", &mut answers.town),
    ] {
        if let Some(said) = line(question, own) {
            *own = said;
        }
    }
    let rooms = answers.rooms.join(", ");
    if let Some(said) = line("Which rooms?", &rooms) {
        answers.choose(&said);
    }
    let days = answers.days.to_string();
    if let Some(days) = line("How many days?", &days).and_then(|said| said.parse().ok()) {
        answers.days = days;
    }
    answers.days = answers.days.clamp(1, 60);
}

/// A line that can stand between quotes.
fn plain(text: &str) -> String {
    Clean::line(text).into_string().trim().replace(['"', '\\', '{', '}'], "")
}

/// The template with the answers in their places, without what belongs to rooms that were not chosen.
fn filled(template: &str, answers: &Answers) -> String {
    let mut text = String::new();
    for line in template.lines() {
        let room = line.rsplit_once("// in the ").map(|(_, room)| room.trim());
        if room.is_some_and(|room| ROOMS.contains(&room) && !answers.rooms.iter().any(|own| own == room)) {
            continue;
        }
        text.push_str(&with_rooms(line, answers));
        text.push('\n');
    }
    for (name, usual) in [("name", &answers.name), ("trade", &answers.trade), ("town", &answers.town)] {
        let from = format!("(\"{name}\", \"");
        if let Some((before, after)) = text.split_once(&from) {
            let rest = after.split_once('"').map_or("", |(_, rest)| rest);
            text = format!("{before}{from}{usual}\"{rest}");
        }
    }
    text.replacen("    days: 1,", &format!("    days: {},", answers.days), 1)
}

/// A line whose list of rooms keeps the chosen ones only; who is left without a room comes to the first of them.
fn with_rooms(line: &str, answers: &Answers) -> String {
    let Some((before, list, after)) = line.split_once("rooms: [").and_then(|(before, rest)| {
        let (list, after) = rest.split_once(']')?;
        Some((before, list, after))
    }) else {
        return line.to_owned();
    };
    let own = list.split(',').map(|room| room.trim().trim_matches('"'));
    let mut kept: Vec<&str> = own.filter(|room| answers.rooms.iter().any(|chosen| chosen == room)).collect();
    if kept.is_empty() {
        kept.extend(answers.rooms.first().map(String::as_str));
    }
    let kept: Vec<String> = kept.iter().map(|room| format!("\"{room}\"")).collect();
    format!("{before}rooms: [{}]{after}", kept.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(answers: &Answers) {
        let text = filled(scenario::TEMPLATE, answers);
        let loaded = scenario::load("new.ron", &text, None);
        loaded.unwrap_or_else(|faults| {
            panic!("{answers:?}\n{}", faults.iter().map(|f| format!("{f}\n")).collect::<String>())
        });
        let lints = scenario::lints("new.ron", &text, None);
        assert!(
            lints.is_empty(),
            "{answers:?}\n{}",
            lints.iter().map(|f| format!("{f}\n")).collect::<String>()
        );
    }

    #[test]
    fn whatever_is_answered_the_file_is_sound() {
        checked(&Answers::default());
        for chosen in 1..16_u32 {
            let rooms = ROOMS.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0);
            let rooms = rooms.map(|(_, room)| (*room).to_owned()).collect();
            checked(&Answers { rooms, days: 1 + chosen % 3 * 4, ..Answers::default() });
        }
    }

    #[test]
    fn what_is_asked_ends_up_in_the_file() {
        let mut answers = Answers::default();
        ask(&mut "Salt \"and\" Rope\nferry office\n\nparty, klatch\n3\n".as_bytes(), &mut answers);
        assert_eq!(
            (answers.name.as_str(), answers.town.as_str(), answers.days),
            ("Salt and Rope", "Callow", 3)
        );
        assert_eq!(answers.rooms, ["klatch", "party"]);
        let text = filled(scenario::TEMPLATE, &answers);
        let loaded = scenario::load("new.ron", &text, None).expect("it has no faults");
        assert_eq!(loaded.base.brand.sheet.name, "Salt and Rope");
        assert_eq!((loaded.base.rooms.len(), loaded.base.days), (2, 3));
    }
}
