//! The brand of a scenario.

use super::super::desk::Desk;
use super::super::format::{BrandFile, FactFile, FalseClaimFile};
use crate::appraisal::{BrandSheet, Fact, FalseClaim, Kept, Picture};
use crate::sim::brand::{Brand, Offer, Photo};

/// Most money one sale can move, in whole units.
const DEAREST: u32 = 10_000_000;

pub(super) fn brand(desk: &mut Desk<'_>, file: &BrandFile) -> Brand {
    let sheet = BrandSheet {
        name: desk.line("brand.name", &file.name),
        about: desk.line("brand.about", &file.about),
        voice: desk.line("brand.voice", &file.voice),
        facts: file.facts.iter().enumerate().map(|(at, fact)| self::fact(desk, at, fact)).collect(),
        false_claims: file
            .false_claims
            .iter()
            .enumerate()
            .map(|(at, claim)| false_claim(desk, at, claim))
            .collect(),
        own_words: desk.texts("brand.own_words", &file.own_words),
        banned: desk.texts("brand.banned", &file.banned),
        known: Kept::default(),
    };
    desk.names("false claim", "brand.false_claims", file.false_claims.iter().map(|claim| &claim.id));
    let mut photos = Vec::new();
    for (at, photo) in file.photos.iter().enumerate() {
        let path = format!("brand.photos[{at}]");
        let picture = Picture {
            tags: desk.texts(&format!("{path}.tags"), &photo.tags),
            description: desk.line(&format!("{path}.description"), &photo.description),
            days_since_shown: None,
            look: None,
        };
        photos.push(Photo { name: desk.line(&format!("{path}.id"), &photo.id), picture });
    }
    let mut offers = Vec::new();
    for (at, offer) in file.offers.iter().enumerate() {
        let path = format!("brand.offers[{at}]");
        desk.within(&format!("{path}.earns"), offer.earns, (0, DEAREST), "of money");
        desk.within(&format!("{path}.gives"), offer.gives, (0, DEAREST), "of money");
        offers.push(Offer {
            name: offer.id.clone(),
            title: desk.line(&format!("{path}.title"), &offer.title),
            meets: offer.id.clone(),
            earns: f64::from(offer.earns),
            gives: f64::from(offer.gives),
        });
    }
    Brand { sheet, photos, offers }
}

fn fact(desk: &mut Desk<'_>, at: usize, file: &FactFile) -> Fact {
    let path = format!("brand.facts[{at}]");
    Fact {
        id: file.id.clone(),
        text: desk.line(&format!("{path}.text"), &file.text),
        keys: desk.texts(&format!("{path}.keys"), &file.keys),
    }
}

fn false_claim(desk: &mut Desk<'_>, at: usize, file: &FalseClaimFile) -> FalseClaim {
    let path = format!("brand.false_claims[{at}]");
    desk.some(&format!("{path}.keys"), &file.keys, "key");
    FalseClaim {
        id: file.id.clone(),
        text: desk.line(&format!("{path}.text"), &file.text),
        keys: desk.texts(&format!("{path}.keys"), &file.keys),
        truth: desk.line(&format!("{path}.truth"), &file.truth),
    }
}
