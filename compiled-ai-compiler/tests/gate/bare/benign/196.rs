// traits of the standard library with associated types
use std::fmt;
use std::ops::{Add, Index};
use std::str::FromStr;
#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    x: i64,
    y: i64,
}
#[derive(Debug)]
enum Problem {
    Comma,
    Number(std::num::ParseIntError),
}
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Comma => write!(f, "no comma"),
            Problem::Number(e) => write!(f, "{e}"),
        }
    }
}
impl std::error::Error for Problem {}
impl From<std::num::ParseIntError> for Problem {
    fn from(e: std::num::ParseIntError) -> Self {
        Problem::Number(e)
    }
}
impl FromStr for Point {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (x, y) = text.split_once(',').ok_or(Problem::Comma)?;
        Ok(Point { x: x.trim().parse()?, y: y.trim().parse()? })
    }
}
impl Add for Point {
    type Output = Point;
    fn add(self, other: Point) -> Point {
        Point { x: self.x.wrapping_add(other.x), y: self.y.wrapping_add(other.y) }
    }
}
struct Path(Vec<Point>);
impl Index<usize> for Path {
    type Output = Point;
    fn index(&self, at: usize) -> &Point {
        &self.0[at]
    }
}
struct Steps<'a> {
    path: &'a Path,
    at: usize,
}
impl<'a> Iterator for Steps<'a> {
    type Item = &'a Point;
    fn next(&mut self) -> Option<Self::Item> {
        let point = self.path.0.get(self.at)?;
        self.at += 1;
        Some(point)
    }
}
pub fn run(input: &str) -> String {
    let points: Result<Vec<Point>, Problem> = input.lines().map(str::parse).collect();
    match points {
        Ok(points) if !points.is_empty() => {
            let path = Path(points);
            let sum = Steps { path: &path, at: 0 }.fold(Point { x: 0, y: 0 }, |sum, point| sum + *point);
            format!("{:?} from {:?}", sum, path[0])
        }
        Ok(_) => "nothing".to_string(),
        Err(problem) => problem.to_string(),
    }
}
