//! Comparing text as people do: without case, accents, spaces and punctuation.

/// Whether `a` and `b` have the same letters and digits, ignoring case and accents of Latin letters.
pub(crate) fn eq_key(a: &str, b: &str) -> bool {
    // Nearly all comparisons of a search through a word list end here, without any decoding.
    if let (Some(a), Some(b)) = (a.as_bytes().first(), b.as_bytes().first())
        && a.is_ascii_alphanumeric()
        && b.is_ascii_alphanumeric()
        && !a.eq_ignore_ascii_case(b)
    {
        return false;
    }
    key(a).eq(key(b))
}

/// The letters and digits of `s`, lower case, without accents.
pub(crate) fn key(s: &str) -> impl Iterator<Item = char> {
    s.chars().filter(|c| c.is_alphanumeric()).map(fold)
}

/// `c` in lower case and without its accent, as far as one character can say it.
pub(crate) fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match ascii(c) {
        Some([first, 0]) => first.to_ascii_lowercase().into(),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The ASCII spelling of a Latin letter or of typographic punctuation: one or two bytes, the second 0 if there is none.
pub(crate) fn ascii(c: char) -> Option<[u8; 2]> {
    let pair = match c {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => *b"A\0",
        'à'..='å' | 'ā' | 'ă' | 'ą' => *b"a\0",
        'Æ' => *b"AE",
        'æ' => *b"ae",
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => *b"C\0",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => *b"c\0",
        'Ď' | 'Đ' | 'Ð' => *b"D\0",
        'ď' | 'đ' | 'ð' => *b"d\0",
        'È'..='Ë' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' => *b"E\0",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => *b"e\0",
        'Ĝ' | 'Ğ' | 'Ġ' | 'Ģ' => *b"G\0",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => *b"g\0",
        'Ĥ' | 'Ħ' => *b"H\0",
        'ĥ' | 'ħ' => *b"h\0",
        'Ì'..='Ï' | 'Ĩ' | 'Ī' | 'Ĭ' | 'Į' | 'İ' => *b"I\0",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => *b"i\0",
        'Ĵ' => *b"J\0",
        'ĵ' => *b"j\0",
        'Ķ' => *b"K\0",
        'ķ' => *b"k\0",
        'Ĺ' | 'Ļ' | 'Ľ' | 'Ł' => *b"L\0",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => *b"l\0",
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' => *b"N\0",
        'ñ' | 'ń' | 'ņ' | 'ň' => *b"n\0",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ŏ' | 'Ő' => *b"O\0",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => *b"o\0",
        'Œ' => *b"OE",
        'œ' => *b"oe",
        'Ŕ' | 'Ŗ' | 'Ř' => *b"R\0",
        'ŕ' | 'ŗ' | 'ř' => *b"r\0",
        'Ś' | 'Ŝ' | 'Ş' | 'Š' | 'Ș' => *b"S\0",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => *b"s\0",
        'ß' => *b"ss",
        'Ţ' | 'Ť' | 'Ț' => *b"T\0",
        'ţ' | 'ť' | 'ț' => *b"t\0",
        'Þ' => *b"Th",
        'þ' => *b"th",
        'Ù'..='Ü' | 'Ũ' | 'Ū' | 'Ŭ' | 'Ů' | 'Ű' | 'Ų' => *b"U\0",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => *b"u\0",
        'Ŵ' => *b"W\0",
        'ŵ' => *b"w\0",
        'Ý' | 'Ŷ' | 'Ÿ' => *b"Y\0",
        'ý' | 'ŷ' | 'ÿ' => *b"y\0",
        'Ź' | 'Ż' | 'Ž' => *b"Z\0",
        'ź' | 'ż' | 'ž' => *b"z\0",
        '‘' | '’' | '‚' | '′' => *b"'\0",
        '“' | '”' | '„' | '″' => *b"\"\0",
        '‐'..='―' | '−' => *b"-\0",
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => *b" \0",
        _ => return None,
    };
    Some(pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ignores_case_accents_and_punctuation() {
        assert!(eq_key("Côte d'Ivoire", "COTE DIVOIRE"));
        assert!(eq_key("W.P. Kuala Lumpur", "wp kuala-lumpur"));
        assert!(!eq_key("Niger", "Nigeria"));
        assert!(eq_key("Österreich", "osterreich") && eq_key("'s-Hertogenbosch", "S HERTOGENBOSCH"));
        assert!(eq_key("", "-") && !eq_key("", "a") && !eq_key("b", "a"));
    }
}
