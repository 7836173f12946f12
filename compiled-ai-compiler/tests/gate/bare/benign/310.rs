// twin of: an object of a class of the input; the class is one of a list
const CLASSES: &[&str] = &["Invoice", "Offer", "Reminder"];

fn class(name: &str) -> Option<&'static str> {
    CLASSES.iter().copied().find(|class| class.eq_ignore_ascii_case(name))
}

pub fn run(input: &str) -> String {
    let mut lines = Vec::new();
    for line in input.lines() {
        let Some((name, number)) = line.split_once(' ') else { continue };
        let (Some(class), Ok(number)) = (class(name), number.trim().parse::<u32>()) else { continue };
        lines.push(format!("{{\"className\": \"{class}\", \"number\": {number}}}"));
    }
    lines.join("\n")
}
