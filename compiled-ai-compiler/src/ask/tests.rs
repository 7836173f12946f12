use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use compiled_ai_core::codes::provider as codes;
use compiled_ai_core::diagnostic::Code;
use rust_decimal::Decimal;

use super::*;
use crate::budget::{Budget, Limit};
use crate::model::{Pause, ProviderError, Stop, Tokens};

/// Answers with how often it was asked, or fails.
struct Fake {
    asked: Rc<RefCell<u32>>,
    fails: bool,
    code: Option<Code>,
}

impl Provider for Fake {
    fn kind(&self) -> &'static str {
        "fake"
    }

    fn ask(&mut self, _: &Prompt, _: &mut dyn FnMut(Pause)) -> Result<Reply, ProviderError> {
        *self.asked.borrow_mut() += 1;
        if self.fails {
            let code = compiled_ai_core::codes::provider::COMMAND_FAILED;
            let spent = Tokens { input: 1000, cached: 0, written: 0, output: 50, from: TokenSource::Provider };
            return Err(ProviderError::new(self.code.unwrap_or(code), "").spent(spent));
        }
        let tokens = Tokens { input: 1000, cached: 0, written: 0, output: 100, from: TokenSource::Provider };
        let text = format!("reply {}", self.asked.borrow());
        Ok(Reply { text, tokens, stop: Stop::End, model: "m".to_owned(), took: Duration::from_secs(1) })
    }
}

fn model(name: &str, attempts: Option<u8>, asked: &Rc<RefCell<u32>>) -> Model {
    Model {
        name: name.to_owned(),
        provider: Box::new(Fake { asked: asked.clone(), fails: false, code: None }),
        price: Some(Price {
            input: Decimal::from(1),
            cached: None,
            written: None,
            output: Decimal::from(10),
            date: "2026-05-01".to_owned(),
        }),
        max_output: 1000,
        attempts,
        identity: name.to_owned(),
        is_free: false,
    }
}

fn asker<'a>(models: Vec<Model>, purse: &'a mut Purse, cache: Option<&Path>) -> Asker<'a> {
    Asker {
        models,
        candidates: 1,
        stem: "a".to_owned(),
        purse,
        kept: cache.map(|cache| Kept::of(cache, Path::new("/crate/compiled-ai/a"))),
        ledger: cache.map(|cache| Ledger::of(cache, Path::new("/crate"))),
        ids: vec![],
    }
}

fn prompt() -> Prompt {
    Prompt::new("Write.", "What?")
}

fn ask(asker: &mut Asker<'_>) -> (Result<Answer, Failed>, Vec<Event>) {
    let mut events = Vec::new();
    let turn = asker.turns(5)[0];
    let answer = asker.ask(&turn, 0, &prompt(), 0, &mut |event| events.push(event));
    (answer, events)
}

#[test]
fn the_strong_model_comes_after_the_cheap_one() {
    let asked = Rc::default();
    let turns = |own: &[Option<u8>], attempts: u8| {
        let models = own.iter().map(|own| model("m", *own, &asked)).collect();
        let turns = asker(models, &mut Purse::default(), None).turns(attempts);
        turns.iter().map(|turn| turn.model).collect::<Vec<_>>()
    };
    assert_eq!(turns(&[None], 5), [0, 0, 0, 0, 0]);
    assert_eq!(turns(&[None, None], 5), [0, 0, 1, 1, 1]);
    assert_eq!(turns(&[Some(1), None], 5), [0, 1, 1, 1, 1]);
    assert_eq!(turns(&[Some(5), None], 5), [0, 0, 0, 0, 1]);
    assert_eq!(turns(&[None, None, None], 5), [0, 0, 1, 1, 2]);
    assert_eq!(turns(&[None, None], 2), [0, 1]);
    assert_eq!(turns(&[None, None], 1), [0]);
    assert_eq!(turns(&[None, None, None], 2), [0, 1]);
}

