//! Simulated time: minutes since midnight before the first day.

use std::fmt;

/// Minutes in a day.
pub const DAY: u32 = 24 * 60;
/// The world takes a step every so many minutes; the first published threshold of reply speed is six.
pub const STEP: u32 = 5;

/// A minute of the story; 0 is midnight before day 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Minute(pub u32);

impl Minute {
    /// The minute of a day (counted from 1) at so many minutes past midnight.
    pub const fn on(day: u32, minute_of_day: u32) -> Self {
        Self((day - 1) * DAY + minute_of_day)
    }

    /// The day, counted from 1.
    pub const fn day(self) -> u32 {
        self.0 / DAY + 1
    }

    /// Minutes past midnight, 0..1440.
    pub const fn of_day(self) -> u32 {
        self.0 % DAY
    }

    /// This many minutes later.
    #[must_use]
    pub const fn plus(self, minutes: u32) -> Self {
        Self(self.0.saturating_add(minutes))
    }

    /// Minutes since an earlier moment; 0 when it is not earlier.
    pub const fn since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }

    /// `10:15`.
    pub fn clock(self) -> String {
        format!("{:02}:{:02}", self.of_day() / 60, self.of_day() % 60)
    }

    /// Reads `2 10:15` (day, hour, minute).
    pub fn parse(text: &str) -> Option<Self> {
        let (day, clock) = text.trim().split_once(' ')?;
        let day: u32 = day.parse().ok().filter(|day| (1..=9999).contains(day))?;
        Some(Self::on(day, parse_clock(clock)?))
    }
}

/// Reads `10:15` as minutes past midnight.
pub fn parse_clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let two = |part: &str| -> Option<u32> {
        (matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse().ok())?
    };
    let (hours, minutes) = (two(hours)?, two(minutes)?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.day(), self.clock())
    }
}

/// A stretch of minutes in words: `4 min`, `1 h 20`.
pub fn span(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, m) => format!("{m} min"),
        (h, 0) => format!("{h} h"),
        (h, m) => format!("{h} h {m:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_written_and_read_alike() {
        for (text, minute) in [("1 00:00", 0), ("1 08:05", 485), ("2 23:59", 2879)] {
            assert_eq!(Minute::parse(text), Some(Minute(minute)));
            assert_eq!(Minute(minute).to_string(), text);
        }
        for bad in ["", "0 10:00", "1 24:00", "1 10:60", "1 1000", "x 10:00", "1 -1:00", "99999 10:00"] {
            assert_eq!(Minute::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn spans_are_said_as_people_say_them() {
        assert_eq!([span(4), span(60), span(80)], ["4 min", "1 h", "1 h 20"]);
    }
}
