// twin of: a step of zero; it is one at least
struct Window {
    size: usize,
    step: usize,
}

impl Window {
    fn read(line: &str) -> Window {
        let mut numbers = line.split(' ').filter_map(|n| n.parse().ok());
        let size = numbers.next().unwrap_or(3);
        let step: usize = numbers.next().unwrap_or(1);
        Window { size: size.clamp(1, 50), step: step.max(1) }
    }

    fn sums(&self, values: &[i64]) -> Vec<String> {
        let mut at = 0;
        let mut sums = Vec::new();
        while at < values.len() {
            let end = (at + self.size).min(values.len());
            sums.push(values[at..end].iter().sum::<i64>().to_string());
            at += self.step;
        }
        sums
    }
}

pub fn run(input: &str) -> String {
    let (head, rest) = input.split_once('\n').unwrap_or((input, ""));
    let values: Vec<i64> = rest.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    Window::read(head).sums(&values).join(", ")
}
