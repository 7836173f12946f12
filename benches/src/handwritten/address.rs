//! `address.yaml` by hand.

use std::ops::Range;

use compiled_ai::Abstain;
use showcase_specs::Address;

/// The words of an address between its commas.
type Parts<'a> = Vec<Vec<&'a str>>;

/// Takes an address apart.
///
/// # Errors
/// Where the text has no city, no street, or a wrong ZIP or state.
pub fn normalize(text: &str) -> Result<Address, Abstain> {
    let text = clean(text);
    let mut parts: Parts<'_> = text
        .split(',')
        .map(|part| part.split_whitespace().collect())
        .filter(|part: &Vec<_>| !part.is_empty())
        .collect();
    take_country(&mut parts);
    let (zip, zip4) = take_zip(&mut parts)?.unzip();
    let state = take_state(&mut parts);
    let has_wrong_code = || last_word(&parts).is_some_and(|word| word.len() == 2 && is_alphabetic(word));
    if state.is_none() && (zip.is_none() || has_wrong_code()) {
        return Err(Abstain::field("state", "no state"));
    }
    let po_box = take_po_box(&mut parts);
    let (unit_designator, unit_number) = take_unit(&mut parts).unzip();
    let (city, street) = city_and_street(&parts)?;

    let mut address = Address {
        street_number: None,
        pre_direction: None,
        street_name: None,
        suffix: None,
        post_direction: None,
        unit_designator: unit_designator.map(str::to_owned),
        unit_number,
        po_box,
        city,
        state: state.map(str::to_owned),
        zip,
        zip4: zip4.flatten(),
    };
    match street {
        Some(street) => read_street(street, &mut address)?,
        None if address.po_box.is_none() => return Err(Abstain::field("street_number", "no street")),
        None => {}
    }
    Ok(address)
}

/// In upper case, without text in brackets, label, full stops and quotes; with commas for line breaks.
fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len() + 8);
    let mut open = Vec::new();
    for c in text.chars().flat_map(char::to_uppercase) {
        match c {
            '(' => {
                open.push(clean.len());
                clean.push(c);
            }
            ')' if !open.is_empty() => clean.truncate(open.pop().unwrap_or_default()),
            '.' | '"' => {}
            '\n' | '\r' | ';' => clean.push(','),
            '#' => clean.push_str(" #"),
            _ => clean.push(c),
        }
    }
    if let Some(colon) = clean.rfind(':') {
        clean.drain(..=colon);
    }
    clean
}

fn take_country(parts: &mut Parts<'_>) {
    const NAMES: [&[&str]; 4] = [&["UNITED", "STATES", "OF", "AMERICA"], &["UNITED", "STATES"], &["USA"], &["US"]];
    if let Some(last) = parts.last()
        && let Some(name) = NAMES.iter().find(|name| last.ends_with(name))
    {
        take_end(parts, name.len());
    }
}

/// The five digits, and four more if there are.
fn take_zip(parts: &mut Parts<'_>) -> Result<Option<(String, Option<String>)>, Abstain> {
    let Some(last) = parts.last().filter(|last| last.last().is_some_and(|word| starts_with_digit(word))) else {
        return Ok(None);
    };
    let (zip, zip4, words) = zip_at_end(last).ok_or_else(|| Abstain::field("zip", "digits that are no ZIP"))?;
    let zip = zip.replace('O', "0");
    if zip == "00000" {
        return Err(Abstain::field("zip", "no ZIP in use"));
    }
    let zip4 = zip4.map(|digits| digits.replace('O', "0"));
    take_end(parts, words);
    Ok(Some((zip, zip4)))
}

/// The two halves of a ZIP, and how many words they take.
fn zip_at_end<'a>(words: &[&'a str]) -> Option<(&'a str, Option<&'a str>, usize)> {
    let is_zip = |text: &str, len| text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'O');
    if let [.., zip, "-", zip4] = words
        && is_zip(zip, 5)
        && is_zip(zip4, 4)
    {
        return Some((zip, Some(zip4), 3));
    }
    if let [.., zip, zip4] = words
        && let zip = zip.strip_suffix('-').unwrap_or(zip)
        && is_zip(zip, 5)
        && is_zip(zip4, 4)
    {
        return Some((zip, Some(zip4), 2));
    }
    let last = words.last()?;
    match last.split_once('-') {
        Some((zip, zip4)) if is_zip(zip, 5) && is_zip(zip4, 4) => Some((zip, Some(zip4), 1)),
        None if is_zip(last, 5) => Some((last, None, 1)),
        None if is_zip(last, 9) => Some((&last[..5], Some(&last[5..]), 1)),
        _ => None,
    }
}

