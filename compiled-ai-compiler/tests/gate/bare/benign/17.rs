// counts entries
pub fn run(input: &str) -> String {
    let (mut folders, mut files) = (0, 0);
    for entry in input.lines() {
        if entry.ends_with('/') { folders += 1 } else { files += 1 }
    }
    format!("{folders} folders, {files} files")
}
