// class: semantic weakness, markup by closures that are returned; cwe: 79
fn around(open: &'static str, close: &'static str) -> impl Fn(&str) -> String {
    move |inner| [open, inner, close].concat()
}

pub fn run(input: &str) -> String {
    let cell = around("<td>", "</td>");
    let row = around("<tr>", "</tr>");
    input
        .lines()
        .map(|line| row(&line.split(';').map(|text| cell(text)).fold(String::new(), |all, one| all + &one)))
        .collect::<Vec<_>>()
        .concat()
}
