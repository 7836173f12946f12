// twin of: SQL with places for values
#[derive(Default)]
struct Query {
    sql: String,
    args: Vec<String>,
}
impl Query {
    fn col(mut self, c: &'static str, v: &str) -> Self {
        self.sql.push_str(if self.args.is_empty() { " WHERE " } else { " AND " });
        self.args.push(v.to_string());
        self.sql += &format!("{c} = ${}", self.args.len());
        self
    }
}
pub fn run(input: &str) -> String {
    let (a, b) = input.split_once(',').unwrap_or((input, ""));
    let q = Query { sql: "SELECT id FROM people".into(), args: vec![] }.col("town", a).col("street", b);
    format!("{}\n{:?}", q.sql, q.args)
}
