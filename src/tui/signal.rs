//! What comes in from outside: keys, pastes and minutes for the screen, and the signals of the system.

use crossterm::event::{KeyEvent, MouseEvent};

/// Something that happened to the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signal {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// The terminal has another size; the next frame will see it.
    Resize,
    /// A frame of what moves on screen is due.
    Tick,
    /// So many minutes of the story went by on the wall.
    Minutes(u32),
}

pub(crate) use system::Watch;

#[cfg(unix)]
mod system {
    use std::io;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::sync::{Arc, OnceLock};
    use std::thread;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::process::{Signal, kill_current_process_group};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::{flag, low_level};

    use crate::tui::terminal;

    /// Flags that the system's signals raise. Registered once for the whole run of the program.
    #[derive(Clone, Debug, Default)]
    pub(crate) struct Watch {
        deadly: Arc<AtomicUsize>,
        stop: Arc<AtomicBool>,
        resumed: Arc<AtomicBool>,
    }

    static WATCH: OnceLock<Watch> = OnceLock::new();

    impl Watch {
        /// Starts to watch, or goes on watching.
        pub(crate) fn start() -> io::Result<Self> {
            if let Some(watch) = WATCH.get() {
                return Ok(watch.clone());
            }
            let watch = Self::default();
            for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
                flag::register_usize(number, Arc::clone(&watch.deadly), number as usize)?;
            }
            flag::register(SIGTSTP, Arc::clone(&watch.stop))?;
            flag::register(SIGCONT, Arc::clone(&watch.resumed))?;
            let hung_up = watch.clone();
            thread::Builder::new().name("hang-up".into()).spawn(move || wait_for_hang_up(&hung_up))?;
            Ok(WATCH.get_or_init(|| watch).clone())
        }

        /// The signal that ends the program, if one came. A terminal that is gone counts as a hang-up.
        pub(crate) fn deadly(&self) -> Option<i32> {
            let number = match self.deadly.load(Ordering::SeqCst) {
                0 if has_hung_up(Some(&Timespec { tv_sec: 0, tv_nsec: 0 })) == Some(true) => SIGHUP,
                number => i32::try_from(number).unwrap_or(SIGHUP),
            };
            Some(number).filter(|number| *number != 0)
        }

        /// Whether we were asked to stop for a while, since last asked.
        pub(crate) fn asked_to_stop(&self) -> bool {
            self.stop.swap(false, Ordering::SeqCst)
        }

        /// Stops the program; returns when it goes on. With `all` also those it was started with, as Ctrl-Z does where
        /// a program leaves the key to the terminal: a script around this one has to stop as well, or the shell waits.
        pub(crate) fn stop(&self, all: bool) {
            if all {
                let _ = kill_current_process_group(Signal::TSTP);
                self.asked_to_stop();
            }
            let _ = low_level::emulate_default_handler(SIGTSTP);
            self.asked_to_stop();
        }

        /// Whether we were stopped and go on, since last asked.
        pub(crate) fn resumed(&self) -> bool {
            self.resumed.swap(false, Ordering::SeqCst)
        }
    }

    /// Waits until the terminal goes away, says so, and ends the program when it does not end by itself in good time:
    /// the key reader may spin on a dead terminal and never look at the flag.
    fn wait_for_hang_up(watch: &Watch) {
        loop {
            match has_hung_up(None) {
                Some(true) => break,
                Some(false) => {}
                None => return,
            }
        }
        watch.deadly.store(SIGHUP as usize, Ordering::SeqCst);
        thread::sleep(Duration::from_millis(800));
        terminal::restore();
        let _ = low_level::emulate_default_handler(SIGHUP);
    }

    /// Whether the terminal went away, waiting so long for that; `None` when it cannot be told.
    fn has_hung_up(patience: Option<&Timespec>) -> Option<bool> {
        let input = io::stdin();
        let mut ends = [PollFd::new(&input, PollFlags::empty())];
        match poll(&mut ends, patience) {
            Ok(_) => Some(ends[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)),
            Err(rustix::io::Errno::INTR) => Some(false),
            Err(_) => None,
        }
    }
}

#[cfg(not(unix))]
mod system {
    use std::io;

    /// Nothing to watch on this system: the terminal's own events are all there is.
    #[derive(Clone, Debug, Default)]
    pub(crate) struct Watch;

    impl Watch {
        /// Starts to watch.
        pub(crate) fn start() -> io::Result<Self> {
            Ok(Self)
        }

        /// Never a signal.
        pub(crate) fn deadly(&self) -> Option<i32> {
            None
        }

        /// Never.
        pub(crate) fn asked_to_stop(&self) -> bool {
            false
        }

        /// Programs are not stopped here.
        pub(crate) fn stop(&self, _all: bool) {}

        /// Never.
        pub(crate) fn resumed(&self) -> bool {
            false
        }
    }
}
