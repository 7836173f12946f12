// class: denial of service at compile time; cwe: 400
struct Wrap<T>(T);

fn nest<T: Clone>(value: T, depth: u32) -> u32 {
    if depth == 0 {
        return 0;
    }
    nest(Wrap(value.clone()).0, depth - 1) + nest((value.clone(), value), depth - 1)
}

pub fn run(input: &str) -> String {
    nest(input.len(), 20).to_string()
}
