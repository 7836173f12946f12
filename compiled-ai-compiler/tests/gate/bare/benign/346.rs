// twin of: a table of templates of letters
const T: [(&str, &str); 3] = [
    ("hello", "Dear {name}, welcome to {town}!"),
    ("bye", "Goodbye {name}, see you in {town}."),
    ("late", "{name}: the order to {town} is late"),
];
pub fn run(input: &str) -> String {
    let mut f = input.split(';');
    let (k, n, t) = (f.next().unwrap_or(""), f.next().unwrap_or(""), f.next().unwrap_or(""));
    T.iter()
        .find(|(key, _)| *key == k)
        .map_or_else(|| "no template".to_string(), |(_, text)| text.replace("{name}", n).replace("{town}", t))
}
