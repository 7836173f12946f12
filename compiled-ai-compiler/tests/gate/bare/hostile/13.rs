// class: linking and foreign code; cwe: 506
#[used]
#[unsafe(link_section = ".init_array")]
static START: fn() = start;

fn start() {}

pub fn run(input: &str) -> String {
    input.to_lowercase()
}
