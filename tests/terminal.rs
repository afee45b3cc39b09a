//! The program in a real pseudo-terminal: it starts, plays, withstands, and leaves the terminal as it found it.
#![cfg(unix)]

mod pty;

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use mingle::game::journal::Journal;
use mingle::game::{Move, replay};
use mingle::scenario;
use pty::Terminal;

const USUAL: (u16, u16) = (24, 80);
const ANEW: [&str; 3] = ["play", "opening-week", "--anew"];
/// How soon it has to be gone once it was told to go.
const PROMPT: Duration = Duration::from_secs(3);

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder of its own")
}

/// A small generator of its own, so that a failing run can be run again.
struct Luck(u64);

impl Luck {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % most
    }

    fn of<'a>(&mut self, these: &[&'a str]) -> &'a str {
        these[self.below(these.len())]
    }
}

#[test]
fn it_starts_posts_and_quits() {
    let home = home();
    let mut terminal = Terminal::start(home.path(), USUAL, &ANEW);
    terminal.until_shown("Halfpenny Loaf");
    assert!(terminal.screen.screen().alternate_screen());
    terminal.press(b"\r");
    terminal.until_shown("Coffee klatch");
    terminal.press(b"p");
    terminal.until_shown("of 600");
    terminal.press(b"Nora dropped the eggs. What did you drop today?\x13");
    terminal.until_shown("Halfpenny Loaf (you)");
    terminal.press(b"\x03\x03");
    terminal.until("a clean terminal", Terminal::is_clean);
    assert_eq!(terminal.exit_code(PROMPT), 0);
}

#[test]
fn signals_end_it_with_their_code_and_a_clean_terminal() {
    for (name, code, size) in
        [("TERM", 143, (3, 10)), ("HUP", 129, USUAL), ("INT", 130, USUAL), ("QUIT", 131, (1, 1))]
    {
        let home = home();
        let mut terminal = Terminal::start(home.path(), size, &ANEW);
        terminal.until("the alternate screen", vt100::Screen::alternate_screen);
        terminal.program.signal(name);
        assert_eq!(terminal.exit_code(PROMPT), code, "{name}");
        assert!(Terminal::is_clean(terminal.screen.screen()), "{name}");
    }
}

/// A key as a terminal sends it. None of them suspends, and none interrupts.
fn any_key(luck: &mut Luck) -> String {
    const LETTERS: &[&str] = &[
        "a", "b", "c", "d", "e", "g", "G", "h", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
        "w", "x", "z", "D", "Y", "1", "2", "3", "4", "5", "0", "?", "$", ".", "+", "-", "=", " ", " ", "!",
    ];
    const MOVES: &[&str] = &[
        "\x1b[A",
        "\x1b[B",
        "\x1b[C",
        "\x1b[D",
        "\x1b[H",
        "\x1b[F",
        "\x1b[5~",
        "\x1b[6~",
        "\x1b[3~",
        "\t",
        "\x1b[Z",
        "\x1b[1;5C",
        "\x1b[1;5D",
        "\x1b[1;2A",
        "\x1bOP",
        "\x1b[17~",
        "\x1b[24~",
    ];
    const CONTROLS: &[&str] = &[
        "\x01", "\x02", "\x05", "\x06", "\x07", "\x08", "\x0b", "\x0c", "\x0e", "\x0f", "\x10", "\x12",
        "\x13", "\x13", "\x15", "\x17", "\x18", "\x19", "\x1c", "\x1d", "\x1f", "\x7f", "\x1bb", "\x1bd",
        "\x00",
    ];
    const WORDS: &[&str] = &[
        "é",
        "e\u{301}",
        "日本語",
        "👩‍👩‍👧",
        "🇬🇧",
        "👍🏽",
        "ﷺ",
        "\u{202e}",
        "\u{200d}",
        "한",
        "\u{fe0f}",
        "ß",
        "🥐",
        "👋",
        "ё",
        "ب",
        "ﬀ",
        "\u{200b}",
        "ก็",
        "\u{feff}",
    ];
    match luck.below(100) {
        0..40 => luck.of(LETTERS).to_owned(),
        40..58 => luck.of(MOVES).to_owned(),
        58..68 => "\r".to_owned(),
        68..76 => "\x1b".to_owned(),
        76..84 => luck.of(CONTROLS).to_owned(),
        84..92 => luck.of(WORDS).to_owned(),
        92..94 => {
            let text = luck.of(&["two\nlines", "a\x07b\x1b[31mc", "🥐🥐", "", "Buy now!!! Link in bio"]);
            format!("\x1b[200~{text}\x1b[201~")
        }
        94..99 => {
            let button = luck.of(&["0", "0", "1", "2", "35", "64", "65", "66"]);
            let (x, y) = (luck.below(130) + 1, luck.below(50) + 1);
            format!("\x1b[<{button};{x};{y}{}", luck.of(&["M", "m"]))
        }
        _ if luck.below(4) == 0 => "q".to_owned(),
        _ => luck.of(&["y", "n"]).to_owned(),
    }
}

