// decide_prior_authorization@541b895ada26, made from `prior_authorization.yaml`; do not edit, change the spec and compile it.
// Written by a model through provider `command`; locked by compiled-ai 0.1.0 after gate-1, kit 0.1.0
// and rustc 1.95.0 (59807616e 2026-04-14).

const STEP_DRUGS: [&str; 5] = [
    "metformin",
    "orlistat",
    "phentermine",
    "phentermine-topiramate",
    "naltrexone-bupropion",
];
fn outside(value: Option<Decimal>, low: i64, high: i64) -> bool {
    value.is_some_and(|v| v < Decimal::from(low) || v > Decimal::from(high))
}
fn drug_name(therapy: &Therapy) -> String {
    therapy.drug.trim().to_lowercase()
}
fn did_not_help(therapy: &Therapy) -> bool {
    matches!(therapy.outcome, TherapyOutcome::Failed | TherapyOutcome::Intolerant)
}
fn is_malformed(therapy: &Therapy) -> bool {
    therapy.weeks < 0 || therapy.weeks > 2600 || therapy.drug.trim().is_empty()
}
fn outcomes_conflict(therapies: &[Therapy]) -> bool {
    let effective: BTreeSet<String> = therapies
        .iter()
        .filter(|t| matches!(t.outcome, TherapyOutcome::Effective))
        .map(drug_name)
        .collect();
    therapies.iter().any(|t| did_not_help(t) && effective.contains(&drug_name(t)))
}
fn qualifying_drug(therapies: &[Therapy]) -> Option<String> {
    therapies
        .iter()
        .filter(|t| t.documented && t.weeks >= 12 && did_not_help(t))
        .map(drug_name)
        .find(|name| STEP_DRUGS.contains(&name.as_str()))
}
fn check(input: &Input<'_>) -> Result<(), Abstain> {
    if input.age < 0 || input.age > 120 {
        return Err(Abstain::field("age", "age outside 0 to 120"));
    }
    if outside(input.bmi, 10, 100) {
        return Err(Abstain::field("bmi", "BMI outside 10 to 100"));
    }
    if outside(input.hba1c, 3, 20) {
        return Err(Abstain::field("hba1c", "HbA1c outside 3 to 20"));
    }
    if input.therapies.iter().any(is_malformed) {
        return Err(Abstain::field("therapies", "weeks out of range or blank drug"));
    }
    if outcomes_conflict(input.therapies) {
        return Err(Abstain::field("therapies", "contradictory outcomes for one drug"));
    }
    let not_diabetic = matches!(
        input.diabetes,
        Some(Diabetes::NoDiabetes | Diabetes::Prediabetes)
    );
    if not_diabetic && input.hba1c.is_some_and(|v| v >= Decimal::new(65, 1)) {
        return Err(Abstain::field("diabetes", "HbA1c contradicts the diagnosis"));
    }
    Ok(())
}
fn deny(reason: Reason) -> Result<Output, Abstain> {
    Ok(Output {
        decision: Decision::Deny,
        reason,
        qualifying_drug: None,
    })
}
fn approve(reason: Reason, qualifying_drug: Option<String>) -> Result<Output, Abstain> {
    Ok(Output {
        decision: Decision::Approve,
        reason,
        qualifying_drug,
    })
}
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    check(&input)?;
    if input.age < 18 {
        return deny(Reason::UnderAge);
    }
    if matches!(input.diabetes, Some(Diabetes::Type2)) {
        return approve(Reason::Type2Diabetes, None);
    }
    let drug = qualifying_drug(input.therapies);
    let obese = input.bmi.map(|v| v >= Decimal::from(30));
    if obese == Some(true) && drug.is_some() {
        return approve(Reason::StepTherapy, drug);
    }
    if input.diabetes.is_none() {
        return Err(
            Abstain::field("diabetes", "the diagnosis is missing and could decide"),
        );
    }
    if obese == Some(false) {
        return deny(Reason::BmiTooLow);
    }
    if drug.is_none() {
        return deny(Reason::NoStepTherapy);
    }
    Err(Abstain::field("bmi", "BMI is missing and would decide"))
}
