//! The screens: keys in, picture out, at every size.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use mingle::lab::policy::Policy;
use mingle::sim::Minute;
use mingle::tui::{App, Meaning, Options, Outcome, Place, Signal, Start, Theme, ThemeName};

use crate::kit::play::{opening_week, played};
use crate::kit::screen::{click, draw, play, press, title};
use crate::kit::shot::{look, styled, text};

const USUAL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);
const HUGE: (u16, u16) = (200, 60);

/// Ways to every kind of view, from the briefing.
const WAYS: [(&str, Place); 15] = [
    ("", Place::Page),
    ("<enter>", Place::Room),
    ("<enter> n", Place::Room),
    ("<enter> n <enter>", Place::Thread),
    ("<enter> n i", Place::Inbox),
    ("<enter> n o", Place::Person),
    ("<enter> c", Place::Requests),
    ("<enter> n r", Place::Compose),
    ("<enter> 4 p", Place::Pictures),
    ("<enter> n y", Place::Page),
    ("<enter> n :", Place::Find),
    ("<enter> n / \"a", Place::Find),
    ("<enter> S", Place::Settings),
    ("<enter> n ?", Place::Page),
    ("<enter> q", Place::Ask),
];

#[test]
fn keys_lead_to_every_view() {
    for (keys, place) in WAYS {
        let mut app = play(Options::default());
        press(&mut app, keys);
        assert_eq!(app.place(), place, "{keys}\n{}", text(&draw(&mut app, USUAL)));
    }
}

#[test]
fn no_size_is_too_small_or_too_odd() {
    for (keys, _) in WAYS {
        let mut app = play(Options::default());
        press(&mut app, keys);
        for width in 0..=42 {
            for height in 0..=15 {
                draw(&mut app, (width, height));
            }
        }
        for size in [(1, 500), (500, 1), (100, 12), (40, 100), (65_000, 1), USUAL, WIDE, HUGE] {
            draw(&mut app, size);
        }
    }
    for size in (0..42).flat_map(|width| (0..15).map(move |height| (width, height))) {
        draw(&mut title(Options::default()), size);
    }
}

#[test]
fn a_small_screen_says_what_it_needs() {
    let mut app = play(Options::default());
    assert_eq!(text(&draw(&mut app, (39, 3))).trim(), "Mingle needs 80x24; this is 39x3");
    assert_eq!(text(&draw(&mut app, (20, 5))).trim(), "Mingle needs 80x24;\nthis is 20x5");
}

#[test]
fn a_reply_is_written_kept_as_a_draft_and_sent() {
    let mut app = play(Options::default());
    press(&mut app, "<enter> n r \"Good <space> \"morning <esc>");
    assert_ne!(app.place(), Place::Compose);
    let before = app.sitting().unwrap().world().messages.iter().filter(|message| message.is_brand()).count();
    press(&mut app, "r \"!");
    assert!(text(&draw(&mut app, USUAL)).contains("Good morning!"), "{}", text(&draw(&mut app, USUAL)));
    press(&mut app, "<ctrl-s>");
    let world = app.sitting().unwrap().world();
    let ours: Vec<_> = world.messages.iter().filter(|message| message.is_brand()).collect();
    assert_eq!(ours.len(), before + 1);
    assert_eq!(ours.last().unwrap().said().unwrap().text, "Good morning!");
    assert!(ours.last().unwrap().answers.is_some());
}

#[test]
fn the_clock_stands_while_one_writes_or_reads() {
    for (keys, place) in WAYS {
        let mut app = play(Options::default());
        press(&mut app, keys);
        let before = app.sitting().unwrap().world().now;
        app.on(Signal::Minutes(5));
        let passed = app.sitting().unwrap().world().now.since(before);
        let wanted = if matches!(place, Place::Room | Place::Thread | Place::Inbox) { 5 } else { 0 };
        assert_eq!(passed, wanted, "{keys}");
    }
}

#[test]
fn leaving_asks_first_and_escape_never_leaves() {
    for (keys, is_done) in [
        ("<enter> <esc> <esc> <esc> <esc>", false),
        ("<enter> q n", false),
        ("<enter> q q", false),
        ("<enter> q y", true),
        ("<ctrl-c>", false),
        ("<ctrl-c> <ctrl-c>", true),
        ("<enter> p \"qy", false),
        ("<enter> p <ctrl-c> <ctrl-c>", true),
    ] {
        let mut app = play(Options::default());
        press(&mut app, keys);
        assert_eq!(app.is_done(), is_done, "{keys}");
    }
}

