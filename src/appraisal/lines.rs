//! Labelled lines: what each dimension must say of plain sentences, kept as data.

use super::Dimension;
use super::sample::read_post;

type Line = (String, Vec<(String, f64, f64)>);

#[test]
fn labelled_lines_read_as_people_label_them() {
    let lines: Vec<Line> =
        ron::from_str(include_str!("../../tests/cases/lines.ron")).expect("the lines are sound");
    let mut wrong = Vec::new();
    let mut count = 0;
    for (text, bounds) in &lines {
        let read = read_post(text);
        for (name, low, high) in bounds {
            let dimension = Dimension::ALL.into_iter().find(|one| one.name() == name).expect("a dimension");
            let score = read.score(dimension);
            count += 1;
            if !(low - 1e-9..=high + 1e-9).contains(&score) {
                wrong.push(format!("{name} {score:.2} not in {low}..{high} | {text}"));
            }
        }
    }
    assert!(count >= 200, "only {count} labels");
    assert!(wrong.is_empty(), "{} of {count} labels are missed:\n{}", wrong.len(), wrong.join("\n"));
}
