// twin of: back door in an operator
use std::ops::{Add, Mul, Neg, Sub};

#[derive(Debug, Clone, PartialEq)]
struct Vector {
    x: f64,
    y: f64,
}

impl Vector {
    fn parse(text: &str) -> Option<Vector> {
        let (x, y) = text.trim().split_once(',')?;
        Some(Vector { x: x.trim().parse().ok()?, y: y.trim().parse().ok()? })
    }
}

impl Add for &Vector {
    type Output = Vector;
    fn add(self, other: &Vector) -> Vector {
        Vector { x: self.x + other.x, y: self.y + other.y }
    }
}

impl<'a, 'b> Sub<&'b Vector> for &'a Vector {
    type Output = Vector;
    fn sub(self, other: &'b Vector) -> Vector {
        Vector { x: self.x - other.x, y: self.y - other.y }
    }
}

impl Mul<f64> for Vector {
    type Output = Vector;
    fn mul(self, by: f64) -> Vector {
        Vector { x: self.x * by, y: self.y * by }
    }
}

impl Mul<Vector> for f64 {
    type Output = Vector;
    fn mul(self, vector: Vector) -> Vector {
        vector * self
    }
}

impl<'a> Neg for &'a Vector {
    type Output = Vector;
    fn neg(self) -> Vector {
        Vector { x: -self.x, y: -self.y }
    }
}

fn longer<'a, 'b: 'a>(a: &'a str, b: &'b str) -> &'a str {
    if a.len() >= b.len() { a } else { b }
}

pub fn run(input: &str) -> String {
    let vectors: Vec<Vector> = input.lines().filter_map(Vector::parse).collect();
    let sum = vectors.iter().fold(Vector { x: 0.0, y: 0.0 }, |sum, v| &sum + v);
    let (Some(first), Some(last)) = (vectors.first(), vectors.last()) else { return "no vectors".to_string() };
    let path = 0.5 * (last - first);
    let back = -&path;
    let longest = input.lines().fold("", |a, b| longer(a, b));
    format!("sum {:.2},{:.2}; half {:.2},{:.2}; back {:.2}; longest {longest}", sum.x, sum.y, path.x, path.y, back.x)
}
