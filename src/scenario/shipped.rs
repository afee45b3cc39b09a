//! The scenarios that come with the program, and the template for a new one.

/// The commented scenario that `mingle new` writes.
pub const TEMPLATE: &str = include_str!("../../assets/new-scenario.ron");

/// A scenario by its name.
macro_rules! named {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../scenarios/", $name, ".ron")))),+]
    };
}

/// Names and sources of the shipped scenarios, in the order of the title screen.
pub const fn shipped() -> &'static [(&'static str, &'static str)] {
    named!["opening-week", "fence"]
}
