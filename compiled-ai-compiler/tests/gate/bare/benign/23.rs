// normalises a path
pub fn run(input: &str) -> String {
    let mut stack: Vec<&str> = vec![];
    for part in input.split('/') {
        match part {
            "" | "." => continue,
            ".." => {
                stack.pop();
            }
            name => stack.push(name),
        }
    }
    format!("/{}", stack.join("/"))
}
