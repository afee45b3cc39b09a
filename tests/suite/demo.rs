//! The demo: plays itself to the end, with a caption at every step, and the advert's end told with a reason.

use std::time::Duration;

use mingle::tui::{Demo, Options};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::kit::play::opening_week;
use crate::kit::shot::text;

fn frame(demo: &mut Demo, (width, height): (u16, u16)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| demo.draw(frame)).unwrap();
    text(terminal.backend().buffer())
}

#[test]
fn it_plays_to_the_end_and_says_why_the_advert_failed() {
    let mut demo = Demo::new(&opening_week(), 1, Options::default());
    let (mut steps, mut shrugs, mut adverts) = (0, 0, 0);
    while !demo.is_over() {
        let time = demo.step();
        assert!(
            demo.is_over() || (Duration::from_secs(2)..=Duration::from_secs(30)).contains(&time),
            "{time:?}"
        );
        steps += 1;
        assert!(steps < 2_000, "it does not end");
        assert!(!demo.caption().is_empty(), "step {steps}");
        if demo.caption().starts_with("Now for once") {
            adverts += 1;
        }
        if demo.caption().starts_with("The advert had") {
            shrugs += 1;
            assert!(
                demo.caption().split("Why: ").nth(1).is_some_and(|why| why.len() > 10),
                "{}",
                demo.caption()
            );
        }
        if steps % 10 < 2 {
            for size in [(80, 24), (200, 60)] {
                let shown = frame(&mut demo, size);
                assert!(shown.contains("Any key ends it"), "{shown}");
                let caption: String = demo.caption().chars().take(20).collect();
                assert!(shown.contains(&caption), "step {steps}: no {caption:?} in\n{shown}");
            }
        }
    }
    assert_eq!((adverts, shrugs), (1, 1));
    assert!(steps > 20, "{steps}");
}

#[test]
fn no_size_is_too_small() {
    let mut demo = Demo::new(&opening_week(), 1, Options::default());
    for _ in 0..4 {
        demo.step();
        for size in (0..42).flat_map(|width| (0..15).map(move |height| (width, height))) {
            frame(&mut demo, size);
        }
    }
}
