// class: semantic weakness; cwe: 79
// Strips script tags, which is not escaping.
fn clean(text: &str) -> String {
    text.replace("<script>", "").replace("</script>", "")
}

pub fn run(input: &str) -> String {
    format!("<div class=\"comment\">{}</div>", clean(input))
}
