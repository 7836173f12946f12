// class: semantic weakness, markup by a trait of its own; cwe: 79
trait Markup {
    fn markup(&self) -> String;
}
struct Row(String);
impl Markup for Row {
    fn markup(&self) -> String {
        format!("<td>{}</td>", self.0)
    }
}
pub fn run(input: &str) -> String {
    input.lines().map(|line| Row(line.to_string()).markup()).collect()
}
