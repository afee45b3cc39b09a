//! Pictures as the terminal can show them: which way, guessed from the environment and never asked, and the bytes for each.

use std::fmt::Write as _;
use std::io::{self, Write};

use ratatui::layout::Rect;

use super::borrowed::Pixels;

/// How pictures are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Pictures {
    /// The graphics protocol of kitty.
    Kitty,
    /// Inline images of iTerm2.
    Iterm,
    /// Sixel.
    Sixel,
    /// Half blocks in full colour.
    #[default]
    Blocks,
    /// Half blocks in the 256 colours of older terminals.
    Cube,
    /// In words only.
    Off,
}

impl Pictures {
    /// What this terminal can show, by the variables it set; a multiplexer shows blocks. Nothing is asked of the terminal.
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Self {
        let of = |name: &str| variable(name).unwrap_or_default();
        let (term, program) = (of("TERM"), of("TERM_PROGRAM"));
        let blocks = || {
            let full = matches!(of("COLORTERM").as_str(), "truecolor" | "24bit") || term.contains("direct");
            if full { Self::Blocks } else { Self::Cube }
        };
        if !of("TMUX").is_empty() || term.starts_with("screen") || term.starts_with("tmux") {
            blocks()
        } else if term == "dumb" {
            Self::Off
        } else if !of("KITTY_WINDOW_ID").is_empty() || term.contains("kitty") || program == "ghostty" {
            Self::Kitty
        } else if program == "iTerm.app" || program == "WezTerm" {
            Self::Iterm
        } else if term.starts_with("foot") || term.starts_with("mlterm") || program == "mintty" {
            Self::Sixel
        } else {
            blocks()
        }
    }

    /// Whether pictures lie over the cells, as pixels.
    pub(crate) const fn overlay(self) -> bool {
        match self {
            Self::Kitty | Self::Iterm | Self::Sixel => true,
            Self::Blocks | Self::Cube | Self::Off => false,
        }
    }
}

/// What lies over the cells now.
#[derive(Debug, Default)]
pub(crate) struct Overlay(Option<(Rect, Pixels)>);

impl Overlay {
    /// Forgets what lies there, as after the screen was wiped.
    pub(crate) fn forget(&mut self) {
        self.0 = None;
    }

    /// Shows this picture and no other, where it is not there yet. What lay there before was overwritten by the cells
    /// below, which are never the same for two pictures; kitty alone has to be told.
    pub(crate) fn show(
        &mut self,
        how: Pictures,
        wanted: Option<&(Rect, Pixels)>,
        cell: (u16, u16),
        out: &mut impl Write,
    ) -> io::Result<()> {
        if self.0.as_ref() == wanted {
            return Ok(());
        }
        if how == Pictures::Kitty && self.0.is_some() {
            out.write_all(b"\x1b_Ga=d,d=A,q=2\x1b\\")?;
        }
        self.0 = wanted.cloned();
        if let Some((area, pixels)) = wanted
            && !area.is_empty()
        {
            write!(out, "\x1b7\x1b[{};{}H", area.y + 1, area.x + 1)?;
            out.write_all(encode(how, pixels, *area, cell).as_bytes())?;
            out.write_all(b"\x1b8")?;
        }
        out.flush()
    }
}

/// The bytes that show a picture at the cursor in an area of cells; `cell` is the size of one in pixels.
fn encode(how: Pictures, pixels: &Pixels, area: Rect, cell: (u16, u16)) -> String {
    let (columns, rows) = (area.width, area.height);
    match how {
        Pictures::Kitty => kitty(&base64(&png(pixels)), columns, rows),
        Pictures::Iterm => {
            let file = png(pixels);
            let (size, data) = (file.len(), base64(&file));
            format!(
                "\x1b]1337;File=inline=1;size={size};width={columns};height={rows};preserveAspectRatio=0:{data}\x07"
            )
        }
        Pictures::Sixel => {
            sixel(pixels, usize::from(columns) * usize::from(cell.0), usize::from(rows) * usize::from(cell.1))
        }
        Pictures::Blocks | Pictures::Cube | Pictures::Off => String::new(),
    }
}

/// In pieces of 4096 bytes, as the protocol wants it; without answers and without moving the cursor.
fn kitty(data: &str, columns: u16, rows: u16) -> String {
    let mut out = String::new();
    let pieces = data.len().div_ceil(4096);
    for (at, piece) in data.as_bytes().chunks(4096).enumerate() {
        let head = if at == 0 { format!("a=T,f=100,q=2,C=1,c={columns},r={rows},") } else { String::new() };
        let more = u8::from(at + 1 < pieces);
        let _ = write!(out, "\x1b_G{head}m={more};{}\x1b\\", String::from_utf8_lossy(piece));
    }
    out
}

/// As a PNG file.
fn png(pixels: &Pixels) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width as u32, pixels.height as u32);
    encoder.set_color(png::ColorType::Rgb);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels.rgb));
    if written.is_err() {
        file.clear();
    }
    file
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let part = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let all = part(0) << 16 | part(1) << 8 | part(2);
        for letter in 0..4 {
            let index = (all >> (18 - 6 * letter)) as usize & 63;
            out.push(if letter > three.len() { '=' } else { char::from(LETTERS[index]) });
        }
    }
    out
}

