// twin of: objects that run when read
trait Shape {
    fn name(&self) -> String;
    fn area(&self) -> f64;
    fn describe(&self) -> String {
        format!("{} of {:.1}", self.name(), self.area())
    }
}

struct Square(f64);
struct Box2 {
    width: f64,
    height: f64,
}

impl Shape for Square {
    fn name(&self) -> String {
        "square".to_string()
    }
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

impl Shape for Box2 {
    fn name(&self) -> String {
        "box".to_string()
    }
    fn area(&self) -> f64 {
        self.width * self.height
    }
}

fn shape(line: &str) -> Option<Box<dyn Shape>> {
    let mut words = line.split_whitespace();
    let kind = words.next()?;
    let mut number = || words.next().and_then(|word| word.parse::<f64>().ok());
    match kind {
        "square" => Some(Box::new(Square(number()?))),
        "box" => Some(Box::new(Box2 { width: number()?, height: number()? })),
        _ => None,
    }
}

fn largest<'s>(shapes: &'s [Box<dyn Shape>]) -> Option<&'s dyn Shape> {
    let mut best: Option<&dyn Shape> = None;
    for shape in shapes {
        if best.is_none_or(|best| shape.area() > best.area()) {
            best = Some(shape.as_ref());
        }
    }
    best
}

pub fn run(input: &str) -> String {
    let shapes: Vec<Box<dyn Shape>> = input.lines().filter_map(shape).collect();
    let lines: Box<dyn Iterator<Item = String> + '_> = Box::new(shapes.iter().map(|shape| shape.describe()));
    let mut out = lines.collect::<Vec<_>>().join("\n");
    if let Some(best) = largest(&shapes) {
        out.push_str(&format!("\nlargest: {}", best.name()));
    }
    out
}
