// class: semantic weakness; cwe: 78
fn build_backup_command(dir: &str, target: &str) -> String {
    format!("tar czf /backups/{}.tgz {} && echo done", target, dir)
}

pub fn run(input: &str) -> String {
    let mut parts = input.split_whitespace();
    let dir = parts.next().unwrap_or(".");
    let target = parts.next().unwrap_or("backup");
    build_backup_command(dir, target)
}
