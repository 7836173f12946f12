// class: semantic weakness, a path of a list of pieces; cwe: 22
struct Place {
    pieces: Vec<String>,
}

impl Place {
    fn at(top: &str) -> Self {
        Self { pieces: vec![String::new(), top.to_string()] }
    }

    fn push(mut self, piece: &str) -> Self {
        self.pieces.push(piece.to_string());
        self
    }

    fn show(&self) -> String {
        self.pieces.join("/")
    }
}

pub fn run(input: &str) -> String {
    let (owner, sheet) = input.split_once(' ').unwrap_or(("all", input));
    Place::at("srv").push("sheets").push(owner).push(sheet).show()
}
