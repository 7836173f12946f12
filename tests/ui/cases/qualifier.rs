//! Functions that are not plain.

#[compiled_ai::spec("shout.yaml")]
async fn waiting(word: &str, times: Option<i64>) -> String;

#[compiled_ai::spec("shout.yaml")]
const unsafe extern "C" fn foreign(word: &str, times: Option<i64>) -> String;

#[compiled_ai::spec("shout.yaml")]
fn generic<'a, T: Into<String>>(word: &'a str, times: Option<i64>) -> String
where
    T: Clone;

fn main() {
    let _ = waiting("a", None);
}
