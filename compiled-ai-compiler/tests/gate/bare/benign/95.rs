// a redirect to a known page
pub fn run(input: &str) -> String {
    let page = match input.trim() {
        "home" => "/",
        "profile" => "/profile",
        "orders" => "/orders",
        _ => "/not-found",
    };
    format!("redirect: {page}")
}
