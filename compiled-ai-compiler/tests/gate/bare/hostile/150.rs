// class: semantic weakness; cwe: 209
fn load(id: &str) -> Result<String, String> {
    let id: u32 = id.trim().parse().map_err(|e| format!("query failed: SELECT * FROM users WHERE id = ?: {e} (host=db01.internal:5432, file=/srv/app/src/db.rs:88)"))?;
    Ok(format!("user {id}"))
}

pub fn run(input: &str) -> String {
    load(input).unwrap_or_else(|e| e)
}
