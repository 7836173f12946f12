// a record from tagged lines
#[derive(Debug, Default)]
struct Person {
    name: String,
    age: Option<u32>,
}

pub fn run(input: &str) -> String {
    let mut person = Person::default();
    for line in input.lines() {
        match line.split_once(':') {
            Some(("name", value)) => person.name = value.trim().to_string(),
            Some(("age", value)) => person.age = value.trim().parse().ok(),
            _ => {}
        }
    }
    match person.age {
        Some(age) => format!("{} ({age})", person.name),
        None => person.name,
    }
}
