//! What a thing on screen means, and how each theme shows that; screens ask for meanings, never for colours.

use super::graphics::Pictures;
use ratatui::style::{Color, Modifier, Style};

use super::borrowed::Tone;

/// What a piece of text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// Ordinary words.
    Plain,
    /// Words that matter less: ages, counts, rules between things.
    Quiet,
    /// Headings and names of rooms.
    Heading,
    /// Names of people.
    Name,
    /// What the brand said.
    Ours,
    /// Where the player is.
    Selected,
    /// Keys that can be pressed.
    Key,
    /// Good for somebody.
    Good,
    /// Somebody's patience wears thin.
    Warning,
    /// It went wrong.
    Bad,
    /// What just happened.
    News,
}

impl From<Tone> for Meaning {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Plain => Self::Plain,
            Tone::Good => Self::Good,
            Tone::Warning => Self::Warning,
            Tone::Bad => Self::Bad,
            Tone::News => Self::News,
        }
    }
}

impl Meaning {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Plain,
        Self::Quiet,
        Self::Heading,
        Self::Name,
        Self::Ours,
        Self::Selected,
        Self::Key,
        Self::Good,
        Self::Warning,
        Self::Bad,
        Self::News,
    ];
}

/// A theme by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// The terminal's own colours.
    #[default]
    Terminal,
    /// Light on black.
    Dark,
    /// Dark on white.
    Light,
    /// No colours: bold, underlined and reversed text only.
    Mono,
}

impl ThemeName {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Terminal, Self::Dark, Self::Light, Self::Mono];

    /// The word on screen and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "mono",
        }
    }

    pub(crate) const fn next(self) -> Self {
        match self {
            Self::Terminal => Self::Dark,
            Self::Dark => Self::Light,
            Self::Light => Self::Mono,
            Self::Mono => Self::Terminal,
        }
    }
}

/// Styles by meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Theme {
    /// Which theme it is.
    pub name: ThemeName,
    /// How pictures are shown.
    pub pictures: Pictures,
}

impl Theme {
    /// A theme.
    pub const fn new(name: ThemeName) -> Self {
        Self { name, pictures: Pictures::Blocks }
    }

    /// The next theme; pictures stay as they are.
    #[must_use]
    pub fn next(self) -> Self {
        Self { name: self.name.next(), ..self }
    }

    /// The style of a meaning. Every colour also comes with a word or a mark on screen.
    pub fn style(self, meaning: Meaning) -> Style {
        let plain = match self.name {
            ThemeName::Terminal | ThemeName::Mono => Style::new(),
            ThemeName::Dark => Style::new().fg(rgb(0xe6_e6_e6)).bg(rgb(0x10_12_18)),
            ThemeName::Light => Style::new().fg(rgb(0x1a_1a_1a)).bg(rgb(0xff_ff_ff)),
        };
        let styled = match meaning {
            Meaning::Plain | Meaning::Good | Meaning::News => plain,
            Meaning::Quiet => plain.add_modifier(self.dim()),
            Meaning::Heading | Meaning::Name | Meaning::Key | Meaning::Bad => {
                plain.add_modifier(Modifier::BOLD)
            }
            Meaning::Ours | Meaning::Warning => plain.add_modifier(self.underlined()),
            Meaning::Selected => plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
        };
        match self.colour(meaning) {
            Some(colour) => styled.fg(colour),
            None => styled,
        }
    }

    /// The colour of a meaning in this theme, if it has one.
    fn colour(self, meaning: Meaning) -> Option<Color> {
        let [quiet, heading, ours, key, good, warning, bad] = match self.name {
            ThemeName::Mono => return None,
            ThemeName::Terminal => {
                return match meaning {
                    Meaning::Plain | Meaning::Quiet | Meaning::Name | Meaning::Selected => None,
                    Meaning::Heading | Meaning::Key => Some(Color::Cyan),
                    Meaning::Ours | Meaning::News => Some(Color::Blue),
                    Meaning::Good => Some(Color::Green),
                    Meaning::Warning => Some(Color::Magenta),
                    Meaning::Bad => Some(Color::Red),
                };
            }
            // Okabe and Ito's colours, lightened or darkened until they stand 4.5:1 against their ground.
            ThemeName::Dark => {
                [0x9a_a0_a6, 0x56_b4_e9, 0x8a_c6_ff, 0x56_b4_e9, 0x2f_c9_9a, 0xe6_9f_00, 0xff_7b_4a]
            }
            ThemeName::Light => {
                [0x5c_5c_5c, 0x00_5a_8c, 0x00_4a_99, 0x00_5a_8c, 0x00_6b_4e, 0x8a_4b_00, 0xb0_3a_00]
            }
        };
        let number = match meaning {
            Meaning::Plain | Meaning::Name | Meaning::Selected => return None,
            Meaning::Quiet => quiet,
            Meaning::Heading => heading,
            Meaning::Ours | Meaning::News => ours,
            Meaning::Key => key,
            Meaning::Good => good,
            Meaning::Warning => warning,
            Meaning::Bad => bad,
        };
        Some(rgb(number))
    }

    const fn dim(self) -> Modifier {
        match self.name {
            ThemeName::Terminal => Modifier::DIM,
            ThemeName::Dark | ThemeName::Light | ThemeName::Mono => Modifier::empty(),
        }
    }

    const fn underlined(self) -> Modifier {
        match self.name {
            ThemeName::Mono => Modifier::UNDERLINED,
            ThemeName::Terminal | ThemeName::Dark | ThemeName::Light => Modifier::empty(),
        }
    }
}

fn rgb(number: u32) -> Color {
    let [_, red, green, blue] = number.to_be_bytes();
    Color::Rgb(red, green, blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.
    fn luminance(colour: Color) -> f64 {
        let Color::Rgb(r, g, b) = colour else { panic!("{colour:?} has no fixed look") };
        let part = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.040_45 { v / 12.92 } else { libm::pow((v + 0.055) / 1.055, 2.4) }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    #[test]
    fn the_fixed_themes_can_be_read() {
        for name in [ThemeName::Dark, ThemeName::Light] {
            for meaning in Meaning::ALL {
                let style = Theme::new(name).style(meaning);
                let (a, b) = (luminance(style.fg.unwrap()), luminance(style.bg.unwrap()));
                let ratio = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(ratio >= 4.5, "{name:?} {meaning:?} {ratio:.2}");
            }
        }
    }

    #[test]
    fn mono_has_no_colour_and_terminal_no_fixed_one() {
        for meaning in Meaning::ALL {
            let mono = Theme::new(ThemeName::Mono).style(meaning);
            assert_eq!((mono.fg, mono.bg), (None, None), "{meaning:?}");
            let own = Theme::new(ThemeName::Terminal).style(meaning);
            assert!(
                !matches!(own.fg, Some(Color::Rgb(..) | Color::White | Color::Gray | Color::Black)),
                "{meaning:?}"
            );
            assert_eq!(own.bg, None, "{meaning:?}");
        }
    }
}
