//! Where on the floor people stand: places around the brand, nearer ones for nearer rings.

use ratatui::layout::Rect;

use super::{Guest, RINGS};

/// A place to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Column of its left edge.
    pub(crate) x: u16,
    /// Row.
    pub(crate) y: u16,
    /// The ring it belongs to.
    pub(crate) ring: usize,
}

/// Places for labels so wide in an area around a point, none of them on the furniture: the nearest fifth is the innermost ring.
pub(crate) fn spots(area: Rect, label: u16, home: (u16, u16), furniture: Rect) -> Vec<Spot> {
    let label = label.max(2);
    let columns = area.width / label;
    let mut found: Vec<(u32, Spot)> = Vec::new();
    for y in area.top()..area.bottom() {
        for column in 0..columns {
            let x = area.x + column * label + (area.width % label) / 2;
            let own = Rect { x, y, width: label - 1, height: 1 };
            if own.intersects(furniture) {
                continue;
            }
            let across = u32::from((x + label / 2).abs_diff(home.0));
            // A row is about twice as high as a column is wide.
            let along = u32::from(y.abs_diff(home.1)) * 2;
            found.push((across * across + along * along, Spot { x, y, ring: 0 }));
        }
    }
    found.sort_by_key(|(distance, spot)| (*distance, spot.y, spot.x));
    let (count, rings) = (found.len().max(1), RINGS.len());
    let ringed = found.into_iter().enumerate();
    ringed
        .map(|(at, (_, spot))| Spot { ring: rings - 1 - (at * rings / count).min(rings - 1), ..spot })
        .collect()
}

/// Gives each guest a place of their ring, or the nearest free one outside it. Who stands still keeps their place when others
/// come and go, as far as there are places: it depends on who they are.
pub(crate) fn seat(guests: &[Guest], spots: &[Spot]) -> Vec<Option<Spot>> {
    let mut free = vec![true; spots.len()];
    let mut seated = vec![None; guests.len()];
    for ring in (0..RINGS.len()).rev() {
        for (at, guest) in guests.iter().enumerate().filter(|(_, guest)| guest.ring == ring) {
            let own: Vec<usize> = (0..spots.len()).filter(|place| spots[*place].ring == ring).collect();
            let turn = guest.id.0.wrapping_mul(2_654_435_761) as usize % own.len().max(1);
            let own = own[turn.min(own.len())..].iter().chain(&own[..turn.min(own.len())]).copied();
            let outside = (0..spots.len()).filter(|place| spots[*place].ring < ring);
            let inside = (0..spots.len()).rev().filter(|place| spots[*place].ring > ring);
            if let Some(place) = own.chain(outside).chain(inside).find(|place| free[*place]) {
                free[place] = false;
                seated[at] = Some(spots[place]);
            }
        }
    }
    seated
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;
    use crate::sim::PersonId;

    fn guest(id: u32, ring: usize) -> Guest {
        Guest { id: PersonId(id), name: format!("P{id}"), ring, state: State::There, circle: 0, spoke: None }
    }

    const LABEL: u16 = 13;
    const AREA: Rect = Rect { x: 0, y: 0, width: 72, height: 12 };

    #[test]
    fn nobody_stands_on_another_or_on_the_table() {
        let table = Rect { x: 26, y: 4, width: 20, height: 4 };
        let spots = spots(AREA, LABEL, (36, 6), table);
        let guests: Vec<Guest> = (0..30).map(|id| guest(id, id as usize % 5)).collect();
        let seated: Vec<Spot> = seat(&guests, &spots).into_iter().flatten().collect();
        assert_eq!(seated.len(), 30);
        for (at, spot) in seated.iter().enumerate() {
            let own = Rect { x: spot.x, y: spot.y, width: LABEL - 1, height: 1 };
            assert!(!own.intersects(table) && AREA.union(own) == AREA, "{spot:?}");
            assert!(seated[at + 1..].iter().all(|other| (other.x, other.y) != (spot.x, spot.y)));
        }
    }

    #[test]
    fn nearer_rings_are_nearer() {
        let spots = spots(AREA, LABEL, (0, 6), Rect::default());
        let mean = |ring| {
            let of: Vec<u32> =
                spots.iter().filter(|spot| spot.ring == ring).map(|spot| u32::from(spot.x)).collect();
            of.iter().sum::<u32>() / of.len() as u32
        };
        assert!((1..5).all(|ring| mean(ring) < mean(ring - 1)));
    }

    #[test]
    fn a_place_outlasts_the_coming_and_going_of_others() {
        let spots = spots(AREA, LABEL, (36, 6), Rect::default());
        let alone = seat(&[guest(7, 2)], &spots);
        let among = seat(&[guest(1, 0), guest(2, 4), guest(7, 2)], &spots);
        assert_eq!(alone[0], among[2]);
    }

    #[test]
    fn no_area_is_too_small() {
        for (width, height) in [(0, 0), (5, 3), (13, 1), (200, 0)] {
            let spots = spots(Rect { x: 0, y: 0, width, height }, LABEL, (0, 0), Rect::default());
            seat(&[guest(1, 3), guest(2, 0)], &spots);
        }
    }
}