#[test]
fn ten_thousand_random_keys_neither_stop_nor_confuse_it() {
    const KEYS: usize = 10_000;
    const AT_ONCE: usize = 50;
    let home = home();
    let mut luck = Luck(0x00c0_ffee);
    let start = || {
        let args = ["play", "opening-week", "--pace", "brisk"];
        let mut terminal = Terminal::start(home.path(), USUAL, &args);
        terminal.until("the alternate screen", vt100::Screen::alternate_screen);
        terminal
    };
    let mut terminal = start();
    let (mut taken, mut starts) = (0, 1);
    while taken < KEYS {
        let keys: String = (0..AT_ONCE).map(|_| any_key(&mut luck)).collect();
        terminal.press(keys.as_bytes());
        if luck.below(5) == 0 {
            let (rows, cols) = (luck.below(50) + 1, luck.below(140) + 1);
            terminal.resize(rows as u16, cols as u16);
        }
        // Once nothing more is drawn the keys have been taken in; those that came after the last one it wanted are
        // not counted.
        while terminal.look(Duration::from_millis(10)) {}
        match terminal.program.ended() {
            None => taken += AT_ONCE,
            Some(status) => {
                let shown = terminal.screen.screen().contents();
                assert_eq!(status.exit_code(), 0, "after {taken} keys:\n{shown}");
                terminal = start();
                starts += 1;
            }
        }
    }
    // It has taken in every key when it answers one: leaving asks first, whatever was on screen.
    terminal.resize(24, 80);
    terminal.press(b"\x03");
    let begun = Instant::now();
    while !terminal.screen.screen().contents().contains("Press y to leave") {
        if terminal.program.ended().is_some() {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{}", terminal.screen.screen().contents());
        terminal.look(Duration::from_millis(20));
    }
    terminal.press(b"\x03");
    assert_eq!(terminal.exit_code(PROMPT), 0);
    assert!(Terminal::is_clean(terminal.screen.screen()));
    assert!(starts > 1, "no random keys ever left the story");
}

#[test]
fn a_storm_of_sizes_ends_in_a_whole_screen() {
    let home = home();
    let mut luck = Luck(7);
    let mut terminal = Terminal::start(home.path(), USUAL, &ANEW);
    terminal.until_shown("Halfpenny Loaf");
    terminal.press(b"\rn");
    let corners = [(1, 1), (1, 200), (60, 1), (60, 200), (2, 2), (12, 40), (11, 40), (12, 39)];
    for turn in 0..300 {
        let (rows, cols) = match corners.get(turn) {
            Some((rows, cols)) => (*rows, *cols),
            None => (luck.below(60) as u16 + 1, luck.below(200) as u16 + 1),
        };
        terminal.resize(rows, cols);
        if turn % 20 == 0 {
            terminal.press(luck.of(&["i", "o", "p", "?", "\x1b", "\r"]).as_bytes());
        }
        terminal.look(Duration::from_millis(2));
    }
    terminal.catch_up();
    terminal.resize(24, 80);
    terminal.press(b"\x1b\x1b\x1b\x1b");
    terminal.until("bars above and below", |screen| {
        let shown = screen.contents();
        shown.starts_with("Day ") && shown.trim_end().ends_with("quit")
    });
    terminal.press(b"\x03\x03");
    assert_eq!(terminal.exit_code(PROMPT), 0);
    assert!(Terminal::is_clean(terminal.screen.screen()));
}

/// The state of a process as `ps` puts it: `T` when it is stopped.
fn state(process: u32) -> String {
    let asked = std::process::Command::new("ps").args(["-o", "state=", "-p", &process.to_string()]).output();
    String::from_utf8(asked.expect("ps runs").stdout).expect("letters").trim().to_owned()
}

#[test]
fn stopped_it_lends_the_terminal_and_resumed_it_draws_anew() {
    let home = home();
    let mut terminal = Terminal::start(home.path(), USUAL, &ANEW);
    terminal.until_shown("Halfpenny Loaf");
    terminal.press(b"\rp");
    terminal.until_shown("of 600");
    terminal.press("Half a thought".as_bytes());
    for round in 0..5 {
        terminal.until_shown("Half a thought");
        if round % 2 == 0 {
            terminal.press(b"\x1a");
        } else {
            terminal.program.signal("TSTP");
        }
        terminal.until("a clean terminal while stopped", Terminal::is_clean);
        let begun = Instant::now();
        while !state(terminal.program.number()).starts_with('T') {
            assert!(begun.elapsed() < PROMPT, "it did not stop");
        }
        // What other programs would leave on the screen.
        terminal.resize(24, 80);
        terminal.program.signal("CONT");
        terminal.until("all modes again", |screen| screen.alternate_screen() && screen.bracketed_paste());
    }
    terminal.until_shown("Half a thought");
    terminal.press(b"\x03\x03");
    assert_eq!(terminal.exit_code(PROMPT), 0);
    assert!(Terminal::is_clean(terminal.screen.screen()));
}

#[test]
fn a_vanished_terminal_ends_it_without_a_word() {
    let shapes = [
        ("on the title", &[][..], &b""[..], &b"?"[..]),
        ("in a room", &ANEW, b"\r", b"?"),
        ("while writing", &ANEW, b"\rphalf a post", b"x"),
        ("on the briefing", &ANEW, b"", b"\x1b[B"),
        ("while asking", &ANEW, b"q", b"t"),
        ("while much is drawn", &ANEW, b"\r", b"????????????????????????????????????????"),
    ];
    for (place, args, keys, last) in shapes {
        for leader in [false, true] {
            let home = home();
            let start = if leader { Terminal::start_under_a_leader } else { Terminal::start };
            let mut terminal = start(home.path(), USUAL, args);
            terminal.until_shown("Opening week");
            terminal.press(keys);
            while terminal.look(Duration::from_millis(60)) {}
            let mut program = terminal.vanish(last);
            let begun = Instant::now();
            let code = loop {
                if let Some(status) = program.ended() {
                    break status;
                }
                assert!(begun.elapsed() < PROMPT, "{place}, under a leader: {leader}: it goes on");
                std::thread::sleep(Duration::from_millis(10));
            };
            // A signal shows as code 1 with its name.
            let hung_up = matches!(code.exit_code(), 0 | 129)
                || code.signal().is_some_and(|name| name.contains("angup"));
            assert!(hung_up, "{place}, under a leader: {leader}: {code:?}");
        }
    }
}

/// The moves that a journal on disk holds, after it was played again and every seal and hash in it was checked.
fn moves(path: &Path) -> Vec<Move> {
    let text = std::fs::read_to_string(path).expect("a journal");
    let journal = Journal::read(&text, true).unwrap_or_else(|error| panic!("{error}:\n{text}"));
    let (name, source) = scenario::shipped()[0];
    let scenario = Arc::new(scenario::load(name, source, None).expect("a shipped scenario"));
    replay::replay(&scenario, &journal, None).unwrap_or_else(|error| panic!("{error}:\n{text}"));
    journal.records().iter().map(|record| record.play.clone()).collect()
}

#[test]
fn a_kill_right_after_a_post_loses_that_post_at_most() {
    for pause in [0, 1, 3, 10, 100] {
        let home = home();
        let mut terminal = Terminal::start(home.path(), USUAL, &ANEW);
        terminal.until_shown("Halfpenny Loaf");
        terminal.press(b"\rpThe oven is warm. Who is up this early?\x13");
        terminal.until_shown("Who is up this early?");
        terminal.until_shown("reply");
        terminal.press(b"pAnd a second word.\x13");
        std::thread::sleep(Duration::from_millis(pause));
        terminal.program.signal("KILL");
        terminal.exit_code(PROMPT);
        let kept = moves(&home.path().join("mingle/opening-week-1.jsonl"));
        assert!(matches!(kept.len(), 1 | 2), "{kept:?}");
        assert!(matches!(&kept[0], Move::Post { text, .. } if text.starts_with("The oven")), "{kept:?}");
        let mut terminal = Terminal::start(home.path(), USUAL, &[]);
        terminal.until_shown("Go on: ");
        terminal.press(b"\r");
        terminal.until_shown("Here you left off");
        terminal.until_shown("Who is up this early?");
    }
}

#[test]
fn twenty_kills_while_it_plays_leave_a_journal_that_goes_on() {
    let home = home();
    let path = home.path().join("mingle/opening-week-1.jsonl");
    let mut luck = Luck(99);
    let mut before = Vec::new();
    for kill in 0..20 {
        let mut terminal = Terminal::start(home.path(), USUAL, &["play", "opening-week"]);
        terminal.until("the alternate screen", vt100::Screen::alternate_screen);
        terminal.press(b"\r");
        for _ in 0..10 {
            terminal.press(
                luck.of(&["pGood morning, neighbours.\x13", ".", "l", "n", "rThank you!\x13", "o\x1b"])
                    .as_bytes(),
            );
        }
        let begun = Instant::now();
        let most = Duration::from_millis(luck.below(120) as u64);
        while begun.elapsed() < most {
            terminal.look(Duration::from_millis(1));
        }
        terminal.program.signal("KILL");
        terminal.exit_code(PROMPT);
        let kept = moves(&path);
        assert!(kept.starts_with(&before), "kill {kill}: moves that were kept are gone");
        before = kept;
    }
    assert!(before.len() > 10, "too few moves to tell anything: {before:?}");
}

#[test]
fn a_kill_while_a_run_is_written_leaves_a_whole_journal_or_none() {
    let home = home();
    let path = home.path().join("run.jsonl");
    let mut run = Command::new(env!("CARGO_BIN_EXE_mingle"));
    run.args(["run", "opening-week", "--policy", "host", "--journal"]).arg(&path).stdout(Stdio::null());
    let begun = Instant::now();
    assert!(run.status().expect("it runs").success());
    let whole = begun.elapsed();
    assert!(!moves(&path).is_empty());
    let wanted = std::fs::read(&path).expect("a journal");
    let mut luck = Luck(3);
    for _ in 0..8 {
        let mut child = run.spawn().expect("it runs");
        // Around the end, where it writes.
        std::thread::sleep(whole.mul_f64(0.8 + 0.02 * luck.below(20) as f64));
        let _ = child.kill();
        child.wait().expect("it ends");
        assert!(std::fs::read(&path).expect("a journal") == wanted, "half a journal");
    }
}
