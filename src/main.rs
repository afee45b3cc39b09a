//! The door: hands the command line to `cli` and returns its exit code.

fn main() -> std::process::ExitCode {
    mingle::cli::main()
}
