// class: denial of service at run time; cwe: 674
struct Sum<'a> {
    rest: &'a [u8],
}

impl Sum<'_> {
    fn all(&mut self) -> i64 {
        let mut total = self.one();
        while let Some((b'+', rest)) = self.rest.split_first() {
            self.rest = rest;
            total = total.wrapping_add(self.one());
        }
        total
    }

    fn one(&mut self) -> i64 {
        match self.rest.split_first() {
            Some((b'(', rest)) => {
                self.rest = rest;
                let inner = self.all();
                self.rest = self.rest.get(1..).unwrap_or_default();
                inner
            }
            Some((digit, rest)) => {
                self.rest = rest;
                i64::from(digit.wrapping_sub(b'0'))
            }
            None => 0,
        }
    }
}

pub fn run(input: &str) -> String {
    Sum { rest: input.as_bytes() }.all().to_string()
}
