//! Finding the candidate in a model's reply: a whole file, or edits to the one before.

/// Marks the lines that an edit replaces.
pub const SEARCH: &str = "<<<<<<< SEARCH";
/// Stands between what is replaced and its replacement.
pub const DIVIDER: &str = "=======";
/// Ends an edit.
pub const REPLACE: &str = ">>>>>>> REPLACE";

/// The candidate that `reply` gives; `base` is the text that edits apply to.
///
/// # Errors
/// Says in words that the model understands why there is none.
pub fn candidate(reply: &str, base: Option<&str>) -> Result<String, String> {
    let edits = edits(reply)?;
    if !edits.is_empty() {
        let base = base.ok_or("the reply holds edits, but there is no candidate yet; answer with the whole file")?;
        return apply(base, &edits);
    }
    blocks(reply)
        .into_iter()
        .max_by_key(String::len)
        .filter(|block| !block.trim().is_empty())
        .ok_or_else(|| "the reply holds no ```rust block with the code".to_owned())
}

/// The fenced code blocks of a reply. A block that is not closed reaches to the end: the reply was cut off, and the next
/// stage says where.
fn blocks(reply: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for line in reply.lines() {
        let trimmed = line.trim_start();
        let ticks = trimmed.bytes().take_while(|&byte| byte == b'`').count();
        match &mut open {
            None if ticks >= 3 => open = Some((ticks, String::new())),
            None => {}
            Some((opening, _)) if ticks >= *opening && trimmed.trim_end().len() == ticks => {
                blocks.extend(open.take().map(|(_, text)| text));
            }
            Some((_, text)) => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    blocks.extend(open.map(|(_, text)| text));
    blocks
}

struct Edit {
    search: Vec<String>,
    replace: Vec<String>,
}

fn edits(reply: &str) -> Result<Vec<Edit>, String> {
    enum State {
        Outside,
        Search(Vec<String>),
        Replace(Vec<String>, Vec<String>),
    }
    let mut state = State::Outside;
    let mut edits = Vec::new();
    for line in reply.lines() {
        let marker = line.trim();
        state = match state {
            State::Outside if marker == SEARCH => State::Search(vec![]),
            State::Outside => State::Outside,
            State::Search(search) if marker == DIVIDER => State::Replace(search, vec![]),
            State::Search(mut search) => {
                search.push(line.to_owned());
                State::Search(search)
            }
            State::Replace(search, replace) if marker == REPLACE => {
                edits.push(Edit { search, replace });
                State::Outside
            }
            State::Replace(search, mut replace) => {
                replace.push(line.to_owned());
                State::Replace(search, replace)
            }
        };
    }
    match state {
        State::Outside => Ok(edits),
        _ => Err(format!("an edit does not end with `{REPLACE}`")),
    }
}

/// Applies edits one after the other. Lines match if they are alike but for white space at their ends and a common
/// indentation, because models are careless about those and rustfmt is not.
fn apply(base: &str, edits: &[Edit]) -> Result<String, String> {
    let mut lines: Vec<String> = base.lines().map(str::to_owned).collect();
    for (number, edit) in edits.iter().enumerate() {
        let number = number + 1;
        let wanted: Vec<&str> = edit.search.iter().map(|line| line.trim()).collect();
        if wanted.iter().all(|line| line.is_empty()) {
            return Err(format!("edit {number} searches for nothing"));
        }
        let found: Vec<usize> = (0..=lines.len().saturating_sub(wanted.len()))
            .filter(|&start| {
                lines[start..].iter().map(|line| line.trim()).take(wanted.len()).eq(wanted.iter().copied())
            })
            .collect();
        match found.as_slice() {
            [start] => drop(lines.splice(*start..*start + wanted.len(), edit.replace.iter().cloned())),
            [] => return Err(format!("the lines that edit {number} searches for are not in the candidate")),
            _ => {
                return Err(format!(
                    "the lines that edit {number} searches for stand in the candidate {} times; give more of the lines around",
                    found.len()
                ));
            }
        }
    }
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::candidate;

    #[test]
    fn the_longest_block_is_the_candidate() {
        let reply = "First:\n```rust\nfn a() {}\n```\nand all:\n````rust\nfn a() {}\nfn b() {}\n````\n";
        assert_eq!(candidate(reply, None).unwrap(), "fn a() {}\nfn b() {}\n");
    }

    #[test]
    fn a_block_that_is_cut_off_is_taken_to_the_end() {
        assert_eq!(candidate("```rust\nfn a() {", None).unwrap(), "fn a() {\n");
    }

    #[test]
    fn no_block_is_said_so() {
        assert!(candidate("I can't do that.", None).unwrap_err().contains("no ```rust block"));
        assert!(candidate("```rust\n\n```", None).is_err());
    }

    const EDIT: &str = "```\n<<<<<<< SEARCH\n  b();\n=======\n    c();\n    d();\n>>>>>>> REPLACE\n```";

    #[test]
    fn edits_apply_whatever_the_indentation() {
        assert_eq!(candidate(EDIT, Some("a();\n    b();\n")).unwrap(), "a();\n    c();\n    d();\n");
    }

    #[test]
    fn edits_that_fit_nowhere_or_twice_are_refused() {
        assert!(candidate(EDIT, Some("a();\n")).unwrap_err().contains("not in the candidate"));
        assert!(candidate(EDIT, Some("b();\nb();\n")).unwrap_err().contains("2 times"));
        assert!(candidate(EDIT, None).unwrap_err().contains("no candidate yet"));
        assert!(candidate("<<<<<<< SEARCH\na\n=======\n", Some("a\n")).unwrap_err().contains("does not end"));
    }

    proptest::proptest! {
        #[test]
        fn no_reply_panics(reply: String, base: String) {
            let _ = candidate(&reply, Some(&base));
        }

        #[test]
        fn no_mixture_of_markers_panics(parts in proptest::collection::vec(0..6usize, 0..30)) {
            let words = ["```\n", "<<<<<<< SEARCH\n", "=======\n", ">>>>>>> REPLACE\n", "a\n", "\n"];
            let reply: String = parts.iter().map(|&part| words[part]).collect();
            let _ = candidate(&reply, Some("a\n\na\n"));
        }
    }
}
