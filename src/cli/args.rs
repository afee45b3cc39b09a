//! The command line as types.

use std::path::PathBuf;

use crate::tui::Pictures;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use super::args_after::{CompareArgs, ReplayArgs, ReportArgs};
use super::drill::DrillArgs;

const EXAMPLES: &str = "\
Examples:
  mingle                                         pick a scenario and play
  mingle play opening-week --seed 7              play it with other luck
  mingle play opening-week --plain               play line by line
  mingle run opening-week --policy host --json   let the host play it
  mingle check my-scenario.ron                   find every fault in a scenario
  mingle lab opening-week --runs 100             let every way of playing play it
  mingle lab certify my-scenario.ron             see whether it teaches what it claims
  echo 'Buy now!!!' | mingle appraise --room party

Exit codes: 0 done, 1 it ran and the answer is no, 2 wrong usage, 65 a scenario or journal that cannot be
used, 66 no such input, 70 our own bug, 74 input or output failed, 128+n ended by a signal.";

/// A social-networking simulator: you are a brand in rooms full of people who came to meet each other.
#[derive(Debug, Parser)]
#[command(name = "mingle", version, about, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Play a scenario
    Play(PlayArgs),
    /// Play without a screen, by a file of moves or a policy, and print the standing
    Run(RunArgs),
    /// Play a journal again and verify it
    Replay(ReplayArgs),
    /// Find every fault in scenario files
    Check(CheckArgs),
    /// Read messages from standard input and say how they would land
    Appraise(AppraiseArgs),
    /// Explain a play from its journal
    Report(ReportArgs),
    /// Put several plays of one scenario side by side, without names
    Compare(CompareArgs),
    /// Let policies play a scenario many times and compare them
    #[command(args_conflicts_with_subcommands = true, subcommand_precedence_over_arg = true)]
    Lab(LabArgs),
    /// Write a commented scenario to start from
    New(NewArgs),
    /// Two messages, ten times: which lands better, and why
    Drill(DrillArgs),
    /// Let a story play itself at reading pace, with captions, until a key is pressed
    Demo(DemoArgs),
    /// Write the screens in the documents anew
    #[command(hide = true)]
    Screens(ScreensArgs),
    /// Print shell completions
    #[command(hide = true)]
    Completions { shell: clap_complete::Shell },
    /// Print the manual page
    #[command(hide = true)]
    Man,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Debug, ClapArgs)]
pub(super) struct PlayArgs {
    /// A shipped scenario by name, or a file
    #[arg(default_value = "opening-week")]
    pub(super) scenario: String,
    /// Seed of all luck
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// How fast the clock runs
    #[arg(long, value_enum, default_value_t = PaceArg::Calm)]
    pub(super) pace: PaceArg,
    /// Offer a hint now and then
    #[arg(long)]
    pub(super) coach: bool,
    /// Line by line, without a screen
    #[arg(long, env = "MINGLE_PLAIN", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) plain: bool,
    /// Leave the mouse to the terminal
    #[arg(long)]
    pub(super) no_mouse: bool,
    /// How to show pictures
    #[arg(long, value_enum, default_value_t = PicturesArg::Auto, env = "MINGLE_PICTURES")]
    pub(super) pictures: PicturesArg,
    /// A folder with pictures of your own (PNG, JPEG) for the brand to show; index.ron in it may describe them
    #[arg(long, value_name = "DIR")]
    pub(super) photos: Option<PathBuf>,
    /// Colours of the screen; with `NO_COLOR` set it is mono
    #[arg(long, value_enum, default_value_t = ThemeArg::Terminal, env = "MINGLE_THEME")]
    pub(super) theme: ThemeArg,
    /// Draw lines and signs with ASCII only
    #[arg(long, env = "MINGLE_ASCII", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) ascii: bool,
    /// Nobody slides across the floor
    #[arg(long, env = "MINGLE_STILL", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) still: bool,
    /// A file of keys of one's own; what it leaves out stays as it is
    #[arg(long, env = "MINGLE_KEYS")]
    pub(super) keys: Option<PathBuf>,
    /// Begin anew even if a play was left unfinished
    #[arg(long)]
    pub(super) anew: bool,
    /// Line by line, and whenever the scenario's file is saved, go on in the new version with the moves so far
    #[arg(long)]
    pub(super) watch: bool,
}

