//! Reckoning with dates.

use jiff::ToSpan as _;
use jiff::civil::Weekday;

use crate::kit::words;
use crate::{Date, DateTime, Time};

/// The date; `None` if there is no such day.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::date;
/// assert_eq!(date(2019, 2, 29), None);
/// ```
pub fn date(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// The time of day; `None` if there is none such.
pub fn time(hour: i64, minute: i64, second: i64) -> Option<Time> {
    Time::new(hour.try_into().ok()?, minute.try_into().ok()?, second.try_into().ok()?, 0).ok()
}

/// The date and time; `None` if there is none such.
pub fn datetime(year: i64, month: i64, day: i64, hour: i64, minute: i64, second: i64) -> Option<DateTime> {
    Some(date(year, month, day)?.to_datetime(time(hour, minute, second)?))
}

/// Days from `from` to `to`, negative if `to` is earlier.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{date, days_between};
/// assert_eq!(days_between(date(2020, 2, 28).unwrap(), date(2020, 3, 1).unwrap()), 2);
/// ```
pub fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// Whole minutes from `from` to `to`, negative if `to` is earlier.
pub fn minutes_between(from: DateTime, to: DateTime) -> i64 {
    to.duration_since(from).as_mins()
}

/// Whole months from `from` to `to`, negative if `to` is earlier.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{date, months_between};
/// assert_eq!(months_between(date(2020, 1, 31).unwrap(), date(2020, 3, 30).unwrap()), 1);
/// ```
pub fn months_between(from: Date, to: Date) -> i64 {
    if to < from {
        return -months_between(to, from);
    }
    let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
    months(to) - months(from) - i64::from(to.day() < from.day())
}

/// Age in whole years on the day `on`; negative before birth. Who was born on 29 February ages on 1 March.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{age_in_years, date};
/// assert_eq!(age_in_years(date(2000, 6, 15).unwrap(), date(2020, 6, 14).unwrap()), 19);
/// ```
pub fn age_in_years(birth: Date, on: Date) -> i64 {
    let years = i64::from(on.year()) - i64::from(birth.year());
    years - i64::from((on.month(), on.day()) < (birth.month(), birth.day()))
}

/// So many days later, or earlier if negative; `None` beyond the years -9999 to 9999.
pub fn add_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(0.days().try_days(days).ok()?).ok()
}

/// So many months later, on the month's last day if it has no such day.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{add_months, date};
/// assert_eq!(add_months(date(2019, 1, 31).unwrap(), 1), date(2019, 2, 28));
/// ```
pub fn add_months(date: Date, months: i64) -> Option<Date> {
    date.checked_add(0.months().try_months(months).ok()?).ok()
}

/// So many years later; 29 February becomes the 28th where there is none.
pub fn add_years(date: Date, years: i64) -> Option<Date> {
    date.checked_add(0.years().try_years(years).ok()?).ok()
}

/// The first day of the date's month.
pub fn start_of_month(date: Date) -> Date {
    date.first_of_month()
}

/// The last day of the date's month.
pub fn end_of_month(date: Date) -> Date {
    date.last_of_month()
}

/// The quarter of the year, 1 to 4.
pub fn quarter(date: Date) -> i64 {
    (i64::from(date.month()) + 2) / 3
}

/// The weekday's English name: `"Monday"`.
pub fn weekday(date: Date) -> &'static str {
    words::weekday_name(date.weekday().to_monday_one_offset().into()).unwrap_or_default()
}

/// Whether it is a Saturday or Sunday.
pub fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether it is neither a weekend day nor one of `holidays`.
pub fn is_business_day(date: Date, holidays: &[Date]) -> bool {
    !is_weekend(date) && !holidays.contains(&date)
}

/// The date so many business days later (earlier if negative); 0 gives the date itself.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{add_business_days, date};
/// let friday = date(2024, 3, 1).unwrap();
/// assert_eq!(add_business_days(friday, 1, &[]), date(2024, 3, 4));
/// ```
pub fn add_business_days(date: Date, days: i64, holidays: &[Date]) -> Option<Date> {
    let mut day = date;
    let mut left = days;
    while left != 0 {
        day = if days > 0 { day.tomorrow() } else { day.yesterday() }.ok()?;
        if is_business_day(day, holidays) {
            left -= days.signum();
        }
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i64, month: i64, day: i64) -> Date {
        date(year, month, day).unwrap()
    }

    #[test]
    fn differences_have_a_sign() {
        assert_eq!(days_between(day(2020, 3, 1), day(2020, 2, 28)), -2);
        assert_eq!(days_between(Date::MIN, Date::MAX), 7_304_483);
        assert_eq!(months_between(day(2020, 3, 30), day(2020, 1, 31)), -1);
        assert_eq!(age_in_years(day(2000, 2, 29), day(2001, 2, 28)), 0);
        assert_eq!(age_in_years(day(2000, 2, 29), day(2001, 3, 1)), 1);
        assert_eq!(age_in_years(day(2000, 1, 1), day(1999, 12, 31)), -1);
        let at = |h, m| day(2020, 1, 1).to_datetime(time(h, m, 0).unwrap());
        assert_eq!(
            (minutes_between(at(1, 0), at(2, 30)), minutes_between(DateTime::MAX, DateTime::MIN) < 0),
            (90, true)
        );
    }

    #[test]
    fn out_of_range_is_none() {
        for n in [i64::MIN, i64::MAX, 10_000_000] {
            assert_eq!((add_days(Date::MAX, n), add_months(Date::MAX, n), add_years(Date::MAX, n)), (None, None, None));
        }
        assert_eq!(add_business_days(Date::MAX, 5, &[]), None);
        assert_eq!(add_business_days(Date::MIN, i64::MIN, &[]), None);
        assert_eq!((date(i64::MAX, 1, 1), time(24, 0, 0), datetime(2020, 1, 1, 0, 60, 0)), (None, None, None));
    }

    #[test]
    fn calendar() {
        assert_eq!(add_days(day(2020, 2, 28), 2), date(2020, 3, 1));
        assert_eq!(add_years(day(2020, 2, 29), -1), date(2019, 2, 28));
        assert_eq!(weekday(day(2024, 3, 3)), "Sunday");
        assert_eq!([1, 3, 4, 12].map(|m| quarter(day(2020, m, 1))), [1, 1, 2, 4]);
        assert_eq!(
            (start_of_month(day(2020, 2, 9)), end_of_month(day(2020, 2, 9))),
            (day(2020, 2, 1), day(2020, 2, 29))
        );
        let monday = day(2024, 3, 4);
        assert!(is_business_day(monday, &[]) && !is_business_day(monday, &[monday]) && is_weekend(day(2024, 3, 2)));
        assert_eq!(add_business_days(monday, -1, &[day(2024, 3, 1)]), date(2024, 2, 29));
    }
}
