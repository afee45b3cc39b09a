//! The suite of published findings: its data, the shape of what it prints, and figures that do not depend on threads.

use mingle::lab::facts::{Kind, Row, run, suite};
use mingle::report::facts::{json, text};

fn rows(numbers: &[u32]) -> Vec<&'static Row> {
    suite().rows.iter().filter(|row| numbers.contains(&row.row)).collect()
}

#[test]
fn the_data_are_whole() {
    let suite = suite();
    let numbers: Vec<u32> = suite.rows.iter().map(|row| row.row).collect();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");
    for wanted in [6, 8, 11, 12, 13, 14, 19, 23, 25, 29, 30, 32, 33, 35, 38, 39, 40, 44, 48, 49] {
        let row = suite.rows.iter().find(|row| row.row == wanted).expect("the row is there");
        assert_ne!(row.kind, Kind::Input, "row {wanted}");
    }
    for row in &suite.rows {
        assert!(row.source.starts_with("http"), "row {}", row.row);
        assert!(!row.parts.is_empty(), "row {}", row.row);
        for part in &row.parts {
            assert!(part.band.0 < part.band.1 || part.band == (1.0, 1.0), "row {}: {}", row.row, part.what);
            for arm in &part.arms {
                assert!(suite.trials.contains_key(arm), "row {} names {arm}", row.row);
            }
        }
    }
}

#[test]
fn the_array_has_the_fields_that_were_promised() {
    let verdicts = run(&rows(&[26, 35, 45]), 2, 2, &|_| {});
    let array = json(&verdicts);
    let rows = array.as_array().expect("an array");
    assert_eq!(rows.len(), 3);
    for row in rows {
        for field in ["row", "kind", "fact", "published", "simulated", "band", "pass", "source"] {
            assert!(!row[field].is_null(), "{field} is missing in {row}");
        }
        assert_eq!(row["band"].as_array().map(Vec::len), Some(2));
    }
    assert!(rows[0]["pass"].as_bool() == Some(true) && rows[2]["pass"].as_bool() == Some(true));
    let text = text(&verdicts, 2);
    for kind in ["emergent  0 of 0", "mixed     ", "input     2 of 2"] {
        assert!(text.contains(kind), "{kind}: {text}");
    }
}

#[test]
fn figures_do_not_depend_on_threads() {
    let rows = rows(&[35]);
    let one = run(&rows, 3, 1, &|_| {});
    assert_eq!(run(&rows, 3, 3, &|_| {}), one);
}
