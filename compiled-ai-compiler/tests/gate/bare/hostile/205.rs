// class: soundness hole; cwe: 119
trait Keep<'a> {
    fn keep(&self, text: &'a str) -> &'static str;
}
struct Shelf;
impl<'a> Keep<'a> for Shelf {
    fn keep(&self, _: &'a str) -> &'static str {
        "x"
    }
}
pub fn run(input: &str) -> String {
    Shelf.keep(input).to_string()
}