#[test]
fn the_title_gives_the_chosen_entry() {
    let mut app = title(Options::default());
    press(&mut app, "<down> <down> <enter>");
    assert!(app.is_done());
    assert!(matches!(app.outcome(), Outcome::Chosen(1)));
    let mut app = title(Options::default());
    press(&mut app, "q");
    assert!(matches!(app.outcome(), Outcome::Quit));
}

#[test]
fn a_wide_room_shows_who_waits_beside_it() {
    let mut app = play(Options::default());
    press(&mut app, "<enter>");
    assert!(text(&draw(&mut app, WIDE)).contains("Who waits"));
    assert!(!text(&draw(&mut app, USUAL)).contains("Who waits"));
    press(&mut app, "s");
    assert!(text(&draw(&mut app, USUAL)).contains("Who waits"));
}

#[test]
fn the_side_key_shows_what_is_hidden_and_hides_what_is_shown() {
    for (size, before) in [(USUAL, false), (WIDE, true)] {
        let mut app = play(Options::default());
        press(&mut app, "<enter>");
        for turn in 0..4 {
            let shown = text(&draw(&mut app, size)).contains("Who waits");
            assert_eq!(shown, before == (turn % 2 == 0), "{size:?}, pressed {turn} times");
            press(&mut app, "s");
        }
    }
}

#[test]
fn a_click_enters_a_room_marks_and_opens() {
    for (keys, size, clicks, place, shown) in [
        ("<enter>", USUAL, &["2 party"][..], Place::Room, "Day 1"),
        ("<enter>", WIDE, &["1 Coffee"], Place::Room, "Coffee klatch"),
        ("<enter> 4 p <esc> \"Half", USUAL, &["1 klatch"], Place::Room, "Kept as a draft."),
        ("<enter> n", USUAL, &["> "], Place::Thread, "Thread of"),
        ("<enter> n <up>", USUAL, &["  Sadie Flood"], Place::Room, "> Sadie Flood"),
        ("<enter> n <up>", USUAL, &["  Sadie Flood", "> Sadie"], Place::Thread, "Thread of Sadie Flood"),
        ("<enter> n n i", USUAL, &["  Aoife Brennan"], Place::Inbox, "> Aoife Brennan"),
        ("<enter> n n i", USUAL, &["  Aoife Brennan", "> Aoife Brennan"], Place::Thread, "Thread of"),
        ("<enter> n n", WIDE, &["Aoife Brennan ██"], Place::Inbox, "> Aoife Brennan"),
        ("<enter> 4 p", USUAL, &["  Buns tray"], Place::Pictures, "> Buns tray"),
        ("<enter> q", USUAL, &["2 party"], Place::Ask, "Press y to leave"),
        ("", USUAL, &["Halfpenny"], Place::Page, "Halfpenny"),
    ] {
        let mut app = play(Options::default());
        press(&mut app, keys);
        for words in clicks {
            click(&mut app, size, words);
        }
        let after = text(&draw(&mut app, size));
        assert_eq!(app.place(), place, "{keys}, {clicks:?}:\n{after}");
        assert!(after.contains(shown), "{keys}, {clicks:?}: no {shown:?} in\n{after}");
    }
}

#[test]
fn a_click_on_the_title_marks_an_entry_and_a_second_one_plays_it() {
    let mut app = title(Options::default());
    click(&mut app, USUAL, "Opening");
    assert!(!app.is_done());
    click(&mut app, USUAL, "> Opening");
    assert!(matches!(app.outcome(), Outcome::Chosen(1)));
}

#[test]
fn without_colours_the_marked_row_is_still_marked() {
    let mut app = title(Options { no_color: true, ..Options::default() });
    let shot = styled(&draw(&mut app, USUAL));
    assert!(shot.contains("> Go on: Harvest") && shot.contains("REVERSED"), "{shot}");
    assert!(!shot.contains("Cyan"), "{shot}");
}

/// Keys, and what the screen says then, and what it does not.
struct Said {
    keys: &'static str,
    shown: &'static [&'static str],
    hidden: &'static [&'static str],
}

