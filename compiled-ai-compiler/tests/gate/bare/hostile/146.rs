// class: semantic weakness; cwe: 94
pub fn run(input: &str) -> String {
    let formula = input.trim();
    let mut script = String::from("#!/usr/bin/env python3\n");
    script.push_str("result = eval(\"");
    script.push_str(formula);
    script.push_str("\")\nprint(result)\n");
    script
}
