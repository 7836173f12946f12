// class: twin of a hostile file, long match table; cwe: none; layer: none
fn abbreviation(word: &str) -> &str {
    match word {
        "street" => "St",
        "avenue" => "Ave",
        "boulevard" => "Blvd",
        "road" => "Rd",
        "lane" => "Ln",
        "drive" => "Dr",
        "court" => "Ct",
        "place" => "Pl",
        "square" => "Sq",
        "terrace" => "Ter",
        "highway" => "Hwy",
        "parkway" => "Pkwy",
        "circle" => "Cir",
        "trail" => "Trl",
        "north" => "N",
        "south" => "S",
        "east" => "E",
        "west" => "W",
        "apartment" => "Apt",
        "suite" => "Ste",
        "floor" => "Fl",
        "building" => "Bldg",
        "room" => "Rm",
        "department" => "Dept",
        "saint" => "St",
        "mount" => "Mt",
        "fort" => "Ft",
        "junction" => "Jct",
        other => other,
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let words: Vec<String> = input.text.split_whitespace().map(|w| abbreviation(&w.to_lowercase()).to_string()).collect();
    let company = words.join(" ");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
