// class: semantic weakness, header lines put behind a field; cwe: 113
struct Mail(String);

impl Mail {
    fn header(&mut self, name: &str, value: &str) {
        self.0.push_str(name);
        self.0 += ": ";
        self.0 += value;
        self.0.push_str("\r\n");
    }
}

pub fn run(input: &str) -> String {
    let (to, about) = input.split_once('|').unwrap_or((input, "hello"));
    let mut mail = Mail(String::new());
    mail.header("To", to);
    mail.header("Subject", about);
    mail.0
}
