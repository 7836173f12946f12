// errors with what was expected
#[derive(Debug, PartialEq)]
enum ParseError {
    MissingField(&'static str),
    BadNumber { field: &'static str, text: String },
}

impl std::fmt::Display for ParseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ParseError::MissingField(name) => write!(f, "missing field {name}"),
            ParseError::BadNumber { field, text } => write!(f, "field {field}: {text:?} is not a number"),
        }
    }
}

fn parse(line: &str) -> Result<(String, u32), ParseError> {
    let (name, qty) = line.split_once(',').ok_or(ParseError::MissingField("quantity"))?;
    let qty = qty.trim().parse().map_err(|_| ParseError::BadNumber { field: "quantity", text: qty.trim().to_string() })?;
    Ok((name.trim().to_string(), qty))
}

pub fn run(input: &str) -> String {
    match parse(input) {
        Ok((name, qty)) => format!("{qty} x {name}"),
        Err(error) => format!("error: {error}"),
    }
}
