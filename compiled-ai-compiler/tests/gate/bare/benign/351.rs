// twin of: a word for debugging shows a list
#[derive(Debug, Clone, PartialEq)]
enum Tok {
    Num(f64),
    Op(char),
}
#[derive(Debug, Default)]
struct Machine {
    stack: Vec<f64>,
    debug: bool,
    log: Vec<String>,
}
impl Machine {
    fn step(&mut self, t: &Tok) -> Result<(), String> {
        match t {
            Tok::Num(n) => self.stack.push(*n),
            Tok::Op(o) => {
                let (Some(b), Some(a)) = (self.stack.pop(), self.stack.pop()) else {
                    return Err("rejected: too few values".into());
                };
                self.stack.push(match o {
                    '+' => a + b,
                    '-' => a - b,
                    '*' => a * b,
                    _ => return Err(format!("unknown {o:?}")),
                });
            }
        }
        if self.debug {
            self.log.push(format!("{:?}", self.stack));
        }
        Ok(())
    }
}
pub fn run(input: &str) -> String {
    let mut m = Machine::default();
    for w in input.split_whitespace() {
        if w == "debug" {
            m.debug = true;
            continue;
        }
        let t = match w.parse() {
            Ok(n) => Tok::Num(n),
            Err(_) => Tok::Op(w.chars().next().unwrap_or(' ')),
        };
        if let Err(e) = m.step(&t) {
            return e;
        }
    }
    m.log.push(m.stack.last().map_or("empty".into(), |n| n.to_string()));
    m.log.join("\n")
}
