//! What can be said on the command line about plays that are over: `replay`, `report` and `compare`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

#[derive(Debug, ClapArgs)]
pub(super) struct ReplayArgs {
    /// Journals; more than one only with a changed scenario
    #[arg(required = true)]
    pub(super) journals: Vec<PathBuf>,
    /// The scenario they are of, where it is not a shipped one; or a changed version of it, to see what it does to recorded plays
    #[arg(long)]
    pub(super) scenario: Option<String>,
    /// With a changed scenario: the one that was played, where it is not a shipped one
    #[arg(long, requires = "scenario")]
    pub(super) was: Option<String>,
    /// The folder of pictures it was played with
    #[arg(long, value_name = "DIR")]
    pub(super) photos: Option<PathBuf>,
    /// Stop at this day and time, as "1 12:00"
    #[arg(long)]
    pub(super) until: Option<String>,
    /// A file of changed moves: shows who would stand otherwise, and why
    #[arg(long)]
    pub(super) what_if: Option<PathBuf>,
    /// What else could have been done at this message, by its number, and what it would have changed
    #[arg(long, value_name = "MESSAGE", conflicts_with = "what_if")]
    pub(super) offer: Option<u32>,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ReportArgs {
    /// A journal
    pub(super) journal: PathBuf,
    /// The scenario it is of, where it is not a shipped one
    #[arg(long)]
    pub(super) scenario: Option<String>,
    /// The folder of pictures it was played with
    #[arg(long, value_name = "DIR")]
    pub(super) photos: Option<PathBuf>,
    /// How to write it
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
    /// Where to write it; standard output when not given
    #[arg(short, long)]
    pub(super) output: Option<PathBuf>,
    /// A template of your own in place of the shipped one, for text, md and html
    #[arg(long)]
    pub(super) template: Option<PathBuf>,
    /// Whose diary to tell, by name; may be given several times. Those of whoever moved most when not given
    #[arg(long, value_name = "NAME")]
    pub(super) diary: Vec<String>,
    /// A note of your own to keep with the run; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub(super) note: Vec<String>,
    /// Luck or skill: the moves of the journal over so many seeds, beside policies; with text or json
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub(super) seeds: Option<u64>,
    /// Threads to play on; as many as there are processors when not given
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
    /// The pseudonym of the player in xAPI statements
    #[arg(long, default_value = "player")]
    pub(super) actor: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    /// Plain text
    Text,
    /// Markdown
    Md,
    /// One HTML file, without scripts, to show and to print
    Html,
    /// One JSON object
    Json,
    /// CSV in the long form
    Csv,
    /// xAPI statements, one a line
    Xapi,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CompareArgs {
    /// Journals of one scenario
    #[arg(required = true)]
    pub(super) journals: Vec<PathBuf>,
    /// The scenario they are of, where it is not a shipped one
    #[arg(long)]
    pub(super) scenario: Option<String>,
    /// Name each play after its file instead of giving it a letter
    #[arg(long)]
    pub(super) names: bool,
    /// How to write it
    #[arg(long, value_enum, default_value_t = PageArg::Text)]
    pub(super) format: PageArg,
    /// Where to write it; standard output when not given
    #[arg(short, long)]
    pub(super) output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PageArg {
    /// Plain text
    Text,
    /// One HTML file, to project
    Html,
    /// One JSON object
    Json,
}
