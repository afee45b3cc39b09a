//! The line mode: the same game line by line, for screen readers, pipes and habit.

use std::io::BufRead;

use crate::game::store::Keeper;
use crate::game::{Move, Played, Sitting};
use crate::report::{debrief, tell, why};
use crate::sim::clock::span;
use crate::sim::room::Room;

use super::code::{Code, Failure, Outcome};
use super::out;
use super::watch::Watch;

const HELP: &str = "  \
  next                      wait until somebody speaks to you (an empty line does the same)
  wait MINUTES              let time pass
  inbox                     who waits for you, and how long they will
  look ROOM                 the last words said in a room
  post ROOM TEXT            say something to a room
  post ROOM PHOTO: TEXT     the same with a picture (see: photos)
  reply NUMBER TEXT         answer a message; with PHOTO: before the text to show one
  like NUMBER               nod to a message
  message NAME: TEXT        say something to somebody alone
  connect NAME: TEXT        ask somebody to connect
  accept NAME, decline NAME answer somebody who asks to connect
  listen NAME               read somebody's page
  why NAME                  why somebody stands to you as they do
  correct NUMBER TEXT, withdraw NUMBER, boost NUMBER
  facts, photos, standing, help, quit";

/// Plays on standard input and output until the story is over or the input ends.
pub(super) fn play(mut sitting: Sitting, mut keeper: Option<Keeper>, mut watch: Option<Watch>) -> Outcome {
    out::line(&format!("{}\n\n{}\n", sitting.scenario().title, sitting.scenario().briefing))?;
    out::line("Write help for what you can do, or an empty line to wait until somebody speaks to you.")?;
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| Failure::io(&error))?;
        if matches!(line.trim(), "quit" | "q") {
            keep(&sitting, keeper.as_mut())?;
            out::line("Your play is kept; the same command goes on with it.")?;
            return Ok(Code::Done);
        }
        if let Some(news) = watch.as_mut().and_then(|watch| watch.look(&mut sitting)) {
            out::line(&news)?;
        }
        let told = answer(&mut sitting, line.trim());
        keep(&sitting, keeper.as_mut())?;
        if !out::line(&told)? {
            return Ok(Code::Done);
        }
        if sitting.is_over() {
            break;
        }
    }
    if sitting.is_over() {
        out::line(&format!("\n{}", debrief::text(&sitting).join("\n")))?;
        if let Some(keeper) = keeper {
            keeper.forget().map_err(|error| Failure::io(&error))?;
        }
    }
    Ok(Code::Done)
}

fn keep(sitting: &Sitting, keeper: Option<&mut Keeper>) -> Result<(), Failure> {
    keeper.map_or(Ok(()), |keeper| keeper.keep_up(sitting.journal()).map_err(|error| Failure::io(&error)))
}

fn answer(sitting: &mut Sitting, line: &str) -> String {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    let rest = rest.trim();
    match verb.to_lowercase().as_str() {
        "" | "next" | "n" => next(sitting),
        "help" | "?" => HELP.to_string(),
        "inbox" => inbox(sitting),
        "look" => look(sitting, rest),
        "facts" => facts(sitting),
        "photos" => photos(sitting),
        "standing" => debrief::text(sitting).join("\n"),
        "why" => reasons(sitting, rest),
        verb => match parse(sitting, verb, rest) {
            Ok(a_move) => play_move(sitting, a_move),
            Err(help) => help,
        },
    }
}

fn parse(sitting: &Sitting, verb: &str, rest: &str) -> Result<Move, String> {
    let text = |text: &str| text.trim().replace("\\n", "\n");
    let number = |word: &str| {
        word.trim_start_matches('#')
            .parse::<u32>()
            .map_err(|_| format!("{verb} wants the number of a message, as {verb} 12"))
    };
    let numbered = || {
        let (first, words) = rest.split_once(' ').unwrap_or((rest, ""));
        number(first).map(|number| (number, text(words)))
    };
    let named = || {
        let (name, words) =
            rest.split_once(':').ok_or_else(|| format!("{verb} wants a name, a colon and words"))?;
        Ok::<_, String>((name.trim().to_string(), text(words)))
    };
    Ok(match verb {
        "wait" | "w" => Move::Wait {
            minutes: rest.parse().map_err(|_| "wait wants a number of minutes, as wait 15".to_string())?,
        },
        "post" => {
            let (room, words) = rest.split_once(' ').unwrap_or((rest, ""));
            let (photo, words) = pictured(sitting, words);
            Move::Post { room: room.to_lowercase(), text: text(words), photo }
        }
        "reply" | "r" => {
            let (to, words) = rest.split_once(' ').unwrap_or((rest, ""));
            let (photo, words) = pictured(sitting, words);
            Move::Reply { to: number(to)?, text: text(words), photo }
        }
        "like" => Move::React { to: number(rest)? },
        "accept" => Move::Accept { person: rest.to_string() },
        "decline" => Move::Decline { person: rest.to_string() },
        "listen" => Move::Listen { person: rest.to_string() },
        "message" => named().map(|(person, text)| Move::Message { person, text, about: None })?,
        "connect" => named().map(|(person, text)| Move::Connect { person, text })?,
        "correct" => numbered().map(|(message, text)| Move::Correct { message, text })?,
        "withdraw" => Move::Withdraw { message: number(rest)? },
        "boost" => Move::Boost { message: number(rest)? },
        _ => return Err(format!("There is no \"{verb}\" here. Write help for what you can do.")),
    })
}

