//! The build script of a crate that may generate. Fixtures run this program as theirs, so that the compiler is built once, with this
//! workspace, and not once more for each of them.
fn main() {
    compiled_ai_build::compile("specs");
}
