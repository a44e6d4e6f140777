//! Prints, and exits with the code of the command.

fn main() -> std::process::ExitCode {
    doorstroom::cli::main()
}
