// normalize_address@fc16476d6b2f, made from `address.yaml`; do not edit, change the spec and compile it.
// Written by a model through provider `command`; locked by compiled-ai 0.1.0 after gate-1, kit 0.1.0
// and rustc 1.95.0 (59807616e 2026-04-14).

fn pk_(t: &str, w: &str) -> Option<String> {
    t.split(',')
        .find(|g| g.split(' ').any(|x| x == w))
        .and_then(|g| g.rsplit(' ').next())
        .map(String::from)
}
fn sty_(w: &str) -> Option<String> {
    pk_(
        "ALLEY ALY,AVENUE AV AVE,BOULEVARD BOUL BLVD,CIRCLE CIR,COURT CT,COVE CV,CROSSING XING,DRIVE DRV DR,EXPRESSWAY EXPY,HIGHWAY HWY,LANE LN,LOOP,PARKWAY PKY PKWY,PLACE PL,PLAZA PLZ,POINT PT,ROAD RD,SQUARE SQ,STREET STR ST,TERRACE TER,TRAIL TRL,WAY",
        w,
    )
}
fn dirn_(w: &str) -> Option<String> {
    pk_(
        "NORTH N,SOUTH S,EAST E,WEST W,NORTHEAST NE,NORTHWEST NW,SOUTHEAST SE,SOUTHWEST SW",
        w,
    )
}
fn sta_(k: &str) -> Option<String> {
    let c = pk_("CALIF CA,FLA FL,ILL IL,MASS MA,MICH MI,PENN PA,TEX TX,WASH WA", k)
        .unwrap_or(k.to_string());
    let r = words::us_state(&c)?;
    ((r.name.to_uppercase() == c || r.code == c) && !"AS GU MP PR VI".contains(r.code))
        .then(|| r.code.to_string())
}
fn ad_(s: &str) -> String {
    s.split(',')
        .map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
fn dg_(s: &str) -> bool {
    s.starts_with(|c: char| c.is_ascii_digit())
}
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut s = String::new();
    let mut b = kit::vec![];
    for c in input.text.to_uppercase().chars() {
        if c == ')' {
            if let Some(p) = b.pop() {
                s.truncate(p);
                continue;
            }
        }
        if c == '(' {
            b.push(s.len());
        }
        s.push(c);
    }
    let s = s.rsplit(':').next().unwrap_or("");
    let mut t = ad_(
        &s.replace(['.', '"'], "").replace(['\n', '\r', ';'], ",").replace('#', " #"),
    );
    t = kit::regex!("(?:^|,? )(?:UNITED STATES(?: OF AMERICA)?|USA|US)$")
        .replace(&t, "")
        .into_owned();
    let (mut zip, mut zip4) = (None, None);
    let u = t.clone();
    if dg_(u.rsplit(' ').next().unwrap_or("")) {
        let e = || Abstain::field("zip", "bad");
        let c = kit::regex!("(?:^| )([0-9O]{5})(?:(?: ?- ?| ?)([0-9O]{4}))?$")
            .captures(&u)
            .ok_or_else(e)?;
        let z = c[1].replace('O', "0");
        if z == "00000" {
            return Err(e());
        }
        zip = Some(z);
        zip4 = c.get(2).map(|m| m.as_str().replace('O', "0"));
        t.truncate(c.get(0).map_or(0, |m| m.start()));
        t = ad_(&t);
    }
    let mut state = None;
    let u = t.clone();
    let v: Vec<&str> = u.rsplit(", ").next().unwrap_or("").split(' ').collect();
    for k in v.len().saturating_sub(3)..v.len() {
        let n = v[k..].join(" ");
        state = sta_(&n);
        if state.is_some() {
            t.truncate(t.len().saturating_sub(n.len()));
            break;
        }
    }
    if state.is_none() && (zip.is_none() || kit::regex!("(?:^| )[A-Z]{2}$").is_match(&t))
    {
        return Err(Abstain::field("state", "none"));
    }
    t = ad_(&t);
    let g = kit::regex!("(?:^| )(?:P ?O BOX|POB|POST OFFICE BOX) ([^ ,]*[0-9][^ ,]*)");
    let po_box = g.captures(&t).map(|c| c[1].to_string());
    t = ad_(&g.replace(&t, ","));
    let g = kit::regex!(
        "(?:^| )(?:(APARTMENT|APT|SUITE|STE|UNIT|FLOOR|FL|ROOM|RM|BUILDING|BLDG) (?:# ?)?|# ?)([^ ,#]*[0-9][^ ,#]*|[A-Z])(?:[ ,]|$)"
    );
    let (unit_designator, unit_number) = g
        .captures(&t)
        .map(|c| (
            c
                .get(1)
                .and_then(|m| pk_(
                    "APARTMENT APT,SUITE STE,UNIT,FLOOR FL,ROOM RM,BUILDING BLDG",
                    m.as_str(),
                ))
                .unwrap_or("#".to_string()),
            c[2].to_string(),
        ))
        .unzip();
    t = ad_(&g.replace(&t, ","));
    let mut p: Vec<&str> = t.split(", ").filter(|x| !x.is_empty()).collect();
    let e = || Abstain::field("city", "none");
    let l = p.pop().ok_or_else(e)?;
    let mut city = l.to_string();
    let street: Option<String>;
    if dg_(l) {
        let v: Vec<&str> = l.split(' ').collect();
        let mut i = v.iter().skip(2).position(|x| sty_(x).is_some()).ok_or_else(e)? + 3;
        if v.get(i).is_some_and(|x| dirn_(x).is_some_and(|y| y == *x)) {
            i += 1;
        }
        if i >= v.len() {
            return Err(e());
        }
        street = Some(v[..i].join(" "));
        city = v[i..].join(" ");
    } else {
        street = p.into_iter().find(|x| dg_(x)).map(String::from);
    }
    let mut o = Output {
        street_number: None,
        pre_direction: None,
        street_name: None,
        suffix: None,
        post_direction: None,
        unit_designator,
        unit_number,
        po_box,
        city,
        state,
        zip,
        zip4,
    };
    let Some(s) = street else {
        return if o.po_box.is_some() {
            Ok(o)
        } else {
            Err(Abstain::field("street_number", "none"))
        };
    };
    let mut w: Vec<&str> = s.split(' ').collect();
    let mut n = w.remove(0).to_string();
    let f = w.first().copied().unwrap_or("");
    if kit::regex!("^[0-9]+/[0-9]+$").is_match(f) {
        n = kit::format!("{n} {f}");
        w.remove(0);
    }
    if w.is_empty() {
        return Err(Abstain::field("street_name", "none"));
    }
    let k = w.len();
    if k > 2 && sty_(w[k - 2]).is_some() {
        o.post_direction = dirn_(w[k - 1]);
        if o.post_direction.is_some() {
            w.pop();
        }
    }
    if w.len() > 1 {
        o.suffix = sty_(w[w.len() - 1]);
        if o.suffix.is_some() {
            w.pop();
        }
    }
    if w.len() > 1 {
        o.pre_direction = dirn_(w[0]);
        if o.pre_direction.is_some() {
            w.remove(0);
        }
    }
    o.street_number = Some(n);
    o.street_name = Some(w.join(" "));
    Ok(o)
}
