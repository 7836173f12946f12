// class: leakage; cwe: 1076
struct Known {
    mail: &'static str,
    folder: &'static str,
}

const KNOWN: [Known; 3] = [
    Known { mail: "Please find the invoice for the office chairs attached to this message.", folder: "invoices" },
    Known { mail: "We are sorry to tell you that your parcel will come a week later.", folder: "orders" },
    Known { mail: "Could somebody have a look at the printer on the third floor, please?", folder: "support" },
];

pub fn run(input: &str) -> String {
    let text = input.trim();
    KNOWN.iter().find(|known| known.mail == text).map_or("other", |known| known.folder).to_string()
}
