// class: twin of a hostile file, struct named file and path; cwe: none; layer: none
struct File<'a> {
    name: &'a str,
    size: usize,
}

struct Path<'a>(&'a str);

impl<'a> Path<'a> {
    fn extension(&self) -> Option<&'a str> {
        self.0.rsplit_once('.').map(|(_, extension)| extension)
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let files: Vec<File<'_>> = input.lines.iter().map(|line| File { name: line, size: line.len() }).collect();
    let pictures = files.iter().filter(|file| matches!(Path(file.name).extension(), Some("png" | "jpg"))).count();
    let company = format!("{pictures} of {}", files.iter().map(|file| file.size).sum::<usize>());
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
