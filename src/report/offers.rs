//! What else could have been done at a moment: the author's words, nothing at all, the same words in the other rooms.

use serde::Serialize;

use crate::game::journal::Record;
use crate::game::standing::standing;
use crate::game::{Move, Sitting, Story, Twist};
use crate::sim::message::Message;
use crate::sim::{MessageId, Minute};

use super::page::{round, turn};

/// An alternative and what it would have changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Offer {
    /// What it is, in words.
    pub what: String,
    /// The line for a file of changed moves.
    pub record: Record,
    /// Points of each meter, more with it.
    pub meters: [f64; 5],
    /// The same added up.
    pub points: f64,
}

/// The alternatives to a message of the brand, or to the silence after a person's. Empty where nothing is to be changed.
pub fn offers(sitting: &Sitting, id: MessageId, threads: usize) -> Vec<Offer> {
    let Some(message) = sitting.world().messages.get(id.index()) else { return Vec::new() };
    let found = if message.is_brand() { otherwise(sitting, message) } else { answers(sitting, message) };
    let twists: Vec<Twist> = found.iter().map(|(_, _, twist)| twist.clone()).collect();
    let now = standing(sitting).all;
    let ends = Story::of(sitting).told_with(&twists, threads, &|_, other| now.gain(&standing(other).all));
    let both = found.into_iter().zip(ends);
    both.map(|((what, record, _), meters)| Offer {
        what,
        record,
        meters: meters.map(round),
        points: round(meters.iter().sum()),
    })
    .collect()
}

type Found = Vec<(String, Record, Twist)>;

fn record(at: &str, play: &Move) -> Record {
    Record { at: at.to_owned(), play: play.clone(), world: String::new() }
}

fn otherwise(sitting: &Sitting, message: &Message) -> Found {
    let spoken = turn::spoken(sitting);
    let Some((place, _)) = spoken.into_iter().find(|(_, id)| *id == message.id) else { return Vec::new() };
    let made = &sitting.journal().records()[place];
    let mut found = Vec::new();
    let nothing = Move::Wait { minutes: made.play.cost() };
    found.push(("say nothing".to_owned(), record(&made.at, &nothing), Twist::Without(place)));
    if let Some(model) = turn::better(sitting, message) {
        found.push(("the author's words".to_owned(), record(&made.at, &model), Twist::Instead(place, model)));
    }
    let setup = &sitting.world().setup;
    let Some(said) = message.said() else { return found };
    for room in setup.rooms.iter().filter(|room| room.name() != setup.room(message.room).name()) {
        let last = setup.brand.photos.last().map(|photo| photo.name.clone());
        let shown = said.photo.map(|photo| setup.brand.photos[photo.index()].name.clone());
        let photo = shown.or(if room.norms.picture_needed { last } else { None });
        let play = Move::Post { room: room.name().to_owned(), text: said.text.clone(), photo };
        found.push((
            format!("the same words in {}", room.title),
            record(&made.at, &play),
            Twist::Instead(place, play),
        ));
    }
    found
}

fn answers(sitting: &Sitting, asked: &Message) -> Found {
    let Some((minute, play)) = turn::answer_in_time(sitting, asked) else { return Vec::new() };
    let at = Minute::to_string(&minute);
    vec![("answer them".to_owned(), record(&at, &play), Twist::Besides(minute, play))]
}
