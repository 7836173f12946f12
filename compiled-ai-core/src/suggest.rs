//! Names in messages: which one was likely meant, and what there is to choose from.

/// The known name that `name` is most likely a slip of.
pub fn closest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Distance costs the product of the lengths; nobody mistypes a name that long.
    if name.len() > 64 {
        return None;
    }
    let lower = name.to_ascii_lowercase();
    known
        .into_iter()
        .filter_map(|candidate| {
            let distance = strsim::osa_distance(&lower, &candidate.to_ascii_lowercase());
            let tolerated = (candidate.chars().count().max(lower.chars().count()) / 3).max(1);
            (distance <= tolerated).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// `` `a`, `b` and `c` ``; cut when there are many.
pub fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 16;
    let mut quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    if quoted.len() > MOST {
        let more = quoted.len() - MOST;
        quoted.truncate(MOST);
        return format!("{} and {more} more", quoted.join(", "));
    }
    match quoted.pop() {
        None => String::new(),
        Some(last) if quoted.is_empty() => last,
        Some(last) => format!("{} and {last}", quoted.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closest_wants_a_likely_slip() {
        assert_eq!(closest("exmaples", ["examples", "rules"]), Some("examples"));
        assert_eq!(closest("Decimal", ["decimal"]), Some("decimal"));
        assert_eq!(closest("colour", ["examples", "rules"]), None);
        assert_eq!(closest(&"x".repeat(1 << 20), ["examples"]), None);
    }

    #[test]
    fn lists_read_as_prose_and_end() {
        assert_eq!(list([]), "");
        assert_eq!(list(["a"]), "`a`");
        assert_eq!(list(["a", "b", "c"]), "`a`, `b` and `c`");
        assert!(list(std::iter::repeat_n("a", 1000)).ends_with("`a` and 984 more"));
    }
}