/// Words that may begin with the name of one of the brand's pictures and a colon.
fn pictured<'a>(sitting: &Sitting, words: &'a str) -> (Option<String>, &'a str) {
    let photos = &sitting.world().setup.brand.photos;
    match words.split_once(':') {
        Some((name, rest)) if photos.iter().any(|photo| photo.name == name.trim()) => {
            (Some(name.trim().to_string()), rest)
        }
        Some(_) | None => (None, words),
    }
}

fn play_move(sitting: &mut Sitting, a_move: Move) -> String {
    let listened = if let Move::Listen { person } = &a_move { Some(person.clone()) } else { None };
    match sitting.play(a_move) {
        Ok(played) => {
            let page = listened.map_or(String::new(), |name| format!("\n{}", page(sitting, &name)));
            format!("{}{page}", happened(sitting, &played))
        }
        Err(refusal) => refusal.to_string(),
    }
}

fn next(sitting: &mut Sitting) -> String {
    let closed = sitting.until_opening();
    let played = if closed > 0 { sitting.advance(closed) } else { sitting.until_spoken_to(120) };
    happened(sitting, &played)
}

fn happened(sitting: &Sitting, played: &Played) -> String {
    let world = sitting.world();
    let mut lines: Vec<String> = world.chronicle[played.events.clone()]
        .iter()
        .filter_map(|event| tell::line(sitting, event))
        .collect();
    if let Some(waiting) = sitting.last_call() {
        let name = &world.setup.person(waiting.person).name;
        lines.push(format!("{name} is about to give up waiting for an answer to #{}.", waiting.message.0));
    }
    let waiting = world.open_waiting().len() + world.open_requests().len();
    let closed = if sitting.is_closed() && !sitting.is_over() {
        " Nobody is at work; next goes on to the morning."
    } else {
        ""
    };
    lines.push(format!("Day {}, {}. {waiting} waiting for you.{closed}", world.now.day(), world.now.clock()));
    lines.join("\n")
}

fn inbox(sitting: &Sitting) -> String {
    let world = sitting.world();
    let asking = world.open_requests().into_iter().map(|request| {
        format!(
            "{} asks to connect: {}",
            world.setup.person(request.person).name,
            sitting.text(request.message)
        )
    });
    let waiting = world.open_waiting().into_iter().map(|w| {
        let (name, left) = (&world.setup.person(w.person).name, span(w.until.since(world.now)));
        format!(
            "#{} {name} in {}, {left} of patience left: {}",
            w.message.0,
            world.setup.room(w.room).name(),
            sitting.text(w.message)
        )
    });
    let lines: Vec<String> = waiting.chain(asking).collect();
    if lines.is_empty() { "Nobody waits for you.".to_string() } else { lines.join("\n") }
}

fn look(sitting: &Sitting, room: &str) -> String {
    let world = sitting.world();
    let Some(room) = world.setup.room_named(&room.to_lowercase()) else {
        let names: Vec<&str> = world.setup.rooms.iter().map(Room::name).collect();
        return format!("Rooms: {}", names.join(", "));
    };
    let mut last: Vec<_> =
        world.messages.iter().rev().filter(|m| m.room == room && m.private.is_none()).take(12).collect();
    last.reverse();
    let said = last.iter().map(|m| {
        let who = m.person().map_or(world.setup.brand.sheet.name.as_str(), |p| &world.setup.person(p).name);
        let [likes, comments, shares] = m.reactions;
        let to = m.answers.map_or(String::new(), |to| format!(" (to #{})", to.0));
        format!(
            "{} #{} {who}{to}: {} [{likes} likes, {comments} comments, {shares} shares]",
            m.minute.clock(),
            m.id.0,
            sitting.text(m.id)
        )
    });
    let head = format!("{}: {}", world.setup.room(room).title, world.setup.room(room).about);
    std::iter::once(head).chain(said).collect::<Vec<_>>().join("\n")
}

fn facts(sitting: &Sitting) -> String {
    let sheet = &sitting.world().setup.brand.sheet;
    let truths = sheet.facts.iter().map(|fact| format!("- {}", fact.text));
    let falsehoods =
        sheet.false_claims.iter().map(|claim| format!("- Not true: {} {}", claim.text, claim.truth));
    std::iter::once(sheet.about.clone()).chain(truths).chain(falsehoods).collect::<Vec<_>>().join("\n")
}

fn photos(sitting: &Sitting) -> String {
    let photos = sitting.world().setup.brand.photos.iter();
    photos
        .map(|photo| {
            let look =
                photo.picture.look.map_or(String::new(), |look| format!(" It looks {}.", look.words()));
            format!("{}: {}.{look}", photo.name, photo.picture.description.trim_end_matches('.'))
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn page(sitting: &Sitting, name: &str) -> String {
    let setup = &sitting.world().setup;
    let Some(id) = setup.person_named(name) else { return String::new() };
    let person = setup.person(id);
    let wants = if person.want.is_empty() { String::new() } else { format!("\nWants: {}", person.want) };
    format!("{}, {}. {}{wants}\n{}", person.name, person.work, person.about, reasons(sitting, name))
}

fn reasons(sitting: &Sitting, name: &str) -> String {
    let world = sitting.world();
    let Some(id) = world.setup.person_named(name) else {
        return format!("There is nobody called \"{name}\" here.");
    };
    let bond = world.bond(id);
    let head = format!(
        "{}: trust {:.2}, warmth {:.2}, mood {:+.2}, knows you {:.2}",
        world.setup.person(id).name,
        bond.trust,
        bond.warmth,
        bond.mood,
        bond.familiarity
    );
    let changes =
        world.changes_in(id).flat_map(|event| event.changes.iter().map(move |change| (event.minute, change)));
    let lines = changes
        .filter(|(_, change)| change.person == id)
        .take(6)
        .map(|(minute, change)| format!("  {} {}", minute, why::sentence(sitting, change)));
    std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
}
