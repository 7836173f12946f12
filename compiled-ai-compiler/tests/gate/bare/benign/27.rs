// boxes in a tree
#[derive(Debug)]
enum Expr {
    Number(i64),
    Add(Box<Expr>, Box<Expr>),
    Mul(Box<Expr>, Box<Expr>),
}

fn eval(expr: &Expr) -> Option<i64> {
    match expr {
        Expr::Number(n) => Some(*n),
        Expr::Add(a, b) => eval(a)?.checked_add(eval(b)?),
        Expr::Mul(a, b) => eval(a)?.checked_mul(eval(b)?),
    }
}

fn parse(text: &str) -> Option<Expr> {
    if let Some((left, right)) = text.split_once('+') {
        return Some(Expr::Add(Box::new(parse(left)?), Box::new(parse(right)?)));
    }
    if let Some((left, right)) = text.split_once('*') {
        return Some(Expr::Mul(Box::new(parse(left)?), Box::new(parse(right)?)));
    }
    text.trim().parse().ok().map(Expr::Number)
}

pub fn run(input: &str) -> String {
    parse(input).as_ref().and_then(eval).map_or_else(|| "error".to_string(), |n| n.to_string())
}
