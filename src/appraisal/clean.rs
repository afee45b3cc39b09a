//! Text from outside made safe to keep and to show: no escapes, control characters or direction overrides.

/// Text that has passed the border.
#[derive(Clone, Debug, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Clean(String);

impl Clean {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
