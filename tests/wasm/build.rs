//! Links the specs.
fn main() {
    compiled_ai_build::compile("specs");
}
