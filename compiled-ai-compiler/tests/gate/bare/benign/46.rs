// non-ASCII text in literals
pub fn run(input: &str) -> String {
    let mut out = String::with_capacity(input.len());
    for c in input.chars() {
        let plain = match c {
            'ä' | 'á' | 'à' => 'a',
            'ö' | 'ó' => 'o',
            'ü' | 'ú' => 'u',
            'ß' => {
                out.push_str("ss");
                continue;
            }
            c => c,
        };
        out.push(plain);
    }
    out
}
