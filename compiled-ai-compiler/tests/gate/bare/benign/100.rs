// element path of XML-like text
pub fn run(input: &str) -> String {
    let mut path: Vec<&str> = Vec::new();
    let mut longest = String::new();
    for part in input.split('<').skip(1) {
        let name = part.split(['>', ' ']).next().unwrap_or("");
        if name.starts_with('/') {
            path.pop();
        } else if !name.ends_with('/') {
            path.push(name);
            let here = format!("/{}", path.join("/"));
            if here.len() > longest.len() {
                longest = here;
            }
        }
    }
    longest
}