fn take_state(parts: &mut Parts<'_>) -> Option<&'static str> {
    let last = parts.last()?;
    let longest = last.len().min(3);
    let (words, code) = (1..=longest).rev().find_map(|words| {
        let code = match &last[last.len() - words..] {
            [one] => state_code(one),
            several => state_code(&several.join(" ")),
        };
        Some((words, code?))
    })?;
    take_end(parts, words);
    Some(code)
}

fn take_po_box(parts: &mut Parts<'_>) -> Option<String> {
    const NAMES: [&[&str]; 4] = [&["PO", "BOX"], &["P", "O", "BOX"], &["POB"], &["POST", "OFFICE", "BOX"]];
    let (part, words) = find(parts, |words| {
        let name = NAMES.iter().find(|name| words.starts_with(name))?;
        words.get(name.len()).filter(|number| has_digit(number))?;
        Some(name.len() + 1)
    })?;
    let number = parts[part][words.end - 1].to_owned();
    cut(parts, part, words);
    Some(number)
}

/// The designator and the number.
fn take_unit(parts: &mut Parts<'_>) -> Option<(&'static str, String)> {
    let (part, words) = find(parts, |words| unit_at_start(words).map(|(_, _, taken)| taken))?;
    let (designator, number, _) = unit_at_start(&parts[part][words.clone()])?;
    let number = number.to_owned();
    cut(parts, part, words);
    Some((designator, number))
}

/// A designator with its number, and how many words they take.
fn unit_at_start<'a>(words: &[&'a str]) -> Option<(&'static str, &'a str, usize)> {
    let (first, rest) = words.split_first()?;
    let (designator, number, taken) = match (unit(first), rest) {
        (Some(designator), ["#", number, ..]) => (designator, *number, 3),
        (Some(designator), [number, ..]) => (designator, number.strip_prefix('#').unwrap_or(number), 2),
        (None, [number, ..]) if *first == "#" => ("#", *number, 2),
        (None, _) => ("#", first.strip_prefix('#')?, 1),
        _ => return None,
    };
    let is_number = has_digit(number) || number.len() == 1 && is_alphabetic(number);
    is_number.then_some((designator, number, taken))
}

/// The city, and the words of the street.
fn city_and_street<'p, 'a>(parts: &'p [Vec<&'a str>]) -> Result<(String, Option<&'p [&'a str]>), Abstain> {
    let no_city = || Abstain::field("city", "no city");
    let (last, others) = parts.split_last().ok_or_else(no_city)?;
    if !starts_with_digit(last[0]) {
        let street = others.iter().find(|part| starts_with_digit(part[0]));
        return Ok((last.join(" "), street.map(Vec::as_slice)));
    }
    let street_type = last.iter().skip(2).position(|word| suffix(word).is_some()).ok_or_else(no_city)?;
    let mut end = street_type + 3;
    if last.get(end).is_some_and(|word| direction(word) == Some(word)) {
        end += 1;
    }
    if end == last.len() {
        return Err(no_city());
    }
    Ok((last[end..].join(" "), Some(&last[..end])))
}

fn read_street(street: &[&str], address: &mut Address) -> Result<(), Abstain> {
    let (number, mut name) = match street {
        [number, fraction, name @ ..] if is_fraction(fraction) => (format!("{number} {fraction}"), name),
        [number, name @ ..] => ((*number).to_owned(), name),
        [] => (String::new(), street),
    };
    if name.is_empty() {
        return Err(Abstain::field("street_name", "a number without a street"));
    }
    address.street_number = Some(number);
    if let [rest @ .., street_type, last] = name
        && !rest.is_empty()
        && suffix(street_type).is_some()
        && let Some(direction) = direction(last)
    {
        address.post_direction = Some(direction.to_owned());
        name = &name[..name.len() - 1];
    }
    if let [rest @ .., last] = name
        && !rest.is_empty()
        && let Some(suffix) = suffix(last)
    {
        address.suffix = Some(suffix.to_owned());
        name = rest;
    }
    if let [first, rest @ ..] = name
        && !rest.is_empty()
        && let Some(direction) = direction(first)
    {
        address.pre_direction = Some(direction.to_owned());
        name = rest;
    }
    address.street_name = Some(name.join(" "));
    Ok(())
}

/// The first place at which `taken` takes words: the part and the words in it.
fn find(parts: &Parts<'_>, taken: impl Fn(&[&str]) -> Option<usize>) -> Option<(usize, Range<usize>)> {
    parts.iter().enumerate().find_map(|(part, words)| {
        (0..words.len()).find_map(|start| Some((part, start..start + taken(&words[start..])?)))
    })
}

/// Takes words out of a part; what stood around them is two parts then.
fn cut(parts: &mut Parts<'_>, part: usize, words: Range<usize>) {
    let after = parts[part].split_off(words.end);
    parts[part].truncate(words.start);
    if !after.is_empty() {
        parts.insert(part + 1, after);
    }
    if parts[part].is_empty() {
        parts.remove(part);
    }
}

/// Takes words off the end of the last part.
fn take_end(parts: &mut Parts<'_>, words: usize) {
    if let Some(last) = parts.last_mut() {
        last.truncate(last.len() - words);
        if last.is_empty() {
            parts.pop();
        }
    }
}

