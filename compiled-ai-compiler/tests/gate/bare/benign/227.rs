// twin of: recursion as deep as the input
struct Groups<'a> {
    rest: std::str::Chars<'a>,
    depth: usize,
}

impl Groups<'_> {
    fn longest(&mut self) -> usize {
        let mut best = 0;
        if self.depth > 40 {
            return best;
        }
        while let Some(c) = self.rest.next() {
            match c {
                '(' => {
                    self.depth += 1;
                    best = best.max(1 + self.longest());
                    self.depth -= 1;
                }
                ')' => return best,
                _ => {}
            }
        }
        best
    }
}

pub fn run(input: &str) -> String {
    Groups { rest: input.chars(), depth: 0 }.longest().to_string()
}
