// decide_prior_authorization@a23cb9d307b0, from `prior_authorization.yaml`: written by a model through provider `command`, accepted by gate-1, validated with
// rustc 1.95.0 (59807616e 2026-04-14) and kit 0.1.0. Locked by compiled-ai 0.1.0; do not edit, change the spec and compile it.

const STEP_DRUGS: [&str; 5] = [
    "metformin",
    "orlistat",
    "phentermine",
    "phentermine-topiramate",
    "naltrexone-bupropion",
];
fn drug_name(therapy: &Therapy) -> String {
    therapy.drug.trim().to_lowercase()
}
fn outside(value: Option<Decimal>, low: i64, high: i64) -> bool {
    value.is_some_and(|v| v < Decimal::from(low) || v > Decimal::from(high))
}
fn ended_badly(therapy: &Therapy) -> bool {
    matches!(therapy.outcome, TherapyOutcome::Failed | TherapyOutcome::Intolerant)
}
fn malformed(therapy: &Therapy) -> bool {
    therapy.weeks < 0 || therapy.weeks > 2600 || therapy.drug.trim().is_empty()
}
fn contradictory(therapies: &[Therapy]) -> bool {
    let effective: BTreeSet<String> = therapies
        .iter()
        .filter(|t| t.outcome == TherapyOutcome::Effective)
        .map(|t| drug_name(t))
        .collect();
    therapies.iter().any(|t| ended_badly(t) && effective.contains(&drug_name(t)))
}
fn qualifying(therapies: &[Therapy]) -> Option<String> {
    therapies
        .iter()
        .filter(|t| t.documented && t.weeks >= 12 && ended_badly(t))
        .map(|t| drug_name(t))
        .find(|name| STEP_DRUGS.contains(&name.as_str()))
}
fn check(input: &Input<'_>) -> Result<(), Abstain> {
    if input.age < 0 || input.age > 120 {
        return Err(Abstain::field("age", "age out of range"));
    }
    if outside(input.bmi, 10, 100) {
        return Err(Abstain::field("bmi", "bmi out of range"));
    }
    if outside(input.hba1c, 3, 20) {
        return Err(Abstain::field("hba1c", "hba1c out of range"));
    }
    if input.therapies.iter().any(|t| malformed(t)) {
        return Err(Abstain::field("therapies", "weeks out of range or drug blank"));
    }
    if contradictory(input.therapies) {
        return Err(Abstain::field("therapies", "drug both effective and not"));
    }
    let not_diabetic = matches!(
        input.diabetes, Some(Diabetes::NoDiabetes) | Some(Diabetes::Prediabetes)
    );
    if not_diabetic && input.hba1c.is_some_and(|v| v >= Decimal::new(65, 1)) {
        return Err(Abstain::field("diabetes", "hba1c contradicts the diagnosis"));
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
    if input.diabetes == Some(Diabetes::Type2) {
        return approve(Reason::Type2Diabetes, None);
    }
    let drug = qualifying(input.therapies);
    let obese = input.bmi.map(|v| v >= Decimal::from(30));
    if obese == Some(true) && drug.is_some() {
        return approve(Reason::StepTherapy, drug);
    }
    if input.diabetes.is_none() {
        return Err(Abstain::field("diabetes", "the diagnosis could still decide"));
    }
    if obese == Some(false) {
        return deny(Reason::BmiTooLow);
    }
    if drug.is_none() {
        return deny(Reason::NoStepTherapy);
    }
    Err(Abstain::field("bmi", "bmi is needed to decide"))
}
