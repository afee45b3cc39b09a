//! A picture in cells: two pixels in each, by half blocks; without colours, by shades.

use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};

use crate::sim::message::{Message, Words};
use crate::tui::borrowed::{Pixels, Sitting};
use crate::tui::graphics::{Pictures, cube};
use crate::tui::theme::{Theme, ThemeName};

/// From dark to bright.
const SHADES: [char; 5] = [' ', '░', '▒', '▓', '█'];

/// The picture that goes with a message, where it has pixels.
pub(crate) fn of_message<'a>(sitting: &'a Sitting, message: &Message) -> Option<&'a Pixels> {
    let scenario = sitting.scenario();
    let art = match &message.words {
        Words::Brand(said) => scenario.art.get(said.photo?.index())?.as_ref(),
        Words::Beat(beat) => scenario.shown.get(beat),
        Words::Question(_) | Words::Failure(_) | Words::Gist(_) => None,
    };
    art?.pixels()
}

/// How many columns and rows of cells a picture takes in so much space.
pub(crate) fn size(pixels: &Pixels, columns: u16, rows: u16) -> (u16, u16) {
    let small = pixels.fitted(usize::from(columns), usize::from(rows) * 2);
    small.map_or((0, 0), |small| (small.width as u16, small.height.div_ceil(2) as u16))
}

/// The picture as lines that fit in so much space; none where pictures are told in words.
pub(crate) fn lines(pixels: &Pixels, theme: Theme, columns: u16, rows: u16) -> Vec<Line<'static>> {
    if theme.pictures == Pictures::Off {
        return Vec::new();
    }
    let Some(small) = pixels.fitted(usize::from(columns), usize::from(rows) * 2) else { return Vec::new() };
    let at = |x: usize, y: usize| {
        let place = (y * small.width + x) * 3;
        small.rgb.get(place..place + 3).map(|p| [p[0], p[1], p[2]])
    };
    let line = |top: usize| {
        let mut spans: Vec<Span<'static>> = Vec::new();
        for x in 0..small.width {
            let (upper, lower) = (at(x, top).unwrap_or_default(), at(x, top + 1));
            let (glyph, style) = cell(theme, upper, lower);
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push(glyph),
                _ => spans.push(Span::styled(glyph.to_string(), style)),
            }
        }
        Line::from(spans)
    };
    (0..small.height).step_by(2).map(line).collect()
}

fn cell(theme: Theme, upper: [u8; 3], lower: Option<[u8; 3]>) -> (char, Style) {
    if theme.name == ThemeName::Mono {
        let sum = |colour: [u8; 3]| colour.iter().map(|&part| usize::from(part)).sum::<usize>();
        let mean = (sum(upper) + sum(lower.unwrap_or(upper))) / 6;
        return (SHADES[mean * SHADES.len() / 256], Style::new());
    }
    let colour = |rgb: [u8; 3]| match theme.pictures {
        Pictures::Cube => Color::Indexed(16 + cube(rgb)),
        Pictures::Kitty | Pictures::Iterm | Pictures::Sixel | Pictures::Blocks | Pictures::Off => {
            Color::Rgb(rgb[0], rgb[1], rgb[2])
        }
    };
    let style = Style::new().fg(colour(upper));
    ('▀', lower.map_or(style, |lower| style.bg(colour(lower))))
}

/// A picture's name as people would write it: `nora_oven` is "Nora oven".
pub(crate) fn name(id: &str) -> String {
    let plain = id.replace(['_', '-'], " ");
    let mut letters = plain.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> Pixels {
        Pixels {
            width: 2,
            height: 3,
            rgb: [[255, 0, 0]; 2].concat().into_iter().chain([0; 6]).chain([255; 6]).collect(),
        }
    }

    #[test]
    fn two_pixels_make_a_cell() {
        let lines = lines(&two(), Theme::new(ThemeName::Dark), 10, 10);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].spans[0].content, "▀▀");
        assert_eq!(lines[0].spans[0].style, Style::new().fg(Color::Rgb(255, 0, 0)).bg(Color::Rgb(0, 0, 0)));
        assert_eq!(lines[1].spans[0].style, Style::new().fg(Color::Rgb(255, 255, 255)));
    }

    #[test]
    fn without_colours_there_are_shades() {
        let lines = lines(&two(), Theme::new(ThemeName::Mono), 10, 10);
        assert_eq!((lines[0].to_string(), lines[1].to_string()), ("  ".to_owned(), "██".to_owned()));
    }

    #[test]
    fn no_space_is_too_small() {
        for (columns, rows) in [(0, 0), (1, 0), (0, 1), (1, 1), (500, 1), (1, 500)] {
            let (wide, high) = size(&two(), columns, rows);
            assert!(wide <= columns && high <= rows);
            assert!(lines(&two(), Theme::new(ThemeName::Terminal), columns, rows).len() <= usize::from(rows));
        }
    }

    #[test]
    fn names_are_for_people() {
        for (id, told) in [("nora_oven", "Nora oven"), ("our-harbour", "Our harbour"), ("", "")] {
            assert_eq!(name(id), told);
        }
    }
}
