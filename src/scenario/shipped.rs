//! The scenarios that come with the program, and the template for a new one.

/// The commented scenario that `mingle new` writes.
pub const TEMPLATE: &str = include_str!("../../assets/new-scenario.ron");

/// Names and sources of the shipped scenarios.
pub const fn shipped() -> &'static [(&'static str, &'static str)] {
    &[("opening-week", include_str!("../../scenarios/opening-week.ron"))]
}
