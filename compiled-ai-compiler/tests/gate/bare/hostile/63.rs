// class: semantic weakness; cwe: 22
// Removes "../" once, so that "....//" becomes "../".
pub fn run(input: &str) -> String {
    let cleaned = input.replace("../", "");
    let mut path = String::from("uploads/");
    path.push_str(&cleaned);
    path
}