#[test]
fn a_kept_reply_is_not_paid_for_again() {
    let cache = tempfile::tempdir().unwrap();
    let asked = Rc::default();
    // The first process is killed before it judges.
    let mut purse = Purse::default();
    let (first, _) = ask(&mut asker(vec![model("m", None, &asked)], &mut purse, Some(cache.path())));
    assert_eq!(purse.spent().tokens, 1100);
    let ledger = Ledger::of(cache.path(), Path::new("/crate"));
    assert_eq!(ledger.unlocked(None).unwrap().tokens, 1100);
    // The next one has no money at all.
    let mut purse = Purse::new(Budget { run: Limit { usd: None, tokens: Some(0) }, ..Budget::default() });
    let mut again = asker(vec![model("m", None, &asked)], &mut purse, Some(cache.path()));
    let (second, events) = ask(&mut again);
    assert_eq!((first.unwrap(), *asked.borrow()), (second.unwrap(), 1));
    assert!(matches!(events.as_slice(), [Event::Replied { kept: true, dollars: Some(_), .. }]));
    again.locked();
    assert_eq!(ledger.unlocked(None).unwrap().tokens, 0);
    // The compilation has ended, so the next one pays, or may not.
    let (third, _) = ask(&mut again);
    assert!(matches!(third, Err(Failed::OverBudget { .. })));
    assert_eq!(*asked.borrow(), 1);
}

#[test]
fn nobody_is_asked_beyond_the_budget() {
    let asked = Rc::default();
    let mut purse = Purse::new(Budget { run: Limit { usd: None, tokens: Some(2000) }, ..Budget::default() });
    let mut asker = asker(vec![model("m", None, &asked)], &mut purse, None);
    let (answer, events) = ask(&mut asker);
    assert!(answer.is_ok());
    let left = |event: &Event| matches!(event, Event::Asking { left: Some(left), .. } if left == "2000 tokens");
    assert!(left(&events[0]), "{events:?}");
    let (answer, events) = ask(&mut asker);
    assert!(matches!(answer, Err(Failed::OverBudget { short, .. }) if short[0].left == "900 tokens"));
    assert_eq!((events.len(), *asked.borrow()), (0, 1));
}

#[test]
fn a_request_that_failed_is_noted() {
    let cache = tempfile::tempdir().unwrap();
    let asked = Rc::default();
    let failing =
        Model { provider: Box::new(Fake { asked, fails: true, code: None }), ..model("m", None, &Rc::default()) };
    let mut purse = Purse::default();
    let (answer, _) = ask(&mut asker(vec![failing], &mut purse, Some(cache.path())));
    assert!(matches!(answer, Err(Failed::Provider(_))));
    let (entries, _) = Ledger::of(cache.path(), Path::new("/crate")).read().unwrap();
    assert!(
        matches!(&entries[..], [Entry::Asked { .. }, Entry::Answered(end)] if end.error.as_deref() == Some("CAI0603") && end.tokens_in == 1000),
        "{entries:?}"
    );
    // It was paid for all the same.
    assert_eq!(purse.spent().tokens, 1050);
}

#[test]
fn an_attempt_says_what_it_cost_and_how_that_is_known() {
    let asked = Rc::default();
    let mut purse = Purse::default();
    let (answer, _) = ask(&mut asker(vec![model("m", None, &asked)], &mut purse, None));
    let attempt = answer.unwrap().attempt(&prompt().hash());
    assert_eq!((attempt.provider.as_str(), attempt.model.as_str()), ("fake", "m"));
    // 1,000 tokens at 1 and 100 at 10 dollars a million.
    assert_eq!((attempt.dollars, attempt.price_date.as_deref()), (Some(0.002), Some("2026-05-01")));
    assert_eq!((attempt.tokens_from.as_str(), attempt.tokenizer), ("provider", None));
}

#[test]
fn a_refusal_is_a_failed_attempt_while_another_model_is_to_come() {
    let asked = Rc::default();
    let refusing = || {
        let provider = Box::new(Fake { asked: Rc::default(), fails: true, code: Some(codes::REFUSED) });
        Model { provider, ..model("cheap", Some(1), &Rc::default()) }
    };
    let mut purse = Purse::default();
    let (answer, _) = ask(&mut asker(vec![refusing(), model("strong", None, &asked)], &mut purse, None));
    let answer = answer.unwrap();
    assert_eq!((answer.reply.stop, answer.reply.tokens.output, answer.reply.text.as_str()), (Stop::Refused, 50, ""));
    // The last one's refusal is the end, with the provider's own advice.
    let (answer, _) = ask(&mut asker(vec![refusing()], &mut purse, None));
    assert!(matches!(answer, Err(Failed::Provider(error)) if error.code == codes::REFUSED));
}
