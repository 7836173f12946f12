// twin of: HTML around a value: a type escapes it where it is shown
use std::fmt;

struct Safe<'a>(&'a str);

impl fmt::Display for Safe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
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
        html += &format!("<tr title=\"{0}\"><th>{0}</th><td>{1}</td></tr>\n", Safe(name), Safe(value));
    }
    html + "</table>"
}
