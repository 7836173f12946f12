// normalize_address@fc16476d6b2f, from `address.yaml`: written by a model through provider `command`, accepted by gate-1, validated with
// rustc 1.95.0 (59807616e 2026-04-14) and kit 0.1.0. Locked by compiled-ai 0.1.0; do not edit, change the spec and compile it.

const COUNTRIES: [&str; 4] = ["UNITED STATES OF AMERICA", "UNITED STATES", "USA", "US"];
const STATES: &[(&str, &str)] = &[
    ("ALABAMA", "AL"),
    ("ALASKA", "AK"),
    ("ARIZONA", "AZ"),
    ("ARKANSAS", "AR"),
    ("CALIFORNIA", "CA"),
    ("COLORADO", "CO"),
    ("CONNECTICUT", "CT"),
    ("DELAWARE", "DE"),
    ("DISTRICT OF COLUMBIA", "DC"),
    ("FLORIDA", "FL"),
    ("GEORGIA", "GA"),
    ("HAWAII", "HI"),
    ("IDAHO", "ID"),
    ("ILLINOIS", "IL"),
    ("INDIANA", "IN"),
    ("IOWA", "IA"),
    ("KANSAS", "KS"),
    ("KENTUCKY", "KY"),
    ("LOUISIANA", "LA"),
    ("MAINE", "ME"),
    ("MARYLAND", "MD"),
    ("MASSACHUSETTS", "MA"),
    ("MICHIGAN", "MI"),
    ("MINNESOTA", "MN"),
    ("MISSISSIPPI", "MS"),
    ("MISSOURI", "MO"),
    ("MONTANA", "MT"),
    ("NEBRASKA", "NE"),
    ("NEVADA", "NV"),
    ("NEW HAMPSHIRE", "NH"),
    ("NEW JERSEY", "NJ"),
    ("NEW MEXICO", "NM"),
    ("NEW YORK", "NY"),
    ("NORTH CAROLINA", "NC"),
    ("NORTH DAKOTA", "ND"),
    ("OHIO", "OH"),
    ("OKLAHOMA", "OK"),
    ("OREGON", "OR"),
    ("PENNSYLVANIA", "PA"),
    ("RHODE ISLAND", "RI"),
    ("SOUTH CAROLINA", "SC"),
    ("SOUTH DAKOTA", "SD"),
    ("TENNESSEE", "TN"),
    ("TEXAS", "TX"),
    ("UTAH", "UT"),
    ("VERMONT", "VT"),
    ("VIRGINIA", "VA"),
    ("WASHINGTON", "WA"),
    ("WEST VIRGINIA", "WV"),
    ("WISCONSIN", "WI"),
    ("WYOMING", "WY"),
    ("CALIF", "CA"),
    ("FLA", "FL"),
    ("ILL", "IL"),
    ("MASS", "MA"),
    ("MICH", "MI"),
    ("PENN", "PA"),
    ("TEX", "TX"),
    ("WASH", "WA"),
];
#[derive(Default)]
struct Street {
    number: Option<String>,
    pre: Option<String>,
    name: Option<String>,
    kind: Option<String>,
    post: Option<String>,
}
fn is_gap(c: char) -> bool {
    c == ' ' || c == ','
}
fn digit_first(s: &str) -> bool {
    s.chars().next().map_or(false, |c| c.is_ascii_digit())
}
fn last_word(line: &str) -> &str {
    line.rsplit(is_gap).next().unwrap_or("")
}
fn tidy(s: &str) -> String {
    let parts: Vec<String> = s
        .split(',')
        .map(|p| p.split_whitespace().collect::<Vec<&str>>().join(" "))
        .filter(|p| !p.is_empty())
        .collect();
    parts.join(",")
}
fn clean(raw: &str) -> String {
    let brackets = regex!(r"\([^()]*\)");
    let mut s = raw.to_uppercase();
    while brackets.is_match(&s) {
        s = brackets.replace_all(&s, " ").to_string();
    }
    let body = s.rsplit(':').next().unwrap_or("");
    tidy(
        &body.replace(['.', '"'], "").replace(['\n', '\r', ';'], ",").replace('#', " #"),
    )
}
fn strip_words<'a>(line: &'a str, tail: &str) -> Option<&'a str> {
    let head = line.strip_suffix(tail)?;
    if head.is_empty() || head.ends_with(is_gap) {
        Some(head.trim_end_matches(is_gap))
    } else {
        None
    }
}
fn strip_country(line: &str) -> &str {
    COUNTRIES.iter().find_map(|c| strip_words(line, c)).unwrap_or(line)
}
fn split_zip(line: &str) -> Option<(&str, Option<String>, Option<String>)> {
    let found = regex!(r"(?:^|[ ,])([0-9O]{5})(?:(?: ?- ?| )?([0-9O]{4}))?$")
        .captures(line)?;
    let group = |i: usize| found.get(i).map(|m| m.as_str().replace('O', "0"));
    let zip = group(1)?;
    if zip == "00000" {
        return None;
    }
    let head = line.get(..found.get(0)?.start())?;
    Some((head.trim_end_matches(is_gap), Some(zip), group(2)))
}
fn take_zip(line: &str) -> Result<(&str, Option<String>, Option<String>), Abstain> {
    if !digit_first(last_word(line)) {
        return Ok((line, None, None));
    }
    split_zip(line).ok_or_else(|| Abstain::field("zip", "no valid ZIP at the end"))
}
fn take_state(line: &str) -> Option<(&str, &str)> {
    STATES
        .iter()
        .flat_map(|&(name, code)| [(name, code), (code, code)])
        .filter_map(|(tail, code)| strip_words(line, tail).map(|head| (head, code)))
        .min_by_key(|(head, _)| head.len())
}
fn two_letters(s: &str) -> bool {
    s.chars().count() == 2 && s.chars().all(|c| c.is_alphabetic())
}
fn cut(line: &str, start: usize, end: usize) -> String {
    let head = line.get(..start).unwrap_or("");
    let tail = line.get(end..).unwrap_or("");
    tidy(&format!("{},{}", head, tail))
}
fn take_box(line: &str) -> Option<(String, String)> {
    let found = regex!(
        r"(?:^|[ ,])(?:PO BOX|P O BOX|POB|POST OFFICE BOX) ([^ ,]*[0-9][^ ,]*)"
    )
        .captures(line)?;
    let whole = found.get(0)?;
    Some((found.get(1)?.as_str().to_string(), cut(line, whole.start(), whole.end())))
}
fn unit_code(w: &str) -> &str {
    match w {
        "APARTMENT" => "APT",
        "SUITE" => "STE",
        "FLOOR" => "FL",
        "ROOM" => "RM",
        "BUILDING" => "BLDG",
        _ => w,
    }
}
fn take_unit(line: &str) -> Option<(String, String, String)> {
    let found = regex!(
        r"(?:^|[ ,])(?:(APARTMENT|APT|SUITE|STE|UNIT|FLOOR|FL|ROOM|RM|BUILDING|BLDG) (?:# ?)?|# ?)([^ ,#]*[0-9][^ ,#]*|[A-Z])(?:[ ,]|$)"
    )
        .captures(line)?;
    let whole = found.get(0)?;
    let code = found.get(1).map_or("#", |m| unit_code(m.as_str())).to_string();
    let number = found.get(2)?.as_str().to_string();
    Some((code, number, cut(line, whole.start(), whole.end())))
}
fn direction_code(w: &str) -> Option<&str> {
    Some(
        match w {
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
fn type_code(w: &str) -> Option<&str> {
    Some(
        match w {
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
fn split_street(part: &str) -> Option<(String, String)> {
    let pieces: Vec<&str> = part.split(' ').collect();
    let mut end = pieces.iter().skip(2).position(|w| type_code(w).is_some())? + 3;
    if pieces.get(end).map_or(false, |w| direction_code(w) == Some(*w)) {
        end += 1;
    }
    if end >= pieces.len() {
        return None;
    }
    Some((pieces.get(..end)?.join(" "), pieces.get(end..)?.join(" ")))
}
fn city_and_street(line: &str) -> Option<(String, Option<String>)> {
    let parts: Vec<&str> = line.split(',').filter(|p| !p.is_empty()).collect();
    let (last, others) = parts.split_last()?;
    if digit_first(last) {
        let (street, city) = split_street(last)?;
        return Some((city, Some(street)));
    }
    let street = others.iter().find(|p| digit_first(p)).map(|p| p.to_string());
    Some((last.to_string(), street))
}
fn take_post(rest: &mut Vec<&str>) -> Option<String> {
    let [_, .., kind, last] = rest.as_slice() else {
        return None;
    };
    type_code(kind)?;
    let code = direction_code(last)?.to_string();
    rest.pop();
    Some(code)
}
fn take_type(rest: &mut Vec<&str>) -> Option<String> {
    let [_, .., last] = rest.as_slice() else {
        return None;
    };
    let code = type_code(last)?.to_string();
    rest.pop();
    Some(code)
}
fn take_pre(rest: &mut Vec<&str>) -> Option<String> {
    let [first, _, ..] = rest.as_slice() else {
        return None;
    };
    let code = direction_code(first)?.to_string();
    rest.remove(0);
    Some(code)
}
fn parse_street(street: &str) -> Option<Street> {
    let pieces: Vec<&str> = street.split(' ').collect();
    let fraction = pieces
        .get(1)
        .map_or(false, |w| regex!(r"^[0-9]+/[0-9]+$").is_match(w));
    let count = if fraction { 2 } else { 1 };
    let number = Some(pieces.get(..count)?.join(" "));
    let mut rest = pieces.get(count..)?.to_vec();
    if rest.is_empty() {
        return None;
    }
    let post = take_post(&mut rest);
    let kind = take_type(&mut rest);
    let pre = take_pre(&mut rest);
    Some(Street {
        number,
        pre,
        name: Some(rest.join(" ")),
        kind,
        post,
    })
}
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let cleaned = clean(input.text);
    let (line, zip, zip4) = take_zip(strip_country(&cleaned))?;
    let (line, state) = match take_state(line) {
        Some((head, code)) => (head, Some(code.to_string())),
        None => (line, None),
    };
    if state.is_none() && (zip.is_none() || two_letters(last_word(line))) {
        return Err(Abstain::field("state", "no known state"));
    }
    let (po_box, line) = match take_box(line) {
        Some((number, left)) => (Some(number), left),
        None => (None, line.to_string()),
    };
    let (unit_designator, unit_number, line) = match take_unit(&line) {
        Some((code, number, left)) => (Some(code), Some(number), left),
        None => (None, None, line),
    };
    let (city, street) = city_and_street(&line)
        .ok_or_else(|| Abstain::field("city", "no city"))?;
    let street = match street {
        Some(s) => {
            parse_street(&s)
                .ok_or_else(|| Abstain::field(
                    "street_name",
                    "no name after the number",
                ))?
        }
        None if po_box.is_some() => Street::default(),
        None => return Err(Abstain::field("street_number", "no street")),
    };
    Ok(Output {
        street_number: street.number,
        pre_direction: street.pre,
        street_name: street.name,
        suffix: street.kind,
        post_direction: street.post,
        unit_designator,
        unit_number,
        po_box,
        city,
        state,
        zip,
        zip4,
    })
}
