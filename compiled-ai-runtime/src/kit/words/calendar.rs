//! Months and weekdays.

use crate::kit::fold;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Names of the months as keys, in English, Malay, German, French, Spanish, Italian, Portuguese, Dutch and Polish.
#[rustfmt::skip]
const MONTH_KEYS: [&[&str]; 12] = [
    &["jan", "january", "januar", "januari", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro", "styczen", "stycznia"],
    &["feb", "february", "februar", "februari", "fevrier", "fevr", "fev", "febrero", "febbraio", "fevereiro", "luty", "lutego"],
    &["mar", "march", "mac", "marz", "maerz", "mrz", "mars", "marzo", "marco", "maart", "mrt", "marzec", "marca"],
    &["apr", "april", "avril", "avr", "abril", "abr", "aprile", "kwiecien", "kwietnia"],
    &["may", "mei", "mai", "mayo", "maggio", "mag", "maio", "maj", "maja"],
    &["jun", "june", "juni", "juin", "junio", "giugno", "giu", "junho", "czerwiec", "czerwca"],
    &["jul", "july", "julai", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "lipiec", "lipca"],
    &["aug", "august", "ogos", "ogo", "aout", "agosto", "ago", "augustus", "sierpien", "sierpnia"],
    &["sep", "sept", "september", "septembre", "septiembre", "settembre", "set", "setembro", "wrzesien", "wrzesnia"],
    &["oct", "october", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "pazdziernik", "pazdziernika"],
    &["nov", "november", "novembre", "noviembre", "novembro", "listopad", "listopada"],
    &["dec", "december", "disember", "dis", "dezember", "dez", "decembre", "diciembre", "dic", "dicembre", "dezembro", "grudzien", "grudnia"],
];

const WEEKDAY_KEYS: [&[&str]; 7] = [
    &["mon", "monday", "isnin"],
    &["tue", "tues", "tuesday", "selasa"],
    &["wed", "weds", "wednesday", "rabu"],
    &["thu", "thur", "thurs", "thursday", "khamis"],
    &["fri", "friday", "jumaat"],
    &["sat", "saturday", "sabtu"],
    &["sun", "sunday", "ahad"],
];

/// The number, 1 to 12, of a month's name or abbreviation, ignoring case.
///
/// ```
/// # use compiled_ai_runtime::kit::words::month;
/// assert_eq!((month("Sept."), month("MÄRZ"), month("x")), (Some(9), Some(3), None));
/// ```
pub fn month(s: &str) -> Option<i64> {
    position(&MONTH_KEYS, s)
}

/// The English name of month 1 to 12.
pub fn month_name(month: i64) -> Option<&'static str> {
    MONTHS.get(usize::try_from(month.checked_sub(1)?).ok()?).copied()
}

/// The number, 1 (Monday) to 7 (Sunday), of a weekday's name or abbreviation, ignoring case.
pub fn weekday(s: &str) -> Option<i64> {
    position(&WEEKDAY_KEYS, s)
}

/// The English name of weekday 1 (Monday) to 7 (Sunday).
pub fn weekday_name(weekday: i64) -> Option<&'static str> {
    WEEKDAYS.get(usize::try_from(weekday.checked_sub(1)?).ok()?).copied()
}

fn position(keys: &[&[&str]], s: &str) -> Option<i64> {
    // The longest name has 12 letters.
    let mut buffer = [0_u8; 12];
    let mut length = 0;
    for c in fold::key(s) {
        *buffer.get_mut(length)? = u8::try_from(c).ok().filter(u8::is_ascii)?;
        length += 1;
    }
    let key = &buffer[..length];
    let is = |name: &&str| name.as_bytes() == key;
    let found = keys.iter().position(|names| names.iter().any(is))?;
    i64::try_from(found + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_agree() {
        for n in 1..=12 {
            assert_eq!(month(month_name(n).unwrap()), Some(n));
        }
        for n in 1..=7 {
            assert_eq!(weekday(weekday_name(n).unwrap()), Some(n));
        }
        assert_eq!((month_name(i64::MIN), weekday_name(i64::MAX)), (None, None));
        assert_eq!(
            (month_name(0), month_name(13), weekday_name(8), month(""), weekday("")),
            (None, None, None, None, None)
        );
    }
}
