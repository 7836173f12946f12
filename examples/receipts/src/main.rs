//! Reads receipts and prints their fields as JSON, one object a file.
//!
//! The function that reads them was written by a model once. Here it is a function like any other.

use std::process::ExitCode;

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        eprintln!("usage: receipts FILE…\n\nReads the OCR text of shop receipts and prints their fields as JSON.");
        return ExitCode::from(2);
    }
    let results: Vec<Result<(), String>> =
        files.iter().map(|file| read(file).inspect_err(|problem| eprintln!("{file}: {problem}"))).collect();
    if results.iter().all(Result::is_ok) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read(file: &str) -> Result<(), String> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let receipt = showcase_specs::read_receipt(&text).map_err(|abstain| abstain.to_string())?;
    println!("{}", serde_json::to_string_pretty(&receipt).map_err(|error| error.to_string())?);
    Ok(())
}
