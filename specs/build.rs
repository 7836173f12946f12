//! Turns what is locked in `compiled-ai/` into modules.

fn main() {
    compiled_ai_build::compile("specs");
}
