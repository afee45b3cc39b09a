//! The border: text from a file made safe before anything else sees it.

use crate::appraisal::Clean;

/// The text without control characters, escapes and direction overrides; line ends stay, tabs become spaces.
pub(super) fn clean(text: &str) -> String {
    Clean::text(text).into_string()
}
