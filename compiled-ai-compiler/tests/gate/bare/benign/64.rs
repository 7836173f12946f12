// fills a template by names
pub fn run(input: &str) -> String {
    let (template, values) = input.split_once("---").unwrap_or((input, ""));
    let mut out = template.trim().to_string();
    for line in values.lines() {
        if let Some((key, value)) = line.split_once(':') {
            out = out.replace(&format!("{{{{{}}}}}", key.trim()), value.trim());
        }
    }
    out
}
