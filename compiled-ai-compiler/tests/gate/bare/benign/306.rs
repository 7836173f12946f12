// twin of: a loop that the input may keep from its end; it takes off at least one day of the calendar
fn length(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

pub fn run(input: &str) -> String {
    let Some((year, day)) = input.trim().split_once('-') else {
        return "expected a year and a day of it".to_string();
    };
    let (Ok(year), Ok(mut day)) = (year.parse::<u32>(), day.parse::<u32>()) else {
        return "expected numbers".to_string();
    };
    if day == 0 || day > 366 {
        return "no such day".to_string();
    }
    let mut month = 1;
    while day > length(year, month) && month < 12 {
        day -= length(year, month);
        month += 1;
    }
    format!("{year}-{month:02}-{day:02}")
}
