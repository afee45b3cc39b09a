//! The terminal as we found it: whatever is switched on is switched off again on drop, panic, signal and suspend.

use std::io::{self, Stdout, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::{Frame, Terminal};

/// The terminal we draw on.
#[derive(Debug)]
pub(crate) struct Screen(Option<Terminal<CrosstermBackend<Stdout>>>);

impl Screen {
    /// A terminal that believes its screen is empty, as it is after [`TermGuard::take`].
    pub(crate) fn fresh() -> io::Result<Self> {
        Terminal::new(CrosstermBackend::new(io::stdout())).map(|terminal| Self(Some(terminal)))
    }

    /// Draws a frame.
    pub(crate) fn draw(&mut self, how: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        match &mut self.0 {
            Some(terminal) => terminal.draw(how).map(|_| ()),
            None => Ok(()),
        }
    }
}

impl Drop for Screen {
    /// Shows the cursor. A terminal that cannot is gone, and would complain of it on another that is gone as well,
    /// which ends in a panic; it is left alone.
    fn drop(&mut self) {
        if let Some(mut terminal) = self.0.take()
            && terminal.show_cursor().is_err()
        {
            std::mem::forget(terminal);
        }
    }
}

/// Whether the terminal is in our hands; asked by the panic hook.
static ENTERED: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// Holds the terminal in full-screen mode; gives it back when dropped.
#[derive(Debug)]
pub(crate) struct TermGuard {
    mouse: bool,
}

impl TermGuard {
    /// Takes the terminal.
    pub(crate) fn enter(mouse: bool) -> io::Result<Self> {
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |info| {
                restore();
                before(info);
            }));
        });
        let mut guard = Self { mouse };
        guard.take()?;
        Ok(guard)
    }

    /// Takes the terminal again after [`restore`], as when the program was stopped and goes on.
    pub(crate) fn take(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let mut out = io::stdout();
        queue!(out, EnterAlternateScreen, DisableLineWrap, EnableBracketedPaste, Clear(ClearType::All))?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        out.flush()
    }

    /// Listens to the mouse, or leaves it to the terminal so that text can be selected.
    pub(crate) fn listen_to_mouse(&mut self, on: bool) -> io::Result<()> {
        if on == self.mouse {
            return Ok(());
        }
        self.mouse = on;
        if on {
            execute!(io::stdout(), EnableMouseCapture)
        } else {
            execute!(io::stdout(), DisableMouseCapture)
        }
    }
}

impl Drop for TermGuard {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back as it was. Does nothing when it is not ours; errors are of no use to anybody here.
pub(crate) fn restore() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = execute!(
        io::stdout(),
        DisableMouseCapture,
        DisableBracketedPaste,
        EnableLineWrap,
        ResetColor,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}

/// Whether the terminal is in our hands.
pub(crate) fn is_taken() -> bool {
    ENTERED.load(Ordering::SeqCst)
}
