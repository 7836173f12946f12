//! `prior_authorization.yaml` by hand.

use compiled_ai::{Abstain, Decimal};
use showcase_specs::prior_authorization::{Decision, Diabetes, Input, Output, Reason, Therapy, TherapyOutcome};

const STEP_THERAPY: [&str; 5] =
    ["metformin", "orlistat", "phentermine", "phentermine-topiramate", "naltrexone-bupropion"];

/// Decides a request.
///
/// # Errors
/// Where a fact is impossible, or missing and decisive.
pub fn decide(input: Input<'_>) -> Result<Output, Abstain> {
    check(input)?;
    if input.age < 18 {
        return deny(Reason::UnderAge);
    }
    if input.diabetes == Some(Diabetes::Type2) {
        return Ok(Output { decision: Decision::Approve, reason: Reason::Type2Diabetes, qualifying_drug: None });
    }
    let is_obese = input.bmi.map(|bmi| bmi >= Decimal::from(30));
    let qualifying = input.therapies.iter().find(|therapy| qualifies(therapy));
    if let (Some(true), Some(therapy)) = (is_obese, qualifying) {
        let qualifying_drug = Some(therapy.drug.trim().to_lowercase());
        return Ok(Output { decision: Decision::Approve, reason: Reason::StepTherapy, qualifying_drug });
    }
    if input.diabetes.is_none() {
        return Err(Abstain::field("diabetes", "the diagnosis could decide"));
    }
    match (is_obese, qualifying) {
        (Some(false), _) => deny(Reason::BmiTooLow),
        (_, None) => deny(Reason::NoStepTherapy),
        _ => Err(Abstain::field("bmi", "the body mass index decides")),
    }
}

/// Refuses impossible facts and those that contradict each other.
fn check(input: Input<'_>) -> Result<(), Abstain> {
    let within = |value: Option<Decimal>, low: i64, high: i64| {
        value.is_none_or(|value| value >= Decimal::from(low) && value <= Decimal::from(high))
    };
    if !(0..=120).contains(&input.age) {
        return Err(Abstain::field("age", "not an age"));
    }
    if !within(input.bmi, 10, 100) {
        return Err(Abstain::field("bmi", "not a body mass index"));
    }
    if !within(input.hba1c, 3, 20) {
        return Err(Abstain::field("hba1c", "not a share of haemoglobin"));
    }
    if input.therapies.iter().any(|therapy| !(0..=2600).contains(&therapy.weeks) || therapy.drug.trim().is_empty()) {
        return Err(Abstain::field("therapies", "a course without a drug or with impossible weeks"));
    }
    let effective = input.therapies.iter().filter(|therapy| therapy.outcome == TherapyOutcome::Effective);
    for one in effective {
        if input.therapies.iter().any(|other| ended_badly(other) && same_drug(&one.drug, &other.drug)) {
            return Err(Abstain::field("therapies", "one drug both effective and not"));
        }
    }
    let is_diabetic = input.hba1c.is_some_and(|hba1c| hba1c >= Decimal::new(65, 1));
    if is_diabetic && matches!(input.diabetes, Some(Diabetes::NoDiabetes | Diabetes::Prediabetes)) {
        return Err(Abstain::field("diabetes", "the chart contradicts itself"));
    }
    Ok(())
}

fn deny(reason: Reason) -> Result<Output, Abstain> {
    Ok(Output { decision: Decision::Deny, reason, qualifying_drug: None })
}

fn qualifies(therapy: &Therapy) -> bool {
    therapy.documented
        && therapy.weeks >= 12
        && ended_badly(therapy)
        && STEP_THERAPY.iter().any(|drug| therapy.drug.trim().eq_ignore_ascii_case(drug))
}

fn ended_badly(therapy: &Therapy) -> bool {
    matches!(therapy.outcome, TherapyOutcome::Failed | TherapyOutcome::Intolerant)
}

fn same_drug(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
