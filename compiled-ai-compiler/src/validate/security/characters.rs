//! Which characters may stand in a candidate's literals and comments.

/// Why a character is not allowed in a literal or comment; `None` if it is.
///
/// Refused are the characters that a reviewer can't see or that change how a line is shown: controls, bidirectional
/// overrides, zero-width characters, variation selectors, tags, private use. They can be written as `\u{…}`.
pub(super) fn problem(character: char) -> Option<&'static str> {
    match character {
        '\n' | '\t' | ' '..='~' => None,
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Some("control character"),
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some("bidirectional control")
        }
        '\u{00AD}'
        | '\u{034F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' => Some("invisible character"),
        '\u{2028}' | '\u{2029}' => Some("line separator"),
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => Some("variation selector"),
        '\u{E0000}'..='\u{E0FFF}' => Some("tag character"),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => Some("private-use character"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visible_text_of_any_script_is_allowed() {
        assert!("naïve Straße ¥ € № 合計 итого סה״כ المجموع ₹ 😀 – — … “”\u{a0}".chars().all(|c| problem(c).is_none()));
    }

    #[test]
    fn what_a_reviewer_cannot_see_is_not() {
        for character in
            ['\u{202E}', '\u{2066}', '\u{200B}', '\u{FEFF}', '\u{E0041}', '\u{0}', '\r', '\u{2028}', '\u{3164}']
        {
            assert!(problem(character).is_some(), "{character:?}");
        }
    }
}
