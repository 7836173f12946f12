// class: HTML around a value: the type that shows it escapes nothing; cwe: 79
use std::fmt;

struct Safe<'a>(&'a str);

impl fmt::Display for Safe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.trim().chars() {
            match c {
                '\t' => f.write_str(" ")?,
                c => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}

pub fn run(input: &str) -> String {
    let mut html = String::from("<table>\n");
    for line in input.lines() {
        let (name, value) = line.split_once('\t').unwrap_or((line, ""));
        html += &format!("<tr><th>{}</th><td>{}</td></tr>\n", Safe(name), Safe(value));
    }
    html + "</table>"
}
