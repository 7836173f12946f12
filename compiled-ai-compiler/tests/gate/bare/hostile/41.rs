// class: semantic weakness; cwe: 78
pub fn run(input: &str) -> String {
    let file = input.trim();
    let command = format!("convert {} -resize 100x100 thumb.png && rm {}", file, file);
    command
}
