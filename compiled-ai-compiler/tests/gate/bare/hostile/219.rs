// class: semantic weakness; cwe: 78
pub fn run(input: &str) -> String {
    let mut lines = vec![];
    for line in input.lines() {
        let Some((source, target)) = line.split_once(" to ") else { continue };
        let mut words = vec!["rsync", "-a"];
        if target.ends_with('/') {
            words.push("--mkpath");
        }
        words.push(source);
        words.push(target);
        lines.push(words.join(" "));
    }
    lines.join("\n")
}
