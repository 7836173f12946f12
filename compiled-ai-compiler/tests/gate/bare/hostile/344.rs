// class: semantic weakness, commands of a table of templates; cwe: 78
const STEPS: [(&str, &str); 2] = [
    ("pack", "tar -cf {to}.tar {from} && gzip {to}.tar"),
    ("ship", "scp {from} depot:/in/{to}"),
];

pub fn run(input: &str) -> String {
    let words: Vec<&str> = input.split_whitespace().collect();
    let [step, from, to] = words.as_slice() else { return "three words".to_string() };
    match STEPS.iter().find(|(name, _)| name == step) {
        Some((_, template)) => template.replace("{from}", from).replace("{to}", to),
        None => "no such step".to_string(),
    }
}
