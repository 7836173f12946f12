use compiled_ai_core::lock::Verdicts;
use rust_decimal::Decimal;

use super::*;

fn attempt(tokens_in: u64, tokens_out: u64, dollars: Option<f64>, from: &str) -> Attempt {
    let verdicts = Verdicts::default();
    Attempt {
        tokens_in,
        tokens_out,
        dollars,
        tokens_from: from.to_owned(),
        seconds: 1.0,
        verdicts,
        ..Attempt::default()
    }
}

fn price() -> Price {
    Price {
        input: Decimal::from(1),
        cached: None,
        written: None,
        output: Decimal::from(10),
        date: "2026-05-01".to_owned(),
    }
}

fn spec_stats(name: &str, attempts: &[Attempt], call: f64) -> SpecStats {
    SpecStats {
        name: name.to_owned(),
        call: Call { system: 0, input: call, output: 0.0, examples: 1, dollars: None },
        locked: Some(Locked {
            generation: Generation::of(attempts, None),
            attempts: attempts.len(),
            lines: 10,
            bytes: 100,
            compression: 2.0,
        }),
    }
}

#[test]
fn generation_adds_every_attempt_up() {
    let attempts = [attempt(1000, 100, Some(0.5), "provider"), attempt(2000, 50, Some(0.25), "estimated")];
    let generation = Generation::of(&attempts, Some(&price()));
    assert_eq!((generation.tokens(), generation.from, generation.dollars), (3150, Counted::Mixed, Some(0.75)));
    assert!(generation.dollars_locked);
    // Where one attempt has no dollars, those of the others say nothing: all of them at the configured price, or none.
    let attempts = [attempt(1000, 100, Some(0.5), "provider"), attempt(2000, 50, None, "provider")];
    let generation = Generation::of(&attempts, Some(&price()));
    assert_eq!(
        (generation.dollars, generation.dollars_locked, generation.from),
        (Some(0.0045), false, Counted::Measured)
    );
    assert_eq!(Generation::of(&attempts, None).dollars, None);
}

#[test]
fn the_break_even_is_generation_over_a_call() {
    let spec = spec_stats("a", &[attempt(900, 100, None, "provider")], 250.0);
    assert_eq!(spec.break_even(), Some(4.0));
    assert_eq!(spec.break_even_dollars(), None);
    assert_eq!(SpecStats { locked: None, ..spec }.break_even(), None);
}

#[test]
fn the_summary_speaks_of_locked_specs_only() {
    let once = attempt(900, 100, None, "provider");
    let specs = vec![
        spec_stats("a", std::slice::from_ref(&once), 250.0),
        spec_stats("b", &[once.clone(), once.clone(), once], 750.0),
        SpecStats { locked: None, ..spec_stats("c", &[], 1e6) },
    ];
    let stats = Stats { specs, unlocked: None, price_date: None };
    let summary = stats.summary().unwrap();
    assert_eq!((summary.specs, summary.generation.tokens(), summary.median_tokens), (2, 4000, 2000.0));
    assert_eq!((summary.first_pass, summary.mean_attempts, summary.call_tokens), (0.5, 2.0, 500.0));
    // 4,000 tokens against 250 and 750 of a call each; the single ones are 4 and 4.
    assert_eq!((summary.break_even, summary.median_break_even), (4.0, 4.0));
    assert_eq!(Stats { specs: vec![], unlocked: None, price_date: None }.summary(), None);
}

#[test]
fn a_page_holds_no_script_whatever_a_spec_is_called() {
    let spec = spec_stats("<script>alert('x')</script>", &[attempt(900, 100, None, "provider")], 250.0);
    let page = html(&Stats { specs: vec![spec], unlocked: None, price_date: Some("<b>".to_owned()) });
    assert!(
        !page.contains("<script") && !page.contains("<b>\"") && !page.contains("http://")
            || page.contains("www.w3.org")
    );
    assert!(page.contains("&lt;script&gt;") && page.contains("4.0 calls"), "{page}");
    assert_eq!(
        page.matches("http").count(),
        page.matches("http://www.w3.org/2000/svg").count() + page.matches("http-equiv").count()
    );
}

#[test]
fn medians() {
    assert_eq!((median(vec![]), median(vec![3.0, 1.0, 2.0]), median(vec![4.0, 1.0])), (0.0, 2.0, 2.5));
}