/// Six levels of each colour, as in the cube of 256 colours.
fn level(part: u8) -> u8 {
    ((u16::from(part) * 5 + 127) / 255) as u8
}

/// The place of a colour in the cube of 216.
pub(crate) fn cube(colour: [u8; 3]) -> u8 {
    let [red, green, blue] = colour.map(level);
    36 * red + 6 * green + blue
}

/// Sixel of this size in pixels, in the 216 colours of the cube.
fn sixel(pixels: &Pixels, width: usize, height: usize) -> String {
    let mut out = format!("\x1bP0;1q\"1;1;{width};{height}");
    for colour in 0..216_u16 {
        let parts = [colour / 36, colour / 6 % 6, colour % 6].map(|level| level * 20);
        let _ = write!(out, "#{colour};2;{};{};{}", parts[0], parts[1], parts[2]);
    }
    let at = |x: usize, y: usize| {
        let place = (y * pixels.height / height * pixels.width + x * pixels.width / width) * 3;
        cube([pixels.rgb[place], pixels.rgb[place + 1], pixels.rgb[place + 2]])
    };
    for top in (0..height).step_by(6) {
        let deep = 6.min(height - top);
        let band: Vec<u8> =
            (0..deep).flat_map(|y| (0..width).map(move |x| (x, top + y))).map(|(x, y)| at(x, y)).collect();
        let mut used = [false; 216];
        for &colour in &band {
            used[usize::from(colour)] = true;
        }
        for colour in (0..216_u8).filter(|&colour| used[usize::from(colour)]) {
            let _ = write!(out, "#{colour}");
            let mut run = (b'?', 0_usize);
            for x in 0..width {
                let bits =
                    (0..deep).filter(|y| band[y * width + x] == colour).fold(0_u8, |bits, y| bits | 1 << y);
                let letter = b'?' + bits;
                if letter == run.0 {
                    run.1 += 1;
                } else {
                    repeat(&mut out, run);
                    run = (letter, 1);
                }
            }
            repeat(&mut out, run);
            out.push('$');
        }
        out.push('-');
    }
    out.push_str("\x1b\\");
    out
}

fn repeat(out: &mut String, (letter, count): (u8, usize)) {
    if count > 3 {
        let _ = write!(out, "!{count}{}", char::from(letter));
    } else {
        out.extend(std::iter::repeat_n(char::from(letter), count));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_is_known_by_its_variables() {
        let cases: [(&[(&str, &str)], Pictures); 9] = [
            (&[("TERM", "xterm-kitty")], Pictures::Kitty),
            (&[("TERM", "xterm-256color"), ("KITTY_WINDOW_ID", "1")], Pictures::Kitty),
            (&[("TERM_PROGRAM", "iTerm.app")], Pictures::Iterm),
            (&[("TERM", "foot-extra")], Pictures::Sixel),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], Pictures::Blocks),
            (&[("TERM", "xterm-256color")], Pictures::Cube),
            (
                &[("TERM", "tmux-256color"), ("KITTY_WINDOW_ID", "1"), ("COLORTERM", "24bit")],
                Pictures::Blocks,
            ),
            (&[("TERM", "dumb")], Pictures::Off),
            (&[], Pictures::Cube),
        ];
        for (set, wanted) in cases {
            let variable =
                |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, v)| (*v).to_owned());
            assert_eq!(Pictures::detect(variable), wanted, "{set:?}");
        }
    }

    #[test]
    fn base64_is_as_in_its_standard() {
        for (plain, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn each_way_opens_and_closes_what_it_sends() {
        let pixels =
            Pixels { width: 60, height: 40, rgb: (0..7200_u32).map(|n| (n * 7 % 251) as u8).collect() };
        let area = Rect::new(2, 3, 10, 5);
        for (how, begins, ends) in [
            (Pictures::Kitty, "\x1b_Ga=T,f=100", "\x1b\\"),
            (Pictures::Iterm, "\x1b]1337;File=inline=1", "\x07"),
            (Pictures::Sixel, "\x1bP0;1q\"1;1;80;80", "-\x1b\\"),
        ] {
            let sent = encode(how, &pixels, area, (8, 16));
            assert!(sent.starts_with(begins) && sent.ends_with(ends), "{how:?}");
            assert_eq!(sent.matches("\x1b_G").count() + 1, sent.split("\x1b_G").count());
        }
        let mut overlay = Overlay::default();
        let wanted = (area, pixels);
        let mut sent = Vec::new();
        overlay.show(Pictures::Kitty, Some(&wanted), (8, 16), &mut sent).unwrap();
        let once = sent.len();
        overlay.show(Pictures::Kitty, Some(&wanted), (8, 16), &mut sent).unwrap();
        assert_eq!(sent.len(), once, "what is there is not sent again");
        overlay.show(Pictures::Kitty, None, (8, 16), &mut sent).unwrap();
        assert!(sent.ends_with(b"\x1b_Ga=d,d=A,q=2\x1b\\"));
    }
}
