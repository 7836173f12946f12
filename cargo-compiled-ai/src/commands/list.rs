//! `list`: the specs and what is locked for them.

use compiled_ai_core::spec::Target;

use crate::Found;
use crate::arguments::Selection;
use crate::commands::check::{self, State};
use crate::commands::signature;
use crate::failure::Failure;
use crate::project;

/// Lists the selected specs, a line each.
pub(crate) fn run(selection: &Selection) -> Result<Found, Failure> {
    let rows: Vec<[String; 4]> = project::specs(selection)?
        .iter()
        .map(|spec| {
            let (state, figures) = match check::state(spec).0 {
                State::Locked { name, hit, spec: checked, .. } => {
                    let target = match checked.target {
                        Target::Rust => "",
                        Target::Wasm => ", a component",
                    };
                    let standing = signature::standing(spec, &signature::trusted(spec)?);
                    let figures = format!("{}  {}", check::figures(&hit.lock.accuracy), signature::label(&standing));
                    (format!("locked as {name}{target}"), figures)
                }
                State::Wrong(diagnostics) => {
                    let why = diagnostics.iter().find(|diagnostic| diagnostic.is_error());
                    (why.map(|why| format!("{}: {}", why.code, why.message)).unwrap_or_default(), String::new())
                }
            };
            Ok([spec.stem(), spec.shown.clone(), state, figures])
        })
        .collect::<Result<_, Failure>>()?;
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (stem, file, state) = (width(0), width(1), width(2));
    for row in &rows {
        let line = format!("{:stem$}  {:file$}  {:state$}  {}", row[0], row[1], row[2], row[3]);
        anstream::println!("{}", line.trim_end());
    }
    Ok(Found::Nothing)
}
