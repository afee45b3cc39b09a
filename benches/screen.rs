//! Times a frame of the screen.
fn main() {}
