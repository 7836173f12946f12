//! Providers over HTTP against a server on loopback that fails in every way.
//!
//! Time is the tests' own: a pause takes none. Only limits of the connection itself are real, and no test measures them.

#[path = "providers/fault.rs"]
mod fault;
#[path = "providers/faults.rs"]
mod faults;
#[path = "providers/keys.rs"]
mod keys;
#[path = "support/leaks.rs"]
mod leaks;
#[path = "support/peers.rs"]
mod peers;
#[path = "providers/proxies.rs"]
mod proxies;
#[path = "providers/replies.rs"]
mod replies;
#[path = "providers/retries.rs"]
mod retries;
#[path = "support/server.rs"]
mod server;
#[path = "providers/tls.rs"]
mod tls;
#[path = "support/world.rs"]
mod world;

use std::sync::Arc;

use compiled_ai_compiler::model::{Prompt, ProviderError, Reply, Settings, provider_in};
use peers::{KEY, VARIABLE};
use world::Dream;

/// Asks once, in a world where the key is set.
fn ask(settings: Settings) -> Result<Reply, ProviderError> {
    ask_in(settings, Dream::with(&[(VARIABLE, KEY)]))
}

fn ask_in(settings: Settings, world: Arc<Dream>) -> Result<Reply, ProviderError> {
    provider_in(settings, world)?.ask(&prompt(), &mut |_| {})
}

fn prompt() -> Prompt {
    Prompt::new("What never changes.", "What does.")
}

/// `text` with what differs from run to run taken out.
fn settled(text: &str) -> String {
    let mut settled = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("127.0.0.1:") {
        let end = at + "127.0.0.1:".len();
        settled += &rest[..end];
        settled += "PORT";
        rest = rest[end..].trim_start_matches(|c: char| c.is_ascii_digit());
    }
    settled + rest
}