/// Plays keys from the briefing and looks at the usual screen.
fn says(cases: &[Said]) {
    for Said { keys, shown, hidden } in cases {
        let mut app = play(Options::default());
        draw(&mut app, USUAL);
        press(&mut app, keys);
        holds(&mut app, keys, shown, hidden);
    }
}

fn holds(app: &mut App, how: &str, shown: &[&str], hidden: &[&str]) {
    let screen = text(&draw(app, USUAL));
    for words in shown {
        assert!(screen.contains(words), "{how}: no {words:?} in\n{screen}");
    }
    for words in hidden {
        assert!(!screen.contains(words), "{how}: {words:?} in\n{screen}");
    }
}

/// Lets time pass on the screen up to a minute of the story, minute by minute.
fn until(app: &mut App, minute: Minute) {
    while app.sitting().expect("a sitting").world().now < minute {
        app.on(Signal::Minutes(1));
        if app.place() == Place::Page {
            press(app, "<enter>");
        }
    }
}

#[test]
fn taking_back_asks_first_and_forgets_that_it_asked() {
    const QUESTION: &str = "Press w again to take back: “Yes.”";
    const SAID: &str = "<enter> n r \"Yes. <ctrl-s>";
    for (then, asks, is_done) in [
        ("w", true, false),
        ("w w", false, true),
        ("w <up> <down> w", true, false),
        ("w ? <esc> w", true, false),
        ("w <up> w", false, false),
        ("w <down>", false, false),
    ] {
        let mut app = play(Options::default());
        press(&mut app, &format!("{SAID} {then}"));
        let shown = text(&draw(&mut app, USUAL));
        assert_eq!(shown.contains(QUESTION), asks, "{then}:\n{shown}");
        let messages = &app.sitting().unwrap().world().messages;
        assert_eq!(messages.iter().any(|message| message.withdrawn), is_done, "{then}:\n{shown}");
    }
}

#[test]
fn the_news_of_the_town_is_shown_in_full() {
    let mut app = play(Options::default());
    press(&mut app, "<enter>");
    until(&mut app, Minute::on(2, 640));
    let end = "died in his sleep last night.";
    holds(&mut app, "in the status", &["Francie Hanlon, who saw", end], &[]);
    until(&mut app, Minute::on(2, 655));
    press(&mut app, "1 <end>");
    holds(&mut app, "in its room", &["News, 15 min: Francie Hanlon, who saw", end], &[]);
    press(&mut app, "2");
    holds(&mut app, "elsewhere", &[], &["News, "]);
}

#[test]
fn who_answers_a_comment_says_whom() {
    let mut app = play(Options::default());
    press(&mut app, "<enter>");
    let mut seen = false;
    for _ in 0..600 {
        app.on(Signal::Minutes(1));
        let world = app.sitting().unwrap().world();
        let found = world.messages.iter().find_map(|message| {
            let answered = message.answers.filter(|answered| *answered != message.thread)?;
            let (who, whom) = (message.person()?, world.message(answered).person()?);
            (who != whom && message.private.is_none()).then_some((message.room, who, whom))
        });
        let Some((room, who, whom)) = found else { continue };
        let name = |person| world.setup.person(person).name.clone();
        let first = name(whom).split(' ').next().unwrap().to_owned();
        let wanted = format!("{}  now  to {first}", name(who));
        press(&mut app, &(room.index() + 1).to_string());
        holds(&mut app, "a comment on a comment", &[&wanted], &[]);
        seen = true;
        break;
    }
    assert!(seen, "nobody answered a comment");
}

#[test]
fn no_head_stands_without_its_words() {
    let mut app = play(Options::default());
    press(&mut app, "<enter>");
    for _ in 0..90 {
        app.on(Signal::Minutes(10));
        if app.place() == Place::Page {
            press(&mut app, "<enter>");
        }
        for keys in ["1", "2", "3", "4", "<up>", "<up>", "<up>", "g", "<down>", "<down>", "G"] {
            press(&mut app, keys);
            let shown = text(&draw(&mut app, USUAL));
            let feed: Vec<&str> = shown.lines().skip(2).take(20).collect();
            for (place, line) in feed.iter().enumerate().filter(|(_, line)| is_head(line)) {
                let next = feed.get(place + 1).copied().unwrap_or_default();
                assert!(!next.is_empty() && !is_head(next), "{line:?} has no words in\n{shown}");
            }
        }
    }
}

