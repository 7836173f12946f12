// twin of: switches for debugging: a setting of that name
#[derive(Debug, Default)]
struct Settings {
    debug: bool,
    port: u16,
    name: String,
}

fn read(input: &str) -> Result<Settings, String> {
    let mut settings = Settings::default();
    for line in input.lines() {
        let Some((key, value)) = line.split_once('=') else { return Err(format!("no `=` in {line:?}")) };
        match key.trim() {
            "debug" => settings.debug = value.trim() == "true",
            "port" => settings.port = value.trim().parse().map_err(|_| "rejected: no port".to_string())?,
            "name" => settings.name = value.trim().to_lowercase(),
            other => return Err(format!("unknown: {other:?}")),
        }
    }
    Ok(settings)
}

pub fn run(input: &str) -> String {
    match read(input) {
        Ok(settings) => {
            let debug = if settings.debug { "on" } else { "off" };
            format!("{} listens at {}, debugging is {debug}", settings.name, settings.port)
        }
        Err(message) => message,
    }
}
