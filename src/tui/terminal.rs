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

/// The size of a cell in pixels, as the system knows it without asking the terminal; a usual one where it does not.
pub(crate) fn cell() -> (u16, u16) {
    let Ok(size) = crossterm::terminal::window_size() else { return (8, 16) };
    let one = |pixels: u16, cells: u16, usual: u16| match pixels.checked_div(cells) {
        Some(part @ 1..=100) => part,
        Some(_) | None => usual,
    };
    (one(size.width, size.columns, 8), one(size.height, size.rows, 16))
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

#[cfg(all(test, unix))]
mod tests {
    use std::io::Read;

    use portable_pty::{CommandBuilder, PtySize, native_pty_system};

    use super::*;

    /// Panics with the terminal in its hands. The test below runs it at a terminal of its own and reads what
    /// that was sent.
    #[test]
    #[should_panic(expected = "in the middle of a frame")]
    #[ignore = "wants a terminal of its own; the test below gives it one"]
    fn panics_in_the_middle_of_a_frame() {
        let _guard = TermGuard::enter(true).expect("in the middle of a frame: no terminal here");
        let mut screen = Screen::fresh().expect("a terminal");
        let _ = screen.draw(|_| panic!("in the middle of a frame"));
    }

    #[test]
    fn a_panic_gives_the_terminal_back_before_it_speaks() {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        let name = "tui::terminal::tests::panics_in_the_middle_of_a_frame";
        command.args([name, "--exact", "--ignored", "--nocapture"]);
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (mut sent, mut buffer) = (Vec::new(), [0; 4096]);
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            sent.extend_from_slice(&buffer[..n]);
        }
        assert!(child.wait().unwrap().success(), "{}", String::from_utf8_lossy(&sent));
        let place =
            |part: &str| String::from_utf8_lossy(&sent).find(part).unwrap_or_else(|| panic!("no {part:?}"));
        assert!(place("\u{1b}[?1049h") < place("\u{1b}[?1049l"));
        assert!(
            place("\u{1b}[?1049l") < place("in the middle of a frame"),
            "it spoke where nobody can read it"
        );
        let cells = |count| std::num::NonZero::new(count).unwrap();
        let mut parser = vt100::Parser::new(cells(24), cells(80), 0);
        parser.process(&sent);
        let screen = parser.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(screen.contents().contains("in the middle of a frame"));
    }
}
