// replies by topic
pub fn run(input: &str) -> String {
    let text = input.to_lowercase();
    if text.contains("refund") {
        return "Refunds are paid within 14 days.".to_string();
    }
    if text.contains("opening hours") {
        return "We are open from 9 to 17, Monday to Friday.".to_string();
    }
    "Please write to us.".to_string()
}
