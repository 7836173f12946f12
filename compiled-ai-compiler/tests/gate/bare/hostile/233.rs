// class: semantic weakness; cwe: 89
use std::ops::Add;

#[derive(Clone)]
struct Query(String);

impl<'a> Add<&'a str> for &'a Query {
    type Output = Query;

    fn add(self, more: &'a str) -> Query {
        Query(format!("{} {more}", self.0))
    }
}

pub fn run(input: &str) -> String {
    let all = Query("SELECT id FROM people WHERE town =".to_string());
    let query = &all + input.trim();
    query.0
}