#[test]
fn from_the_top_the_feed_leaves_nothing_out() {
    for keys in ["<enter> n n n n 1 g", "<enter> n n n n 2 g <down>", "<enter> n n n n 3 g"] {
        let mut app = play(Options::default());
        press(&mut app, keys);
        let (usual, tall) = (text(&draw(&mut app, USUAL)), text(&draw(&mut app, (80, 200))));
        // Above the talk stand the tabs, the room's title, and the floor: a strip of three rows, or twenty.
        let shown: Vec<&str> = usual.lines().take(22).skip(2 + 3).collect();
        let last = shown.iter().rposition(|line| !line.is_empty()).unwrap();
        let whole: Vec<&str> = tall.lines().skip(2 + 20).take(last + 1).collect();
        assert!(last > 9 && shown[..=last] == whole, "{keys}:\n{usual}\nof\n{tall}");
    }
}

/// Whether a line ends with how long ago something was said, two spaces after whoever said it.
fn is_head(line: &str) -> bool {
    let age = line.rsplit_once("  ").map_or("", |(_, age)| age);
    age == "now" || [" min", " h"].iter().any(|unit| age.ends_with(unit) && age.len() < 8)
}

#[test]
fn a_word_aside_is_marked_in_the_thread() {
    let mut app = play(Options::default());
    press(&mut app, "<enter> n m \"Between <space> \"us. <ctrl-s> <enter>");
    holds(&mut app, "aside", &["(aside, only Sadie Flood and you)", "Between us."], &[]);
}

#[test]
fn keys_and_their_words_help_a_newcomer() {
    says(&[
        Said {
            keys: "<enter> n r \"Yes. <ctrl-s>",
            shown: &["to you", "Press enter twice on your words"],
            hidden: &[],
        },
        Said {
            keys: "<enter> p \"Hello. <ctrl-s>",
            shown: &["Said. Press enter twice on your words to see how they were read."],
            hidden: &[],
        },
        Said {
            keys: "<enter> p \"Hello. <f2>",
            shown: &["What is true of Halfpenny Loaf"],
            hidden: &["Hello."],
        },
        Said {
            keys: "<enter> p \"Hello. <f2> <esc>",
            shown: &["To the room: Coffee klatch", "Hello.", "f2 facts"],
            hidden: &[],
        },
        Said { keys: "<enter> i b", shown: &["Opening week"], hidden: &["Who waits"] },
        Said { keys: "<enter> c b", shown: &["Opening week"], hidden: &["Requests to connect"] },
        Said { keys: "<enter> n r", shown: &["ctrl-s send", "ctrl-p picture"], hidden: &[] },
        Said { keys: "<enter> n m", shown: &["ctrl-s send"], hidden: &["picture"] },
        Said { keys: "<enter> n m <f1>", shown: &["Send what is written"], hidden: &["Choose a picture"] },
        Said { keys: "<enter> 3", shown: &["[3 networking]", "Networking event"], hidden: &["[1 klatch]"] },
        Said { keys: "<enter> n", shown: &["[2 party]", "Sadie (Cocktail party): \"Question"], hidden: &[] },
    ]);
    let nothing = "Nobody has said anything yet. n waits until somebody does.";
    for key in ["r", "l", "m", "o", "w", "e", "$", "<enter>"] {
        let keys = format!("<enter> {key}");
        let mut app = play(Options::default());
        press(&mut app, &keys);
        holds(&mut app, &keys, &[nothing], &[]);
    }
}

#[test]
fn the_first_readers_of_words_are_told() {
    let mut app = play(Options::default());
    press(&mut app, "<enter> 2 p \"Who <space> \"likes <space> \"rye? <ctrl-s>");
    let told = "Your words have their first readers. Press enter twice on your words";
    let before = (0..120).find(|_| {
        app.on(Signal::Minutes(1));
        text(&draw(&mut app, USUAL)).contains(told)
    });
    assert!(before.is_some(), "{}", text(&draw(&mut app, USUAL)));
    press(&mut app, "<enter> <enter>");
    holds(&mut app, "read", &["How it was read"], &["What people made of it (0)"]);
}

