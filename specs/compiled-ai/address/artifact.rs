// normalize_address@fc16476d6b2f, made from `address.yaml`; do not edit, change the spec and compile it.
// Written by a model through provider `command`; locked by compiled-ai 0.1.0 after gate-1, kit 0.1.0
// and rustc 1.95.0 (59807616e 2026-04-14).

const COUNTRIES: [&str; 4] = ["UNITED STATES OF AMERICA", "UNITED STATES", "USA", "US"];
const STATES: &[(&str, &str)] = &[
    ("AL", "ALABAMA"),
    ("AK", "ALASKA"),
    ("AZ", "ARIZONA"),
    ("AR", "ARKANSAS"),
    ("CA", "CALIFORNIA"),
    ("CO", "COLORADO"),
    ("CT", "CONNECTICUT"),
    ("DE", "DELAWARE"),
    ("DC", "DISTRICT OF COLUMBIA"),
    ("FL", "FLORIDA"),
    ("GA", "GEORGIA"),
    ("HI", "HAWAII"),
    ("ID", "IDAHO"),
    ("IL", "ILLINOIS"),
    ("IN", "INDIANA"),
    ("IA", "IOWA"),
    ("KS", "KANSAS"),
    ("KY", "KENTUCKY"),
    ("LA", "LOUISIANA"),
    ("ME", "MAINE"),
    ("MD", "MARYLAND"),
    ("MA", "MASSACHUSETTS"),
    ("MI", "MICHIGAN"),
    ("MN", "MINNESOTA"),
    ("MS", "MISSISSIPPI"),
    ("MO", "MISSOURI"),
    ("MT", "MONTANA"),
    ("NE", "NEBRASKA"),
    ("NV", "NEVADA"),
    ("NH", "NEW HAMPSHIRE"),
    ("NJ", "NEW JERSEY"),
    ("NM", "NEW MEXICO"),
    ("NY", "NEW YORK"),
    ("NC", "NORTH CAROLINA"),
    ("ND", "NORTH DAKOTA"),
    ("OH", "OHIO"),
    ("OK", "OKLAHOMA"),
    ("OR", "OREGON"),
    ("PA", "PENNSYLVANIA"),
    ("RI", "RHODE ISLAND"),
    ("SC", "SOUTH CAROLINA"),
    ("SD", "SOUTH DAKOTA"),
    ("TN", "TENNESSEE"),
    ("TX", "TEXAS"),
    ("UT", "UTAH"),
    ("VT", "VERMONT"),
    ("VA", "VIRGINIA"),
    ("WA", "WASHINGTON"),
    ("WV", "WEST VIRGINIA"),
    ("WI", "WISCONSIN"),
    ("WY", "WYOMING"),
    ("CA", "CALIF"),
    ("FL", "FLA"),
    ("IL", "ILL"),
    ("MA", "MASS"),
    ("MI", "MICH"),
    ("PA", "PENN"),
    ("TX", "TEX"),
    ("WA", "WASH"),
];
#[derive(Default)]
struct Street {
    number: Option<String>,
    pre: Option<String>,
    name: Option<String>,
    suffix: Option<String>,
    post: Option<String>,
}
fn short_direction(word: &str) -> Option<&str> {
    Some(
        match word {
            "N" | "NORTH" => "N",
            "S" | "SOUTH" => "S",
            "E" | "EAST" => "E",
            "W" | "WEST" => "W",
            "NE" | "NORTHEAST" => "NE",
            "NW" | "NORTHWEST" => "NW",
            "SE" | "SOUTHEAST" => "SE",
            "SW" | "SOUTHWEST" => "SW",
            _ => return None,
        },
    )
}
fn street_type(word: &str) -> Option<&str> {
    Some(
        match word {
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
        },
    )
}
fn designator(word: &str) -> Option<&str> {
    Some(
        match word {
            "APARTMENT" | "APT" => "APT",
            "SUITE" | "STE" => "STE",
            "UNIT" => "UNIT",
            "FLOOR" | "FL" => "FL",
            "ROOM" | "RM" => "RM",
            "BUILDING" | "BLDG" => "BLDG",
            _ => return None,
        },
    )
}
fn has_digit(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}
fn digit_first(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}
fn part_digit_first(part: &[&str]) -> bool {
    part.first().is_some_and(|word| digit_first(word))
}
fn clean(raw: &str) -> String {
    let upper = raw.to_uppercase();
    let open = regex!(r"\([^)]*\)").replace_all(&upper, "");
    let body = open.rsplit(':').next().unwrap_or("");
    body.replace(['.', '"'], "").replace('#', " #")
}
fn split_parts(cleaned: &str) -> Vec<Vec<&str>> {
    cleaned
        .split([',', ';', '\n', '\r'])
        .map(|part| part.split_whitespace().collect::<Vec<&str>>())
        .filter(|part| !part.is_empty())
        .collect()
}
fn cut_last(parts: &mut Vec<Vec<&str>>, keep: usize) {
    if let Some(last) = parts.last_mut() {
        last.truncate(keep);
    }
    parts.retain(|part| !part.is_empty());
}
fn before_tail(part: &[&str], tail: &str) -> Option<usize> {
    let keep = part.len().checked_sub(tail.split(' ').count())?;
    let same = part.get(keep..)?.iter().copied().eq(tail.split(' '));
    same.then_some(keep)
}
fn take_country(parts: &mut Vec<Vec<&str>>) {
    let keep = parts
        .last()
        .and_then(|last| COUNTRIES.iter().find_map(|name| before_tail(last, name)));
    if let Some(keep) = keep {
        cut_last(parts, keep);
    }
}
fn zeros(code: &str) -> String {
    code.replace('O', "0")
}
fn take_postal(
    parts: &mut Vec<Vec<&str>>,
) -> Result<(Option<String>, Option<String>), Abstain> {
    let Some(last) = parts.last() else {
        return Ok((None, None));
    };
    if !last.last().is_some_and(|word| digit_first(word)) {
        return Ok((None, None));
    }
    let line = last.join(" ");
    let found = regex!(r"(?:^| )([0-9O]{5})(?:(?: ?- ?| )?([0-9O]{4}))?$")
        .captures(&line)
        .ok_or_else(|| Abstain::field("zip", "the text ends with no ZIP"))?;
    let start = found.get(0).map_or(0, |m| m.start());
    let keep = line.get(..start).unwrap_or("").split_whitespace().count();
    let code = found.get(1).map(|m| zeros(m.as_str()));
    let plus = found.get(2).map(|m| zeros(m.as_str()));
    if code.as_deref() == Some("00000") {
        return Err(Abstain::field("zip", "the ZIP is 00000"));
    }
    cut_last(parts, keep);
    Ok((code, plus))
}
fn state_at_end(part: &[&str]) -> Option<(usize, String)> {
    STATES
        .iter()
        .flat_map(|&(code, name)| [(code, code), (code, name)])
        .filter_map(|(code, name)| Some((before_tail(part, name)?, code.to_string())))
        .min_by_key(|found| found.0)
}
fn take_state(parts: &mut Vec<Vec<&str>>) -> Option<String> {
    let (keep, code) = state_at_end(parts.last()?)?;
    cut_last(parts, keep);
    Some(code)
}
fn ends_in_code(parts: &[Vec<&str>]) -> bool {
    parts
        .last()
        .and_then(|part| part.last())
        .is_some_and(|word| {
            word.chars().count() == 2 && word.chars().all(|c| c.is_alphabetic())
        })
}
fn split_out(parts: &mut Vec<Vec<&str>>, index: usize, start: usize, end: usize) {
    let Some(part) = parts.get_mut(index) else {
        return;
    };
    let tail = part.split_off(end.min(part.len()));
    part.truncate(start);
    parts.insert(index + 1, tail);
    parts.retain(|part| !part.is_empty());
}
fn take_first(
    parts: &mut Vec<Vec<&str>>,
    search: impl Fn(&[&str], usize) -> Option<(String, String, usize)>,
) -> Option<(String, String)> {
    for index in 0..parts.len() {
        let size = parts.get(index)?.len();
        for start in 0..size {
            let hit = search(parts.get(index)?, start);
            if let Some((code, number, end)) = hit {
                split_out(parts, index, start, end);
                return Some((code, number));
            }
        }
    }
    None
}
fn box_at(part: &[&str], at: usize) -> Option<(String, String, usize)> {
    let (word, size) = match part.get(at..)? {
        ["POB", word, ..] => (word, 2),
        ["PO", "BOX", word, ..] => (word, 3),
        ["P", "O", "BOX", word, ..] | ["POST", "OFFICE", "BOX", word, ..] => (word, 4),
        _ => return None,
    };
    has_digit(word).then(|| (String::new(), word.to_string(), at + size))
}
fn unit_at(part: &[&str], at: usize) -> Option<(String, String, usize)> {
    let word = *part.get(at)?;
    let (code, from) = if word.starts_with('#') {
        ("#", at)
    } else {
        (designator(word)?, at + 1)
    };
    let skipped = part.get(from..)?.iter().take_while(|word| **word == "#").count();
    let index = from + skipped;
    let number = part.get(index)?.trim_start_matches('#');
    let good = has_digit(number) || matches!(number.as_bytes(), [b'A'..=b'Z']);
    good.then(|| (code.to_string(), number.to_string(), index + 1))
}
fn street_end(part: &[&str]) -> Option<usize> {
    let kind = (2..part.len())
        .find(|&i| part.get(i).is_some_and(|word| street_type(word).is_some()))?;
    let directed = part
        .get(kind + 1)
        .is_some_and(|word| word.len() <= 2 && short_direction(word).is_some());
    let end = if directed { kind + 2 } else { kind + 1 };
    (end < part.len()).then_some(end)
}
fn take_city(mut parts: Vec<Vec<&str>>) -> Result<(String, Option<Vec<&str>>), Abstain> {
    let mut last = parts.pop().ok_or_else(|| Abstain::field("city", "no city"))?;
    if !part_digit_first(&last) {
        let street = parts.into_iter().find(|part| part_digit_first(part));
        return Ok((last.join(" "), street));
    }
    let end = street_end(&last)
        .ok_or_else(|| Abstain::field("city", "no city after the street"))?;
    let city = last.split_off(end).join(" ");
    Ok((city, Some(last)))
}
fn last_direction(rest: &[&str]) -> Option<String> {
    let [_, .., kind, last] = rest else {
        return None;
    };
    street_type(kind)?;
    short_direction(last).map(|d| d.to_string())
}
fn last_type(rest: &[&str]) -> Option<String> {
    let [_, .., last] = rest else {
        return None;
    };
    street_type(last).map(|t| t.to_string())
}
fn first_direction(rest: &[&str]) -> Option<String> {
    let [first, _, ..] = rest else {
        return None;
    };
    short_direction(first).map(|d| d.to_string())
}
fn parse_street(part: &[&str]) -> Result<Street, Abstain> {
    let fraction = part
        .get(1)
        .is_some_and(|word| regex!(r"^[0-9]+/[0-9]+$").is_match(word));
    let count = if fraction { 2 } else { 1 };
    let mut rest: Vec<&str> = part.iter().copied().skip(count).collect();
    if rest.is_empty() {
        return Err(Abstain::field("street_name", "no word after the number"));
    }
    let post = last_direction(&rest);
    if post.is_some() {
        rest.pop();
    }
    let suffix = last_type(&rest);
    if suffix.is_some() {
        rest.pop();
    }
    let pre = first_direction(&rest);
    if pre.is_some() {
        rest.remove(0);
    }
    Ok(Street {
        number: part.get(..count).map(|head| head.join(" ")),
        pre,
        name: Some(rest.join(" ")),
        suffix,
        post,
    })
}
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let cleaned = clean(input.text);
    let mut parts = split_parts(&cleaned);
    take_country(&mut parts);
    let (code, plus) = take_postal(&mut parts)?;
    let state = take_state(&mut parts);
    if state.is_none() && (code.is_none() || ends_in_code(&parts)) {
        return Err(Abstain::field("state", "no state"));
    }
    let po_box = take_first(&mut parts, box_at).map(|hit| hit.1);
    let (unit_designator, unit_number) = match take_first(&mut parts, unit_at) {
        Some((kind, number)) => (Some(kind), Some(number)),
        None => (None, None),
    };
    let (city, found) = take_city(parts)?;
    let street = match found {
        Some(part) => parse_street(&part)?,
        None if po_box.is_some() => Street::default(),
        None => return Err(Abstain::field("street_number", "no street")),
    };
    Ok(Output {
        street_number: street.number,
        pre_direction: street.pre,
        street_name: street.name,
        suffix: street.suffix,
        post_direction: street.post,
        unit_designator,
        unit_number,
        po_box,
        city,
        state,
        zip: code,
        zip4: plus,
    })
}
