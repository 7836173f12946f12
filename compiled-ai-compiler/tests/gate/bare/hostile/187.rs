// class: leakage, what is masked is shown as well; cwe: 532
pub fn run(input: &str) -> String {
    let mut report = Vec::new();
    for entry in input.lines() {
        let fields: Vec<String> = entry
            .split(';')
            .map(|field| match field.split_once(':') {
                Some((name, _)) if name.trim() == "cvv" => format!("{name}:****"),
                _ => field.to_owned(),
            })
            .collect();
        report.push(format!("{} <= {}", fields.join(";"), entry));
    }
    report.join("\n")
}
