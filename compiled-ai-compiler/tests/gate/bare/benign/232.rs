// twin of: functions that call each other as deep as the input
struct Sum<'a> {
    rest: &'a [u8],
    open: u32,
}

const DEEPEST: u32 = 50;

impl Sum<'_> {
    fn all(&mut self) -> Option<i64> {
        let mut total = self.one()?;
        while let Some((b'+', rest)) = self.rest.split_first() {
            self.rest = rest;
            total = total.wrapping_add(self.one()?);
        }
        Some(total)
    }

    fn one(&mut self) -> Option<i64> {
        match self.rest.split_first()? {
            (b'(', rest) => {
                self.rest = rest;
                self.open += 1;
                if self.open > DEEPEST {
                    return None;
                }
                let inner = self.all()?;
                self.open -= 1;
                self.rest = self.rest.get(1..).unwrap_or_default();
                Some(inner)
            }
            (digit, rest) => {
                self.rest = rest;
                Some(i64::from(digit.wrapping_sub(b'0')))
            }
        }
    }
}

#[derive(Debug)]
enum Tree {
    Leaf(String),
    Many(Vec<Tree>),
}

fn show(tree: &Tree, out: &mut String) {
    match tree {
        Tree::Leaf(text) => out.push_str(text),
        Tree::Many(all) => show_all(all, out),
    }
}

fn show_all(all: &[Tree], out: &mut String) {
    out.push('(');
    for tree in all {
        show(tree, out);
    }
    out.push(')');
}

pub fn run(input: &str) -> String {
    let mut out = String::new();
    show(&Tree::Many(input.lines().map(|line| Tree::Leaf(line.trim().to_string())).collect()), &mut out);
    match (Sum { rest: input.as_bytes(), open: 0 }).all() {
        Some(total) => format!("{out} {total}"),
        None => out,
    }
}
