//! Functions written as a candidate is: nothing in scope but the kit.
#![no_std]

/// What the reference of the values promises exists, with the types it says.
mod values {
    use ::compiled_ai_runtime::kit::*;

    #[test]
    fn decimals() {
        let d = Decimal::new(1250, 2);
        assert_eq!(Decimal::from_str("12.50").ok(), Some(d));
        assert_eq!(d.to_string(), "12.50");
        assert_eq!(d.normalize().to_string(), "12.5");
        assert_eq!(Decimal::from(5).checked_div(Decimal::ZERO), Option::None);
        assert_eq!([Decimal::ONE, Decimal::TEN].into_iter().sum::<Decimal>(), Decimal::from(11));
        assert_eq!((d.abs(), d.floor(), d.ceil(), d.trunc()), (d, 12.into(), 13.into(), 12.into()));
        assert_eq!(
            (d.fract(), d.scale(), d.min(Decimal::ONE), d.max(Decimal::ONE)),
            (Decimal::new(5, 1), 2, 1.into(), d)
        );
        assert!(!d.is_zero() && !d.is_sign_negative() && !d.is_integer() && d < Decimal::ONE_HUNDRED);
        assert_eq!(Decimal::new(25, 1).round_dp(0), Decimal::from(2));
        assert_eq!(d.checked_add(d).and_then(|x| x.checked_sub(d)).and_then(|x| x.checked_mul(d)), Some(d * d));
        assert_eq!(d.checked_rem(Decimal::TEN), Some(Decimal::new(25, 1)));
    }

    #[test]
    fn dates_and_times() {
        let (date, time): (Date, Time) = (dates::date(2018, 12, 25).unwrap(), dates::time(20, 13, 39).unwrap());
        let both: DateTime = date.to_datetime(time);
        assert_eq!((date.to_string(), time.to_string()), ("2018-12-25".to_string(), "20:13:39".to_string()));
        assert_eq!(both.to_string(), "2018-12-25T20:13:39");
        assert_eq!((both.date(), both.time(), both.hour()), (date, time, 20));
        let parts: (i16, i8, i8, i16, i8) =
            (date.year(), date.month(), date.day(), date.day_of_year(), date.days_in_month());
        assert_eq!(parts, (2018, 12, 25, 359, 31));
        assert!(!date.in_leap_year() && date.first_of_month() < date.last_of_month());
        assert!(date.tomorrow().ok() > date.yesterday().ok());
        assert_eq!((time.hour(), time.minute(), time.second(), Time::midnight().hour()), (20, 13, 39, 0));
    }

    #[test]
    fn bytes_and_regexes() {
        assert_eq!(Bytes::from_base64("AP8H").map(|bytes| bytes.to_base64()), Some("AP8H".to_owned()));
        assert_eq!(Bytes::from("ab").into_vec(), vec![97, 98]);
        assert_eq!(Bytes::from(vec![1_u8]).first(), Some(&1));
        let total: &'static Regex = regex!(r"(?im)^total\s*:\s*(?P<amount>\S+)\b");
        let captures: Captures<'_> = total.captures("x\nTotal : 9.00").unwrap();
        let found: Match<'_> = captures.name("amount").unwrap();
        assert_eq!((&captures[1], found.as_str(), found.start(), found.end()), ("9.00", "9.00", 10, 14));
        assert!(total.is_match("TOTAL:5") && total.find("total").is_none());
        assert_eq!(regex!(r"\d+").replace_all("a1b22", "#"), "a#b#");
        assert_eq!(regex!(r",\s*").split("a, b,c").collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(regex!(r"[a-z]{2,4}").find_iter("ab abcde").count(), 2);
        assert_eq!(regex!(r"(\d)").captures_iter("12").count(), 2);
    }

    #[test]
    fn the_question_mark_works_with_abstain() {
        fn total(text: &str) -> Result<Decimal, Abstain> {
            money::last_amount(text).ok_or_else(|| Abstain::field("total", format!("no amount in `{text}`")))
        }
        assert_eq!(total("TOTAL 9.00").ok(), Some(Decimal::new(900, 2)));
        assert_eq!(total("-").unwrap_err().field.as_deref(), Some("total"));
        let mut sums: BTreeMap<Cow<'_, str>, BTreeSet<Ordering>> = BTreeMap::new();
        sums.entry("a".into()).or_default().insert(Ordering::Less);
        assert_eq!(sums.len(), 1);
    }
}

/// A receipt, as a model would read it.
mod receipt {
    use ::compiled_ai_runtime::kit::*;

    struct Output {
        company: Option<String>,
        date: Date,
        total: Decimal,
        postcode: Option<String>,
    }

    fn run(text: &str) -> Result<Output, Abstain> {
        let company = text::lines(text).take(6).find_map(words::company_name).map(ToString::to_string);
        let date = text::label_value(text, &["DATE", "INV DATE"])
            .and_then(|value| dates::first_date(value, dates::DateOrder::Dmy))
            .or_else(|| dates::first_date(text, dates::DateOrder::Dmy))
            .ok_or_else(|| Abstain::field("date", "no date"))?;
        let total = ["TOTAL ROUNDED", "GRAND TOTAL", "TOTAL AMOUNT", "TOTAL AMT", "TOTAL"]
            .iter()
            .find_map(|label| text::label_values(text, label).into_iter().rev().find_map(money::last_amount))
            .ok_or_else(|| Abstain::field("total", "no total"))?;
        Ok(Output { company, date, total, postcode: text::digit_run(text, 5).map(ToString::to_string) })
    }

    #[test]
    fn reads_the_fields() {
        let text = "A CUSTOMER\nGOOD TOOLS (M) SDN BHD\n(CO.REG : 123456-X)\nLOT 12-A, JALAN SATU 6,\n43300 SERI SATU\n\
            -INVOICE-\nHAMMER 803M#\n8970669\t1\tX\t19.00\t19.00\nTOTAL\tRM 33.92\nROUNDING ADJUSTMENT\t-RM 0.02\n\
            TOTAL ROUNDED\tRM 33.90\nCASH\tRM 50.00\n12-01-19 21:13 SH01 ZK09";
        let Ok(output) = run(text) else { panic!("the receipt has everything") };
        assert_eq!(output.company.as_deref(), Some("GOOD TOOLS (M) SDN BHD"));
        assert_eq!(output.date.to_string(), "2019-01-12");
        assert_eq!(output.total.to_string(), "33.90");
        assert_eq!(output.postcode.as_deref(), Some("43300"));
    }

    #[test]
    fn abstains_without_a_date() {
        assert_eq!(run("TOTAL 9.00").err().and_then(|a| a.field).as_deref(), Some("date"));
    }
}