fn last_word<'a>(parts: &Parts<'a>) -> Option<&'a str> {
    parts.last()?.last().copied()
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_alphabetic(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_fraction(word: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once('/').is_some_and(|(above, below)| is_number(above) && is_number(below))
}

fn unit(word: &str) -> Option<&'static str> {
    Some(match word {
        "APARTMENT" | "APT" => "APT",
        "SUITE" | "STE" => "STE",
        "UNIT" => "UNIT",
        "FLOOR" | "FL" => "FL",
        "ROOM" | "RM" => "RM",
        "BUILDING" | "BLDG" => "BLDG",
        _ => return None,
    })
}

fn direction(word: &str) -> Option<&'static str> {
    Some(match word {
        "N" | "NORTH" => "N",
        "S" | "SOUTH" => "S",
        "E" | "EAST" => "E",
        "W" | "WEST" => "W",
        "NE" | "NORTHEAST" => "NE",
        "NW" | "NORTHWEST" => "NW",
        "SE" | "SOUTHEAST" => "SE",
        "SW" | "SOUTHWEST" => "SW",
        _ => return None,
    })
}

fn suffix(word: &str) -> Option<&'static str> {
    Some(match word {
        "ALLEY" | "ALY" => "ALY",
        "AVENUE" | "AVE" | "AV" => "AVE",
        "BOULEVARD" | "BLVD" | "BOUL" => "BLVD",
        "CIRCLE" | "CIR" => "CIR",
        "COURT" | "CT" => "CT",
        "COVE" | "CV" => "CV",
        "CROSSING" | "XING" => "XING",
        "DRIVE" | "DR" | "DRV" => "DR",
        "EXPRESSWAY" | "EXPY" => "EXPY",
        "HIGHWAY" | "HWY" => "HWY",
        "LANE" | "LN" => "LN",
        "LOOP" => "LOOP",
        "PARKWAY" | "PKWY" | "PKY" => "PKWY",
        "PLACE" | "PL" => "PL",
        "PLAZA" | "PLZ" => "PLZ",
        "POINT" | "PT" => "PT",
        "ROAD" | "RD" => "RD",
        "SQUARE" | "SQ" => "SQ",
        "STREET" | "STR" | "ST" => "ST",
        "TERRACE" | "TER" => "TER",
        "TRAIL" | "TRL" => "TRL",
        "WAY" => "WAY",
        _ => return None,
    })
}

fn state_code(name: &str) -> Option<&'static str> {
    Some(match name {
        "ALABAMA" | "AL" => "AL",
        "ALASKA" | "AK" => "AK",
        "ARIZONA" | "AZ" => "AZ",
        "ARKANSAS" | "AR" => "AR",
        "CALIFORNIA" | "CALIF" | "CA" => "CA",
        "COLORADO" | "CO" => "CO",
        "CONNECTICUT" | "CT" => "CT",
        "DELAWARE" | "DE" => "DE",
        "DISTRICT OF COLUMBIA" | "DC" => "DC",
        "FLORIDA" | "FLA" | "FL" => "FL",
        "GEORGIA" | "GA" => "GA",
        "HAWAII" | "HI" => "HI",
        "IDAHO" | "ID" => "ID",
        "ILLINOIS" | "ILL" | "IL" => "IL",
        "INDIANA" | "IN" => "IN",
        "IOWA" | "IA" => "IA",
        "KANSAS" | "KS" => "KS",
        "KENTUCKY" | "KY" => "KY",
        "LOUISIANA" | "LA" => "LA",
        "MAINE" | "ME" => "ME",
        "MARYLAND" | "MD" => "MD",
        "MASSACHUSETTS" | "MASS" | "MA" => "MA",
        "MICHIGAN" | "MICH" | "MI" => "MI",
        "MINNESOTA" | "MN" => "MN",
        "MISSISSIPPI" | "MS" => "MS",
        "MISSOURI" | "MO" => "MO",
        "MONTANA" | "MT" => "MT",
        "NEBRASKA" | "NE" => "NE",
        "NEVADA" | "NV" => "NV",
        "NEW HAMPSHIRE" | "NH" => "NH",
        "NEW JERSEY" | "NJ" => "NJ",
        "NEW MEXICO" | "NM" => "NM",
        "NEW YORK" | "NY" => "NY",
        "NORTH CAROLINA" | "NC" => "NC",
        "NORTH DAKOTA" | "ND" => "ND",
        "OHIO" | "OH" => "OH",
        "OKLAHOMA" | "OK" => "OK",
        "OREGON" | "OR" => "OR",
        "PENNSYLVANIA" | "PENN" | "PA" => "PA",
        "RHODE ISLAND" | "RI" => "RI",
        "SOUTH CAROLINA" | "SC" => "SC",
        "SOUTH DAKOTA" | "SD" => "SD",
        "TENNESSEE" | "TN" => "TN",
        "TEXAS" | "TEX" | "TX" => "TX",
        "UTAH" | "UT" => "UT",
        "VERMONT" | "VT" => "VT",
        "VIRGINIA" | "VA" => "VA",
        "WASHINGTON" | "WASH" | "WA" => "WA",
        "WEST VIRGINIA" | "WV" => "WV",
        "WISCONSIN" | "WI" => "WI",
        "WYOMING" | "WY" => "WY",
        _ => return None,
    })
}