#[test]
fn a_page_at_its_end_scrolls_back_at_once() {
    for keys in ["", "<enter> ?"] {
        let mut app = play(Options::default());
        press(&mut app, keys);
        draw(&mut app, USUAL);
        for back in ["<pageup>", "<up>"] {
            press(&mut app, "<end>");
            let end = text(&draw(&mut app, USUAL));
            press(&mut app, "<down> <down>");
            press(&mut app, back);
            let after = text(&draw(&mut app, USUAL));
            assert!(end.contains("(more above)") && after != end, "{keys} {back}:\n{after}");
        }
    }
}

#[test]
fn the_inbox_leads_to_those_who_ask_to_connect() {
    let mut app = play(Options::default());
    press(&mut app, "<enter>");
    while app.sitting().unwrap().world().open_requests().is_empty() {
        app.on(Signal::Minutes(1));
    }
    press(&mut app, "i");
    holds(&mut app, "inbox", &["Lewis Okafor asks to connect, c: requests", "who asks to connect (1)"], &[]);
    for keys in ["c", "<end> <enter>"] {
        press(&mut app, keys);
        holds(&mut app, keys, &["> Lewis Okafor  ", " h left, then silence is taken for a no"], &["left…"]);
        assert_eq!(app.place(), Place::Requests, "{keys}");
        press(&mut app, "<esc>");
        assert_eq!(app.place(), Place::Inbox, "{keys}");
    }
}

/// Every kind of screen with something on it: its name, and the keys that lead there from the briefing.
const SCENES: [(&str, &str); 15] = [
    ("briefing", ""),
    ("help", "<enter> ?"),
    ("klatch", "<enter> n n 1"),
    ("party", "<enter> n n 2"),
    ("networking", "<enter> n n n n 3"),
    ("albums", "<enter> n n n n 4"),
    ("thread", "<enter> n n r \"Yes, <space> \"we <space> \"can. <ctrl-s> . <enter>"),
    ("inbox", "<enter> n n n n i <down>"),
    ("person", "<enter> n r \"Nora <space> \"did. <ctrl-s> . <enter> <up> o"),
    ("compose", "<enter> n r \"Good <space> \"morning, <space> \"Sadie."),
    (
        "reading",
        "<enter> p \"Buy <space> \"now! <space> \"Who <space> \"is <space> \"up? <ctrl-s> . . <enter> <enter>",
    ),
    ("why", "<enter> n r \"Buy <space> \"now, <space> \"Sadie! <ctrl-s> . <enter> <end> y"),
    ("pictures", "<enter> 4 p <down>"),
    ("requests", "<enter> n n n n n n n n c"),
    ("leave", "<enter> n q"),
];