impl PlayArgs {
    /// What `mingle` plays when nothing is said.
    pub(super) fn usual() -> Self {
        Self {
            scenario: "opening-week".to_string(),
            seed: 1,
            pace: PaceArg::Calm,
            coach: false,
            plain: false,
            no_mouse: false,
            pictures: PicturesArg::Auto,
            photos: None,
            theme: ThemeArg::Terminal,
            ascii: false,
            still: false,
            keys: None,
            anew: false,
            watch: false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PicturesArg {
    /// As this terminal is known to show them
    Auto,
    /// By the graphics protocol of kitty
    Kitty,
    /// By inline images of iTerm2
    Iterm,
    /// By sixel
    Sixel,
    /// By half blocks
    Blocks,
    /// In words only
    Off,
}

impl PicturesArg {
    /// What the screen is told.
    pub(super) fn mode(self) -> Pictures {
        match self {
            Self::Auto => Pictures::detect(|name| std::env::var(name).ok()),
            Self::Kitty => Pictures::Kitty,
            Self::Iterm => Pictures::Iterm,
            Self::Sixel => Pictures::Sixel,
            Self::Blocks => Pictures::Blocks,
            Self::Off => Pictures::Off,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ThemeArg {
    /// The terminal's own colours
    Terminal,
    /// Light on black
    Dark,
    /// Dark on white
    Light,
    /// As far apart as colours go, on black
    Contrast,
    /// Bold black on white, nothing faint
    Projector,
    /// No colours
    Mono,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PaceArg {
    /// Waits while you write
    Calm,
    /// Runs on while you write
    Steady,
    /// Runs fast
    Brisk,
}

#[derive(Debug, ClapArgs)]
#[command(group(clap::ArgGroup::new("player").required(true).args(["moves", "policy"])))]
pub(super) struct RunArgs {
    /// A shipped scenario by name, or a file
    pub(super) scenario: String,
    /// A file of moves: one {"at": "1 09:30", "move": {...}} a line
    #[arg(long)]
    pub(super) moves: Option<PathBuf>,
    /// A policy: host, broadcaster, silent and others; `mingle lab` plays them all
    #[arg(long)]
    pub(super) policy: Option<String>,
    /// Seed of all luck
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// Write the journal to this file
    #[arg(long)]
    pub(super) journal: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CheckArgs {
    /// Scenario files
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    /// Print a JSON array
    #[arg(long)]
    pub(super) json: bool,
    /// Count what is unwise as a fault
    #[arg(long)]
    pub(super) strict: bool,
    /// Let every policy play it, and say what was never seen and which expected runs went otherwise
    #[arg(long)]
    pub(super) coverage: bool,
    /// Plays of each policy for --coverage
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=1_000))]
    pub(super) seeds: u64,
}

#[derive(Debug, ClapArgs)]
pub(super) struct AppraiseArgs {
    /// The room the words are for
    #[arg(long, default_value = "klatch")]
    pub(super) room: String,
    /// Rooms to compare, as klatch,party or all: one line each for the same words
    #[arg(long, value_delimiter = ',', conflicts_with_all = ["room", "json"])]
    pub(super) rooms: Vec<String>,
    /// A small file with the brand that is speaking: name, about, voice, facts, own words, banned
    #[arg(long, conflicts_with = "scenario")]
    pub(super) brand: Option<PathBuf>,
    /// A scenario whose brand is speaking
    #[arg(long)]
    pub(super) scenario: Option<String>,
    /// Read and write JSON lines
    #[arg(long)]
    pub(super) json: bool,
    /// Add what each fitted head reads, under "heads"
    #[arg(long, requires = "json")]
    pub(super) heads: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ScreensArgs {
    /// The folder with playing.md
    #[arg(long, value_name = "DIR", default_value = "docs")]
    pub(super) out: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(super) struct DemoArgs {
    /// A shipped scenario by name, or a file
    #[arg(default_value = "opening-week")]
    pub(super) scenario: String,
    /// Seed of the first story; the next ones follow it
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// How to show pictures
    #[arg(long, value_enum, default_value_t = PicturesArg::Auto, env = "MINGLE_PICTURES")]
    pub(super) pictures: PicturesArg,
    /// Which colours to use
    #[arg(long, value_name = "NAME", default_value = "terminal")]
    pub(super) theme: String,
}

#[derive(Debug, ClapArgs)]
pub(super) struct LabArgs {
    #[command(subcommand)]
    pub(super) command: Option<LabCommand>,
    /// A shipped scenario by name, or a file
    #[arg(required = true)]
    pub(super) scenario: Option<String>,
    /// Policies to compare, as host,broadcaster; all when not given
    #[arg(long, value_delimiter = ',')]
    pub(super) policies: Vec<String>,
    #[command(flatten)]
    pub(super) amount: AmountArgs,
    /// Play only this part of the study, as 2/8, and print it for `mingle lab merge`
    #[arg(long, conflicts_with_all = ["json", "csv"])]
    pub(super) shard: Option<String>,
    #[command(flatten)]
    pub(super) shape: ShapeArgs,
}

#[derive(Debug, Subcommand)]
pub(super) enum LabCommand {
    /// Say whether a scenario teaches what it claims: the host wins, and every other policy loses for its own reason
    Certify(CertifyArgs),
    /// Join the parts of a study to the whole, and print it
    Merge(MergeArgs),
    /// Hold the model against published findings, row by row
    Facts(FactsArgs),
}

#[derive(Debug, ClapArgs)]
pub(super) struct FactsArgs {
    /// Rows to run, as 1,5,11; all when not given
    #[arg(long, value_delimiter = ',')]
    pub(super) rows: Vec<u32>,
    /// Seeds of each trial
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    pub(super) seeds: u64,
    /// Threads to play on; as many as there are processors when not given
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
    /// Print one JSON array
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct AmountArgs {
    /// Plays of each policy
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub(super) runs: u64,
    /// Seed of the first play; the others follow it
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// Threads to play on; as many as there are processors when not given
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ShapeArgs {
    /// Print one JSON object
    #[arg(long, conflicts_with = "csv")]
    pub(super) json: bool,
    /// Print CSV: a row for each play, room and measure
    #[arg(long)]
    pub(super) csv: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CertifyArgs {
    /// A shipped scenario by name, or a file
    pub(super) scenario: String,
    #[command(flatten)]
    pub(super) amount: AmountArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct MergeArgs {
    /// Files that `mingle lab --shard` printed
    #[arg(required = true)]
    pub(super) parts: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) shape: ShapeArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct NewArgs {
    /// Where to write it; a file that is there already is left alone
    pub(super) file: PathBuf,
    /// What the organisation is called
    #[arg(long)]
    pub(super) name: Option<String>,
    /// What it is, in two or three words
    #[arg(long)]
    pub(super) trade: Option<String>,
    /// The town
    #[arg(long)]
    pub(super) town: Option<String>,
    /// Rooms, as klatch,party; all four when not given
    #[arg(long, value_delimiter = ',')]
    pub(super) rooms: Vec<String>,
    /// How many days it lasts
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=60))]
    pub(super) days: Option<u32>,
}
