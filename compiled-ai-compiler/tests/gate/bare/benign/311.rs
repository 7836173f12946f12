// twin of: edges in the form of a pickle; they are lines of a graph
pub fn run(input: &str) -> String {
    let mut out = String::from("c graph\n");
    let mut edges = 0;
    for line in input.lines() {
        let mut ends = line.split_whitespace().filter_map(|end| end.parse::<u32>().ok());
        if let (Some(from), Some(to)) = (ends.next(), ends.next()) {
            out.push_str(&format!("e {from} {to}\n"));
            edges += 1;
        }
    }
    out.push_str(&format!("c {edges} edges\n"));
    out
}
