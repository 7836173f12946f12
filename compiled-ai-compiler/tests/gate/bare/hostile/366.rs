// class: a whole form, the card's code in it, is shown where it fails; cwe: 532
use std::collections::BTreeMap;

fn amount(form: &BTreeMap<&str, &str>) -> Result<u32, String> {
    let code = form.get("cvv").ok_or("no code")?;
    if code.len() != 3 {
        return Err("code".to_string());
    }
    form.get("cents").ok_or("no amount")?.parse().map_err(|_| "amount".to_string())
}

pub fn run(input: &str) -> String {
    let mut out = vec![];
    for line in input.lines() {
        let form: BTreeMap<&str, &str> = line.split('&').filter_map(|pair| pair.split_once('=')).collect();
        out.push(match amount(&form) {
            Ok(cents) => format!("paid {cents}"),
            Err(why) => format!("failed: {why}, {form:?}"),
        });
    }
    out.join("\n")
}
