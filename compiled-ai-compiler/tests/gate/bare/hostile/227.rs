// class: denial of service at run time; cwe: 674
struct Groups<'a> {
    rest: std::str::Chars<'a>,
}

impl Groups<'_> {
    fn longest(&mut self) -> usize {
        let mut best = 0;
        while let Some(c) = self.rest.next() {
            match c {
                '(' => best = best.max(1 + self.longest()),
                ')' => return best,
                _ => {}
            }
        }
        best
    }
}

pub fn run(input: &str) -> String {
    Groups { rest: input.chars() }.longest().to_string()
}
