//! `explain` and `schema`: what is known without a project.

use compiled_ai_core::codes;
use compiled_ai_core::codes::cli::UNKNOWN_CODE;
use compiled_ai_core::schema::json_schema;

use crate::Found;
use crate::failure::Failure;
use crate::style;

/// Prints the page of a code, or all codes.
pub(crate) fn run(code: Option<&str>) -> Result<Found, Failure> {
    let Some(code) = code else {
        let label = style::LABEL;
        codes::all().for_each(|code| anstream::println!("{label}{}{label:#}  {}", code.code, code.title));
        return Ok(Found::Nothing);
    };
    let explained = codes::explain(code.trim()).ok_or_else(|| {
        Failure::new(UNKNOWN_CODE, format!("there is no code `{code}`"))
            .help("`cargo compiled-ai explain` lists all codes")
    })?;
    anstream::println!("{}", explained.page.trim_end());
    Ok(Found::Nothing)
}

/// Prints the JSON Schema of a spec file.
pub(crate) fn schema() -> Result<Found, Failure> {
    anstream::print!("{}", json_schema());
    Ok(Found::Nothing)
}