/// Holds a screen against how it looked, at both sizes.
fn looks_as_it_did(name: &str, app: &mut App) {
    for size in [USUAL, WIDE, HUGE] {
        let name = format!("{name}-{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, styled(&draw(app, size)));
    }
}

#[test]
fn the_screens_look_as_they_did() {
    for (name, keys) in SCENES {
        let mut app = play(Options::default());
        press(&mut app, keys);
        looks_as_it_did(name, &mut app);
    }
    looks_as_it_did("title", &mut title(Options::default()));
    let mut app = play(Options::default());
    press(&mut app, &format!("<enter> 2 p \"{}", "far".repeat(100)));
    looks_as_it_did("too-long", &mut app);
    let over = played(&opening_week(), Policy::Host, 1);
    looks_as_it_did("debrief", &mut App::new(Start::Play(Box::new(over), None), Options::default()));
}

#[test]
fn the_coach_names_the_words_that_moved_people_else_who_gives_up_first() {
    for (keys, size, wanted) in [
        ("<enter>", USUAL, &[][..]),
        ("<enter> n", USUAL, &["Coach: Sadie Flood (party) is patient", "left: \"Question for"][..]),
        ("<enter> p \"Buy <space> \"now! <ctrl-s> .", USUAL, &["Coach: 'Buy now' pushes", "("]),
        ("<enter> n r \"Buy <space> \"now! <ctrl-s>", WIDE, &["Coach: ", " (Sadie, mood -"]),
        ("<enter> p \"Buy <space> \"now! <ctrl-s> . . n n", WIDE, &["Coach: ", " left: \""]),
        ("<enter> n r", USUAL, &["Coach: Sadie Flood (party) is patient"]),
        ("<enter> n r \"Good", USUAL, &[]),
        ("<enter> n . .", USUAL, &["Coach: Sadie Flood (party) looks at the clock, 15 min left"]),
    ] {
        let mut app = play(Options { coach: true, ..Options::default() });
        press(&mut app, keys);
        let shown = text(&draw(&mut app, size));
        let lines: Vec<&str> = shown.lines().collect();
        let line = lines[lines.len() - 2];
        assert_eq!(line.is_empty(), wanted.is_empty(), "{keys}:\n{shown}");
        for words in wanted {
            assert!(line.contains(words), "{keys}: no {words:?} in\n{shown}");
        }
    }
    let mut app = play(Options::default());
    press(&mut app, "<enter> n");
    assert!(!text(&draw(&mut app, USUAL)).contains("Coach"));
}

#[test]
fn every_theme_shows_each_meaning_as_it_did() {
    let mut dump = String::new();
    for name in ThemeName::ALL {
        for meaning in Meaning::ALL {
            let shown = look(Theme::new(name).style(meaning));
            dump.push_str(format!("{:<10} {:<9} {shown}", name.word(), format!("{meaning:?}")).trim_end());
            dump.push('\n');
        }
    }
    insta::assert_snapshot!("themes", dump);
}

#[test]
fn no_theme_changes_a_word_and_ascii_leaves_only_ascii() {
    let screen = |options: Options, keys: &str, size| {
        let mut app = play(options);
        press(&mut app, keys);
        text(&draw(&mut app, size))
    };
    for (name, keys) in SCENES {
        for size in [USUAL, WIDE, HUGE] {
            let usual = screen(Options::default(), keys, size);
            // Without colour a picture is drawn in shades, not in half blocks.
            let pictured = usual.contains('▀');
            for theme in ThemeName::ALL.into_iter().filter(|theme| !pictured || *theme != ThemeName::Mono) {
                assert_eq!(
                    screen(Options { theme, ..Options::default() }, keys, size),
                    usual,
                    "{name} {theme:?}"
                );
            }
            let plain = screen(Options { ascii: true, ..Options::default() }, keys, size);
            let strange: String = plain.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
            assert!(strange.is_empty(), "{name}: {strange}");
        }
    }
}

#[test]
fn whoever_changes_rings_slides_and_stands_still_without_motion() {
    for motion in [true, false] {
        let mut app = play(Options { motion, ..Options::default() });
        press(&mut app, "<enter> n 2");
        draw(&mut app, WIDE);
        let mut slid = 0;
        for _ in 0..40 {
            press(&mut app, "n");
            press(&mut app, "2");
            let first = text(&draw(&mut app, WIDE));
            for _ in 0..8 {
                app.on(Signal::Tick);
                draw(&mut app, WIDE);
            }
            slid += usize::from(text(&draw(&mut app, WIDE)) != first);
        }
        assert_eq!(slid > 0, motion, "{slid} slides");
    }
}

#[test]
fn the_floor_is_for_the_mouse_too() {
    let mut app = play(Options::default());
    press(&mut app, "<enter> n 2");
    click(&mut app, WIDE, "! Sadie");
    holds(&mut app, "pointed", &["Sadie Flood: by the door. o opens their page."], &[]);
    click(&mut app, WIDE, "! Sadie");
    assert_eq!(app.place(), Place::Person);
    click(&mut app, WIDE, "y why?");
    holds(&mut app, "why", &["Why Sadie stands where they stand"], &[]);
    click(&mut app, WIDE, "enter go on");
    assert_eq!(app.place(), Place::Person);
    click(&mut app, WIDE, "? help");
    holds(&mut app, "help", &["Keys that work here"], &[]);
}

#[test]
fn tabs_fit_however_narrow_the_screen() {
    for width in 40..=130 {
        let mut app = play(Options::default());
        press(&mut app, "<enter> n n 2");
        let shown = text(&draw(&mut app, (width, 24)));
        let first = shown.lines().next().unwrap();
        let waits = first.matches("1!").count().max(first.matches("1 waits").count());
        assert!(first.contains("[2") && first.contains('4') && waits == 2, "{width}: {first}");
    }
}

#[test]
fn the_palette_the_search_and_the_settings_lead_on() {
    for (keys, place, shown) in [
        ("<enter> n :", Place::Find, "Answer the marked message"),
        ("<enter> n : \"private <enter>", Place::Compose, "To Sadie Flood, alone"),
        ("<enter> n : \"settings <enter>", Place::Settings, "goes through all six"),
        ("<enter> n / \"grew", Place::Find, "Sadie: Question for the new crowd"),
        ("<enter> n / \"grew <enter>", Place::Thread, "Thread of Sadie Flood"),
        ("<enter> / \"imran <enter>", Place::Person, "Imran Shah"),
        ("<enter> / \"xyzzy", Place::Find, "Nothing is found."),
        ("<enter> / <esc>", Place::Room, "Coffee klatch"),
        ("<enter> S <enter> <esc>", Place::Room, "Theme: dark."),
        ("<enter> S <down> <down> <enter> <esc>", Place::Room, "it selects text"),
        ("<enter> f", Place::Page, "What is true of Halfpenny Loaf"),
        ("<enter> q ?", Place::Page, "Keys that work here"),
    ] {
        let mut app = play(Options::default());
        press(&mut app, keys);
        assert_eq!(app.place(), place, "{keys}\n{}", text(&draw(&mut app, USUAL)));
        holds(&mut app, keys, &[shown], &[]);
    }
    let mut app = play(Options::default());
    press(&mut app, "<enter> r");
    holds(&mut app, "refused", &["Nobody has said anything yet."], &[]);
    press(&mut app, "?");
    let help = text(&draw(&mut app, USUAL));
    assert_eq!(help.matches("Nobody has said").count(), 0, "{help}");
}

#[test]
fn no_payload_reaches_a_cell_or_a_message() {
    let payloads: Vec<String> = include_str!("../cases/escapes.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let parts = line.split_whitespace().map(|part| u32::from_str_radix(part, 16).unwrap());
            parts.map(|part| char::from_u32(part).unwrap()).collect()
        })
        .collect();
    assert!(payloads.len() >= 60, "{}", payloads.len());
    let strange = |c: char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
    };
    for payload in &payloads {
        for (keys, sends) in [("<enter> 2 p", true), ("<enter> /", false), ("<enter> :", false)] {
            let mut app = play(Options::default());
            press(&mut app, keys);
            app.on(Signal::Paste(format!("Tea{payload}time")));
            for letter in payload.chars() {
                let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
                app.on(Signal::Key(key));
            }
            for _ in 0..2 {
                let shown = draw(&mut app, USUAL);
                let cells = shown.content.iter().flat_map(|cell| cell.symbol().chars());
                assert!(!cells.into_iter().any(strange), "{keys} {payload:?}");
                if sends {
                    press(&mut app, "<ctrl-s>");
                }
            }
            let world = app.sitting().unwrap().world();
            let said = world.messages.iter().filter_map(|message| message.said());
            assert!(
                !said.into_iter().any(|said| said.text.chars().any(|c| strange(c) && c != '\n')),
                "{payload:?}"
            );
        }
    }
}

#[test]
fn a_day_ends_with_how_it_went() {
    let mut app = play(Options::default());
    press(&mut app, "<enter>");
    for _ in 0..200 {
        app.on(Signal::Minutes(5));
        if app.place() == Place::Page {
            break;
        }
    }
    holds(
        &mut app,
        "day's end",
        &["Day 1 is over", "You spoke not at all.", " gave up.", "Came closer"],
        &[],
    );
    let before = app.sitting().unwrap().world().now;
    app.on(Signal::Minutes(5));
    assert_eq!(app.sitting().unwrap().world().now, before);
    press(&mut app, "<enter>");
    assert_eq!(app.place(), Place::Room);
}

#[test]
fn other_themes_look_as_they_did() {
    for (name, options) in [
        ("no-colour", Options { no_color: true, ..Options::default() }),
        ("light", Options { theme: ThemeName::Light, ..Options::default() }),
    ] {
        let mut app = play(options);
        press(&mut app, "<enter> n n 1");
        insta::assert_snapshot!(format!("klatch-{name}"), styled(&draw(&mut app, USUAL)));
    }
}
