//! Commands: reads the command line, calls the floors below, and is the only floor that prints.

mod appraise;
mod args;
mod args_after;
mod brand;
mod check;
mod code;
mod compare;
mod drill;
mod explain;
mod facts;
mod lab;
mod new;
mod open;
mod out;
mod plain;
mod play;
mod progress;
mod replay;
mod report;
mod run;
mod screens;
mod watch;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};
use code::Code;

/// Runs the command line of this process; gives the exit code to end with.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let code = if error.use_stderr() { Code::Usage } else { Code::Done };
            return match error.print() {
                Ok(()) => code.into(),
                Err(_) => Code::InputOutput.into(),
            };
        }
    };
    let outcome = match args.command {
        None => play::title(),
        Some(Command::Play(args)) => play::play(&args),
        Some(Command::Run(args)) => run::run(&args),
        Some(Command::Replay(args)) => replay::replay(&args),
        Some(Command::Check(args)) => check::check(&args),
        Some(Command::Appraise(args)) => appraise::appraise(&args),
        Some(Command::Report(args)) => report::report(&args),
        Some(Command::Compare(args)) => compare::compare(&args),
        Some(Command::Lab(args)) => lab::lab(&args),
        Some(Command::New(args)) => new::new(&args),
        Some(Command::Drill(args)) => drill::drill(&args),
        Some(Command::Screens(args)) => screens::screens(&args),
        Some(Command::Demo(args)) => play::demo(&args),
        Some(Command::Completions { shell }) => {
            let mut bytes = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "mingle", &mut bytes);
            out::data(&String::from_utf8_lossy(&bytes))
        }
        Some(Command::Man) => {
            let mut bytes = Vec::new();
            match clap_mangen::Man::new(Args::command()).render(&mut bytes) {
                Ok(()) => out::data(&String::from_utf8_lossy(&bytes)),
                Err(error) => Err(code::Failure::io(&error)),
            }
        }
    };
    match outcome {
        Ok(code) => code.into(),
        Err(failure) => {
            out::talk(&failure.message);
            failure.code.into()
        }
    }
}
