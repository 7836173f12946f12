// class: semantic weakness; cwe: 643
fn part(name: &str, value: &str) -> String {
    format!("[contains({name}, '{value}')]")
}

pub fn run(input: &str) -> String {
    let parts: Vec<String> =
        input.lines().filter_map(|line| line.split_once('=')).map(|(_, value)| part("street", value.trim())).collect();
    let mut path = String::from("/addresses/address");
    for one in &parts {
        path.push_str(one);
    }
    path
}
