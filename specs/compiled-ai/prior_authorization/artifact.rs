// decide_prior_authorization@541b895ada26, made from `prior_authorization.yaml`; do not edit, change the spec and compile it.
// Written by a model through provider `command`; locked by compiled-ai 0.1.0 after gate-1, kit 0.1.0
// and rustc 1.95.0 (59807616e 2026-04-14).

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let ab = |f: &'static str| Err(Abstain::field(f, "invalid"));
    let out = |decision: Decision, reason: Reason, qualifying_drug: Option<String>| Ok(Output {
        decision,
        reason,
        qualifying_drug,
    });
    let off = |v: Option<Decimal>, a: i64, b: i64| {
        v.is_some_and(|x| x < Decimal::from(a) || x > Decimal::from(b))
    };
    if !(0..=120).contains(&input.age) {
        return ab("age");
    }
    if off(input.bmi, 10, 100) {
        return ab("bmi");
    }
    if off(input.hba1c, 3, 20) {
        return ab("hba1c");
    }
    let mut e = BTreeSet::new();
    let mut f = BTreeSet::new();
    let mut q: Option<String> = None;
    for t in input.therapies {
        let k = t.drug.trim().to_lowercase();
        if k.is_empty() || !(0..=2600).contains(&t.weeks) {
            return ab("therapies");
        }
        match t.outcome {
            TherapyOutcome::Effective => {
                e.insert(k);
            }
            TherapyOutcome::Ongoing => {}
            TherapyOutcome::Failed | TherapyOutcome::Intolerant => {
                if q.is_none() && t.documented && t.weeks >= 12
                    && "metformin orlistat phentermine phentermine-topiramate naltrexone-bupropion"
                        .split(' ')
                        .any(|x| x == k.as_str())
                {
                    q = Some(k.clone());
                }
                f.insert(k);
            }
        }
    }
    if !e.is_disjoint(&f) {
        return ab("therapies");
    }
    if kit::matches!(input.diabetes, Some(Diabetes::NoDiabetes | Diabetes::Prediabetes))
        && input.hba1c.is_some_and(|h| h >= Decimal::new(65, 1))
    {
        return ab("diabetes");
    }
    if input.age < 18 {
        return out(Decision::Deny, Reason::UnderAge, None);
    }
    if input.diabetes == Some(Diabetes::Type2) {
        return out(Decision::Approve, Reason::Type2Diabetes, None);
    }
    let hi = input.bmi.map(|b| b >= Decimal::from(30));
    if hi == Some(true) && q.is_some() {
        return out(Decision::Approve, Reason::StepTherapy, q);
    }
    if input.diabetes.is_none() {
        return ab("diabetes");
    }
    if hi == Some(false) {
        return out(Decision::Deny, Reason::BmiTooLow, None);
    }
    if q.is_none() {
        return out(Decision::Deny, Reason::NoStepTherapy, None);
    }
    ab("bmi")
}
