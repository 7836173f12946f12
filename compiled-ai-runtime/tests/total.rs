//! No function of the kit panics, whatever text it is given.

use compiled_ai_runtime::kit::{Date, Decimal, dates, money, similarity, table, text, words};
use proptest::prelude::*;

/// Any text, and text made of the pieces that the kit's scanners look for.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "0", "1", "12", "2018", "000", "99", ".", ",", "/", "-", ":", " ", "  ", "\t", "\n", "\r\n", "|", "=", "#",
        "\"", "'", "(", ")", "%", "+", "−", "€", "$", "RM", "MYR", "USD", "O", "l", "S", "B", "T", "Z", "é", "ß", "元",
        "\u{a0}", "\u{202f}", "TOTAL", "Date", "Mar", "March", "May", "Tuesday", "th", "of ", "am", "p.m.", "@", "a.b",
        "co", "Sdn Bhd", "Ltd", "St", "hundred", "one", "million", "%Y", "%-d", "%", "🦀", "İ", "ǆ",
    ]);
    prop_oneof!["\\PC{0,40}", ".{0,40}", prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat()),]
}

fn any_decimal() -> impl Strategy<Value = Decimal> {
    (any::<i128>(), 0_u32..40)
        .prop_map(|(n, scale)| Decimal::try_from_i128_with_scale(n >> 32, scale).unwrap_or_default())
}

const ORDERS: [dates::DateOrder; 3] = [dates::DateOrder::Dmy, dates::DateOrder::Mdy, dates::DateOrder::Ymd];

