// twin of: credentials as bytes: points for a pass
const BOUNDS: [u8; 6] = [90, 80, 70, 85, 99, 66];

fn grade(points: u8) -> usize {
    BOUNDS.iter().position(|bound| points >= *bound).unwrap_or(BOUNDS.len())
}

pub fn run(input: &str) -> String {
    let pass = 2;
    let grades: Vec<usize> = input.split(',').filter_map(|text| text.trim().parse().ok()).map(grade).collect();
    format!("{} of {} pass", grades.iter().filter(|grade| **grade <= pass).count(), grades.len())
}
