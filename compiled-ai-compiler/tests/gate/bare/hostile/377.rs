// class: semantic weakness; cwe: 89
struct Search {
    tests: Vec<String>,
    most: usize,
}

impl Search {
    fn take(&mut self, line: &str) -> Result<(), String> {
        let (field, value) = line.split_once(':').ok_or("no colon")?;
        let column = match field.trim() {
            "city" => "a.city",
            "street" => "a.street",
            "name" => "p.full_name",
            _ => return Err(format!("no field {field}")),
        };
        let test = if value.contains('*') { "LIKE" } else { "=" };
        self.tests.push(format!("{} {} '{}'", column, test, value.trim().replace('*', "%")));
        Ok(())
    }

    fn text(&self) -> String {
        let mut text = String::from("SELECT p.id, p.full_name, a.city FROM people p JOIN addresses a ON a.person = p.id");
        if let Some(first) = self.tests.first() {
            text += " WHERE ";
            text += first;
            for more in &self.tests[1..] {
                text += " AND ";
                text += more;
            }
        }
        text + &format!(" LIMIT {}", self.most)
    }
}

pub fn run(input: &str) -> String {
    let mut search = Search { tests: Vec::new(), most: 100 };
    for line in input.lines() {
        if let Err(why) = search.take(line) {
            return why;
        }
    }
    search.text()
}