proptest! {
    #[test]
    fn text_is_total(s in any_text(), t in any_text(), n in any::<usize>(), small in 0_usize..50) {
        let _ = (text::find_ci(&s, &t), text::rfind_ci(&s, &t), text::find_word_ci(&s, &t));
        let _ = (text::contains_ci(&s, &t), text::contains_any_ci(&s, &[&t]), text::contains_word_ci(&s, &t));
        let _ = (text::starts_with_ci(&s, &t), text::ends_with_ci(&s, &t));
        let _ = (text::strip_prefix_ci(&s, &t), text::strip_suffix_ci(&s, &t));
        let _ = (text::after_ci(&s, &t), text::before_ci(&s, &t), text::between_ci(&s, &t, &s));
        let _ = (text::label_value(&s, &[&t, "TOTAL", "DATE"]), text::label_cell(&s, &["TOTAL"]));
        let _ = (text::label_values(&s, &t), text::label_value_similar(&s, &[&t]), text::similar_label(&s, &t));
        let _ = (text::digit_ratio(&s), text::alpha_ratio(&s), text::is_luhn(&s));
        let _ = (text::lines(&s).count(), text::paragraphs(&s), text::words(&s).count(), text::line_at(&s, n));
        let _ = (text::line_at(&s, small), text::digit_run(&s, small), text::first_int(&s), text::emails(&s));
        let _ = (text::collapse_ws(&s), text::join_nonempty(&[&s, &t], &t), text::digits(&s), text::key(&s));
        let _ = (text::ascii_fold(&s), text::title_case(&s), text::snake_case(&s), text::is_upper_case(&s));
        let _ = (text::strip_punct(&s), text::truncate(&s, small), text::mask(&s, n), text::replace_ci(&s, &t, "x"));
        prop_assert_eq!(text::fix_ocr_digits(&s).len(), s.len());
    }

    #[test]
    fn money_is_total(s in any_text(), a in any_decimal(), b in any_decimal(), places in any::<u32>(), f in any::<f64>()) {
        let _ = (money::parse_amount(&s), money::parse_amount_with(&s, ','), money::parse_percent(&s));
        let _ = (money::detect_currency(&s), money::first_amount(&s), money::last_amount(&s), money::numbers_in(&s));
        for amount in money::amounts_in(&s) {
            prop_assert_eq!(&s[amount.start..amount.end], amount.raw);
        }
        let _ = (money::round_to(a, places), money::round_bankers(a, places), money::round_to_step(a, b));
        let _ = (money::round_to_cash(a), money::sum([a, b]), money::percent_of(a, b), money::is_near(a, b, a));
        let _ = (money::allocate(a, &[a, b, b], places % 40), money::to_cents(a), money::to_i64(a), money::to_f64(a));
        let _ = (money::allocate(a, &[a.abs(), b.abs(), Decimal::ONE], places % 40), money::from_f64(f));
        let _ = (money::to_fixed(a, places), money::format_amount(a, places), money::format_amount_with(a, 2, &s, &s));
    }

    #[test]
    fn dates_are_total(s in any_text(), days in any::<i64>(), year in any::<i16>(), n in -30_000_i64..30_000) {
        for order in ORDERS {
            let _ = (dates::parse_date(&s, order), dates::parse_datetime(&s, order), dates::first_date(&s, order));
            for found in dates::dates_in(&s, order) {
                prop_assert_eq!(&s[found.start..found.end], found.raw);
                prop_assert_eq!(dates::parse_date(found.raw, order), Some(found.date));
            }
        }
        let _ = (dates::parse_time(&s), dates::first_time(&s), dates::date(days, n, n), dates::time(n, days, n));
        let date = dates::date(year.into(), 2, 28).unwrap_or(Date::MAX);
        for n in [n, days, i64::MIN, i64::MAX] {
            let _ = (dates::add_days(date, n), dates::add_months(date, n), dates::add_years(date, n));
        }
        let other = dates::add_days(date, n).unwrap_or(Date::MIN);
        prop_assert!(other == Date::MIN || dates::days_between(date, other) == n);
        let _ = (dates::months_between(date, other), dates::age_in_years(date, other), dates::quarter(date));
        let _ = (dates::weekday(date), dates::add_business_days(date, n, &[other]), dates::end_of_month(date));
        let _ = dates::format_date(date, &s);
        if let Some(at) = dates::datetime(year.into(), 1, 1, n % 24, 0, 0) {
            let _ = (dates::format_datetime(at, &s), dates::format_time(at.time(), &s), dates::minutes_between(at, at));
        }
    }

    #[test]
    fn tables_are_total(s in any_text(), t in any_text(), delimiter in any::<char>(), n in 0_usize..9) {
        let _ = (table::cells(&s), table::align(&s, &t), table::find_header(&[&s], &[&t]), table::column(&[&s], &t));
        let _ = (table::key_value(&s), table::get(&table::key_values(&s), &t));
        for delimiter in [delimiter, ',', '"', '\n'] {
            let table = table::csv_table(&s, delimiter);
            let _ = (table.column(&t), table.get(n, &t), table.values(&t), table::write_csv(&table.rows, delimiter));
        }
        let mut rows: Vec<Vec<String>> = text::lines(&s).map(|l| table::cells(l).into_iter().map(String::from).collect()).collect();
        let header = rows.first().cloned().unwrap_or_default();
        let _ = (table::text_table(&s), table::transpose(&rows), table::unpivot(&header, &rows, n), table::pivot(&rows));
        table::fill_down(&mut rows, n);
    }

    #[test]
    fn similarity_and_words_are_total(s in any_text(), t in any_text(), n in any::<i64>(), a in any_decimal()) {
        let _ = (similarity::levenshtein(&s, &t), similarity::normalized(&s, &t), similarity::jaro_winkler(&s, &t));
        let _ = (similarity::token_set_ratio(&s, &t), similarity::token_sort_ratio(&s, &t));
        let _ = similarity::best_match(&s, &[&t, &s], 0.5);
        let _ = (words::country(&s), words::us_state(&s), words::ca_province(&s), words::my_state(&s));
        let _ = (words::currency(&s), words::month(&s), words::month_name(n), words::weekday(&s), words::weekday_name(n));
        let _ = (words::street_suffix(&s), words::directional(&s), words::unit_designator(&s), words::malay_street(&s));
        let _ = (words::company_name(&s), words::company_suffix(&s), words::strip_company_suffix(&s));
        let _ = (words::has_business_word(&s), words::number(&s), words::spell(n), words::unit(&s));
        let _ = (words::convert(a, &s, &t), words::convert(a, "°F", "K"), words::convert(a, "mi", "µg"));
    }
}
