//! Direct calls of a model, where somebody configured one and asks for them: they cost money.

use std::path::Path;

use compiled_ai_benches::latency::Sample;
use compiled_ai_compiler::config::Config;
use compiled_ai_compiler::model::Prompt;
use compiled_ai_compiler::stats::direct;
use compiled_ai_core::files::Disk;
use compiled_ai_core::load;

/// How many calls are made; none without it.
const VARIABLE: &str = "COMPILED_AI_BENCH_DIRECT";
const STEM: &str = "receipt";

/// The times of direct calls with a receipt, and the model's name; `Err` says why there are none.
pub(crate) fn measure() -> Result<(String, Sample), String> {
    let calls: usize = match std::env::var(VARIABLE) {
        Ok(text) => text.parse().map_err(|_| format!("`{VARIABLE}` is no number: `{text}`"))?,
        Err(_) => {
            return Err(format!("direct calls cost money: `{VARIABLE}=20` makes 20, where a provider is configured"));
        }
    };
    let krate = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let variable = |name: &str| std::env::var(name).ok();
    let config = Config::read([krate.as_path()], &variable).map_err(|error| error.to_string())?;
    let mut model = config.providers().map_err(|error| error.to_string())?.pop().ok_or("no provider is configured")?;
    let path = krate.join(format!("specs/{STEM}.yaml"));
    let spec = load::load(&Disk, &path, STEM).spec.ok_or("the spec can't be read")?;
    let system = direct::system(&spec);
    let mut sample = Sample::default();
    let mut name = model.name.clone();
    for example in spec.examples.iter().cycle().take(calls) {
        let input = compiled_ai_compiler::json::input(example).to_string();
        let reply =
            model.provider.ask(&Prompt::new(system.clone(), input), &mut |_| {}).map_err(|error| error.message)?;
        sample.inputs.push(vec![reply.took.as_nanos() as f64]);
        if !reply.model.is_empty() {
            name = reply.model;
        }
    }
    Ok((name, sample))
}
