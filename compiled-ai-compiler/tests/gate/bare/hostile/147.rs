// class: semantic weakness; cwe: 95
fn render(template: &str, name: &str) -> String {
    template.replace("NAME", name)
}

pub fn run(input: &str) -> String {
    render("new Function('return NAME')()", input)
}
