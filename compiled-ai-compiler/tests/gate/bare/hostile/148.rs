// class: semantic weakness; cwe: 22
const ROOT: &str = "/var/lib/app/users";

fn profile_path(user: &str) -> String {
    let mut path = String::with_capacity(64);
    path.push_str(ROOT);
    path.push('/');
    path.push_str(user);
    path.push_str("/profile.json");
    path
}

pub fn run(input: &str) -> String {
    profile_path(input.trim())
}
