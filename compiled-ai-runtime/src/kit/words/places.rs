//! Looking up countries, regions and the words of addresses.

use super::addresses::{DIRECTIONALS, MALAY_STREETS, STREET_SUFFIXES, UNIT_DESIGNATORS};
use super::countries::COUNTRIES;
use super::regions::{CA_PROVINCES, MY_STATES, US_STATES};
use crate::kit::fold::eq_key;

/// A country of ISO 3166-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// The usual English name.
    pub name: &'static str,
    /// Two letters.
    pub alpha2: &'static str,
    /// Three letters.
    pub alpha3: &'static str,
    /// Other names, among them the country's own.
    pub aliases: &'static [&'static str],
}

/// A state or province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The usual name.
    pub name: &'static str,
    /// The postal code: two letters; three for Malaysia.
    pub code: &'static str,
    /// Other names.
    pub aliases: &'static [&'static str],
}

/// A word of addresses and its abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// The whole word: `Street`.
    pub full: &'static str,
    /// The standard abbreviation, without a dot: `St`.
    pub short: &'static str,
    /// Other spellings.
    pub variants: &'static [&'static str],
}

/// The country with this code, name or alias, ignoring case, accents and punctuation.
///
/// ```
/// # use compiled_ai_runtime::kit::words::country;
/// assert_eq!(country("Deutschland").unwrap().alpha3, "DEU");
/// assert_eq!(country("uk").unwrap().name, "United Kingdom");
/// ```
pub fn country(s: &str) -> Option<&'static Country> {
    let by_code = |c: &&Country| {
        let code = s.trim();
        code.eq_ignore_ascii_case(c.alpha2) || code.eq_ignore_ascii_case(c.alpha3)
    };
    let by_name = |c: &&Country| eq_key(c.name, s) || c.aliases.iter().any(|name| eq_key(name, s));
    COUNTRIES.iter().find(by_code).or_else(|| COUNTRIES.iter().find(by_name))
}

/// The US state or territory with this code or name.
///
/// ```
/// # use compiled_ai_runtime::kit::words::us_state;
/// assert_eq!(us_state("new york").unwrap().code, "NY");
/// ```
pub fn us_state(s: &str) -> Option<&'static Region> {
    region(US_STATES, s)
}

/// The Canadian province or territory with this code or name.
pub fn ca_province(s: &str) -> Option<&'static Region> {
    region(CA_PROVINCES, s)
}

/// The Malaysian state or federal territory with this code or name.
///
/// ```
/// # use compiled_ai_runtime::kit::words::my_state;
/// assert_eq!(my_state("Penang").unwrap().name, "Pulau Pinang");
/// ```
pub fn my_state(s: &str) -> Option<&'static Region> {
    region(MY_STATES, s)
}

/// The USPS street suffix with this spelling.
///
/// ```
/// # use compiled_ai_runtime::kit::words::street_suffix;
/// let suffix = street_suffix("AVENUE").unwrap();
/// assert_eq!((suffix.full, suffix.short), ("Avenue", "Ave"));
/// ```
pub fn street_suffix(s: &str) -> Option<&'static Abbreviation> {
    abbreviation(STREET_SUFFIXES, s)
}

/// The word that a Malaysian street or place begins with.
///
/// ```
/// # use compiled_ai_runtime::kit::words::malay_street;
/// assert_eq!(malay_street("JLN.").unwrap().full, "Jalan");
/// ```
pub fn malay_street(s: &str) -> Option<&'static Abbreviation> {
    abbreviation(MALAY_STREETS, s)
}

/// The direction with this spelling.
///
/// ```
/// # use compiled_ai_runtime::kit::words::directional;
/// assert_eq!(directional("north-west").unwrap().short, "NW");
/// ```
pub fn directional(s: &str) -> Option<&'static Abbreviation> {
    abbreviation(DIRECTIONALS, s)
}

/// The designator of a unit in a building with this spelling.
///
/// ```
/// # use compiled_ai_runtime::kit::words::unit_designator;
/// assert_eq!(unit_designator("suite").unwrap().short, "Ste");
/// ```
pub fn unit_designator(s: &str) -> Option<&'static Abbreviation> {
    abbreviation(UNIT_DESIGNATORS, s)
}

fn region(regions: &'static [Region], s: &str) -> Option<&'static Region> {
    let is = |r: &&Region| eq_key(r.code, s) || eq_key(r.name, s) || r.aliases.iter().any(|name| eq_key(name, s));
    regions.iter().find(is)
}

fn abbreviation(list: &'static [Abbreviation], s: &str) -> Option<&'static Abbreviation> {
    let is =
        |a: &&Abbreviation| eq_key(a.short, s) || eq_key(a.full, s) || a.variants.iter().any(|word| eq_key(word, s));
    list.iter().find(is)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;
    use alloc::vec::Vec;

    #[test]
    fn every_country_is_found_by_each_of_its_names() {
        assert_eq!(COUNTRIES.len(), 249);
        for c in COUNTRIES {
            for name in [c.name, c.alpha2, c.alpha3].iter().chain(c.aliases) {
                assert_eq!(country(name).map(|found| found.alpha2), Some(c.alpha2), "{name}");
            }
        }
        assert_eq!(country(""), None);
        assert_eq!(country("St Lucia").unwrap().alpha2, "LC");
    }

    #[test]
    fn every_region_and_abbreviation_is_found_by_each_of_its_names() {
        for list in [US_STATES, CA_PROVINCES, MY_STATES] {
            for r in list {
                for name in [r.name, r.code].iter().chain(r.aliases) {
                    assert_eq!(region(list, name).map(|found| found.code), Some(r.code), "{name}");
                }
            }
        }
        assert_eq!((US_STATES.len(), CA_PROVINCES.len(), MY_STATES.len()), (56, 13, 16));
        for list in [STREET_SUFFIXES, MALAY_STREETS, DIRECTIONALS, UNIT_DESIGNATORS] {
            for a in list {
                for name in [a.full, a.short].iter().chain(a.variants) {
                    assert_eq!(abbreviation(list, name).map(|found| found.full), Some(a.full), "{name}");
                }
            }
            let shorts: Vec<_> = list.iter().map(|a| a.short).collect();
            assert_eq!(shorts.iter().collect::<BTreeSet<_>>().len(), shorts.len());
        }
    }
}
