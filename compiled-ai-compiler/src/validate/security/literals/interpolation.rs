//! SQL, shell commands, HTML and paths that are built around a value.

use compiled_ai_core::codes::gate::INTERPOLATION;

use proc_macro2::LineColumn;

use super::pieces::Piece;
use super::rules::Rules;
use crate::validate::security::refusal::Refusals;

/// Looks at each text that holds a value. `listed`: where texts stand whose values are all members of lists.
pub(super) fn check(chains: &[Vec<Piece>], rules: &Rules, listed: &[LineColumn], refusals: &mut Refusals) {
    for chain in chains {
        let (mut text, mut starts) = (String::new(), vec![]);
        for piece in chain {
            match piece {
                Piece::Text(part, at) => {
                    starts.push((text.len(), *at));
                    // So that no literal passes for a value.
                    text.extend(part.chars().map(|c| if matches!(c, '\u{1}' | '\u{2}') { ' ' } else { c }));
                }
                Piece::Value { escaped } => text.push(if *escaped { '\u{2}' } else { '\u{1}' }),
            }
        }
        for rule in &rules.interpolations {
            // Where every value is escaped, HTML and paths are what they should be.
            if !rule.any_value && !text.contains('\u{1}') {
                continue;
            }
            let Some(found) = rule.regexes.iter().find_map(|regex| regex.find(&text)) else { continue };
            let at = starts.iter().rev().find(|(start, _)| *start <= found.start()).or(starts.first());
            if let Some((_, at)) = at {
                // A table or a column by its name in a list; what is compared with it may be none.
                if rule.cwe == 89 && listed.contains(&at.start()) {
                    continue;
                }
                let message = format!("{} is built around a value", rule.what);
                refusals.add(INTERPOLATION, Some(rule.cwe), *at, message, rule.help.clone());
            }
        }
    }
}
