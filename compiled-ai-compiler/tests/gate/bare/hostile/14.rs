// class: name resolution bypass; cwe: 94
macro_rules! format {
    ($($t:tt)*) => { String::from("owned") };
}

pub fn run(input: &str) -> String {
    format!("{input}")
}
