//! The loop: takes in all that came, lets the clock run, and draws when something changed.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use crossterm::event::{self, Event};

use super::app::App;
use super::graphics::Overlay;
use super::signal::{Signal, Watch};
use super::terminal::{self, Screen, TermGuard};
use super::{Options, Outcome, Start};

/// How long to sleep at most before looking whether a signal of the system came.
const LOOK: Duration = Duration::from_millis(200);
/// Events taken in before a frame is drawn, so that an endless stream of them cannot keep the screen black.
const MOST: usize = 20_000;

/// Shows the screen until the player leaves it. The terminal is given back however this ends.
///
/// # Errors
/// The terminal cannot be read or written.
pub fn run(start: Start, options: Options) -> anyhow::Result<Outcome> {
    if options.no_color {
        // Otherwise crossterm resets bold and reverse with every colour it leaves out.
        crossterm::style::force_color_output(true);
    }
    let watch = Watch::start().context("cannot watch for signals")?;
    match (play(start, options, &watch), watch.deadly()) {
        // Whatever failed, the terminal that went away is why.
        (Err(_), Some(number)) => Ok(Outcome::Killed(number)),
        (ended, _) => ended,
    }
}

/// The loop itself.
fn play(start: Start, options: Options, watch: &Watch) -> anyhow::Result<Outcome> {
    let mut guard = TermGuard::enter(options.mouse).context("cannot take over the terminal")?;
    let mut screen = Screen::fresh().context("cannot draw on the terminal")?;
    let mut app = App::new(start, options);
    let mut clock = WallClock::new();
    let mut stale = true;
    let (mut overlay, mut known) = (Overlay::default(), (0, 0));
    loop {
        if let Some(number) = watch.deadly() {
            return Ok(Outcome::Killed(number));
        }
        let pressed = app.wants_to_stop();
        if watch.asked_to_stop() || pressed {
            terminal::restore();
            watch.stop(pressed);
            stale = true;
        }
        if watch.resumed() || stale && !terminal::is_taken() {
            guard.take().context("cannot take over the terminal again")?;
            screen = Screen::fresh()?;
            clock = WallClock::new();
            overlay.forget();
            stale = true;
        }
        guard.listen_to_mouse(app.wants_mouse())?;
        if stale {
            screen.draw(|frame| app.draw(frame)).context("cannot draw on the terminal")?;
            if options.pictures.overlay() {
                let size = crossterm::terminal::size().unwrap_or_default();
                if size != known {
                    // Another size wiped the screen.
                    overlay.forget();
                    known = size;
                }
                let shown = app.picture().filter(|_| !options.no_color);
                overlay
                    .show(options.pictures, shown, terminal::cell(), &mut std::io::stdout())
                    .context("cannot draw on the terminal")?;
            }
            stale = false;
        }
        if event::poll(clock.patience(&app)).context("cannot read the terminal")? {
            stale |= take_in(&mut app)?;
        }
        if let Some(minutes) = clock.minutes(&app) {
            stale |= app.on(Signal::Minutes(minutes));
        }
        if app.is_done() {
            return Ok(app.outcome());
        }
    }
}

/// Takes in everything that waits; whether the screen has to be drawn anew.
fn take_in(app: &mut App) -> anyhow::Result<bool> {
    let mut stale = false;
    for _ in 0..MOST {
        stale |= match event::read().context("cannot read the terminal")? {
            Event::Key(key) => app.on(Signal::Key(key)),
            Event::Paste(text) => app.on(Signal::Paste(text)),
            Event::Mouse(mouse) => app.on(Signal::Mouse(mouse)),
            Event::Resize(..) => app.on(Signal::Resize),
            Event::FocusGained | Event::FocusLost => false,
        };
        if app.is_done() || !event::poll(Duration::ZERO)? {
            break;
        }
    }
    Ok(stale)
}

/// Real time, counted out in minutes of the story.
struct WallClock {
    since: Instant,
}

impl WallClock {
    fn new() -> Self {
        Self { since: Instant::now() }
    }

    /// How long one may sleep.
    fn patience(&self, app: &App) -> Duration {
        let Some(pace) = app.pace() else { return LOOK };
        Duration::from_millis(pace.millis()).saturating_sub(self.since.elapsed()).min(LOOK)
    }

    /// Whole minutes of the story that went by, if any.
    fn minutes(&mut self, app: &App) -> Option<u32> {
        let Some(pace) = app.pace() else {
            self.since = Instant::now();
            return None;
        };
        let one = Duration::from_millis(pace.millis());
        let gone = u32::try_from(self.since.elapsed().as_millis() / one.as_millis()).unwrap_or(u32::MAX);
        if gone == 0 {
            return None;
        }
        // After a long sleep of the machine the story must not leap ahead.
        if gone > 60 {
            self.since = Instant::now();
            return Some(1);
        }
        self.since += one * gone;
        Some(gone)
    }
}
