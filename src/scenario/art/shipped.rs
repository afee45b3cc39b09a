//! The pictures that come with the program: an index of what is in each, and the files built in.

use std::sync::OnceLock;

use serde::Deserialize;

use super::decode::{self, Pixels};
use crate::appraisal::Look;

/// One line of the index.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its name.
    pub id: String,
    /// Its file.
    pub file: String,
    /// What is in it.
    pub tags: Vec<String>,
    /// What one sees, as the brand would tell it.
    pub description: String,
    /// What one sees, for somebody who cannot.
    pub alt: String,
}

/// Builds a file in for each id; the test below holds the list against the index.
macro_rules! files {
    ($($id:literal)*) => {
        &[$(($id, include_bytes!(concat!("../../../assets/photos/", $id, ".png")))),*]
    };
}

const FILES: &[(&str, &[u8])] = files![
    "nora_oven" "tom_sack" "buns_tray" "shop_window" "gas_bill" "starter_jar" "stock_wheat" "offer_card"
    "pottery_wheel" "kiln_shelf" "cafe_counter" "latte" "bike_stand" "mechanic" "library_rug" "library_desk"
    "kitchen_pot" "crates_veg" "pump_bench" "engineers" "flooded_cellar" "newsroom" "press" "kettle_fault"
    "kettle_boxes" "garden_leeks" "garden_rain" "market_stall" "market_band" "team_steps" "dog_towel"
    "wedding" "harbour" "harbour_storm" "river_swim" "night_bus" "apprentice" "football" "snow_street"
    "dough_hands" "allotment_bench" "logo_card" "stock_handshake" "empty_office" "blurry_shelf" "grey_slide"
    "dark_room" "clutter_flyer" "stock_headset" "leek_trophy" "blue_feet" "wellington" "fringe_1994" "top_deck"
];

/// The index of shipped pictures.
pub fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        read(include_str!("../../../assets/photos/index.ron")).expect("the shipped index is read by a test")
    })
}

/// An index, or why it cannot be read.
pub(super) fn read(source: &str) -> Result<Vec<Entry>, String> {
    ron::from_str(source).map_err(|error| error.to_string())
}

/// The pixels of a shipped picture; `None` where there is none of this id.
/// Decoded at the first look and then kept.
pub fn shipped_pixels(id: &str) -> Option<&'static Pixels> {
    static DECODED: [OnceLock<Option<Pixels>>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
    let place = FILES.iter().position(|(name, _)| *name == id)?;
    DECODED[place].get_or_init(|| decode::decode(FILES[place].1).ok()).as_ref()
}

/// The measures of a shipped picture; its pixels are not kept.
pub(super) fn shipped_look(id: &str) -> Option<Look> {
    let (_, bytes) = FILES.iter().find(|(name, _)| *name == id)?;
    decode::decode(bytes).ok()?.look()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_is_listed_built_in_and_described() {
        assert!(entries().len() >= 36);
        assert_eq!(
            entries().iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(),
            FILES.iter().map(|(id, _)| *id).collect::<Vec<_>>()
        );
        for entry in entries() {
            assert_eq!(entry.file, format!("{}.png", entry.id));
            assert!(
                !entry.tags.is_empty() && entry.description.len() > 10 && entry.alt.ends_with('.'),
                "{}",
                entry.id
            );
            let pixels = shipped_pixels(&entry.id).unwrap();
            assert_eq!((pixels.width, pixels.height), (320, 240), "{}", entry.id);
        }
        let bytes: usize = FILES.iter().map(|(_, bytes)| bytes.len()).sum();
        assert!(bytes < 1_500_000, "{bytes}");
    }

    #[test]
    fn a_lively_picture_is_told_from_a_dull_one() {
        let dull = [
            "logo_card",
            "stock_handshake",
            "empty_office",
            "blurry_shelf",
            "grey_slide",
            "dark_room",
            "stock_wheat",
            "stock_headset",
        ];
        for entry in entries() {
            let words = shipped_look(&entry.id).unwrap();
            let pull = words.pull();
            if dull.contains(&entry.id.as_str()) {
                assert!(pull < -250, "{} {pull} {words:?}", entry.id);
            } else if !entry.tags.iter().any(|tag| tag == "text only") {
                assert!(pull > -100, "{} {pull} {words:?}", entry.id);
            }
        }
    }
}
