// class: soundness hole; cwe: 843
trait Object {
    type Output;
}

trait Marker {}

impl<T: ?Sized> Object for T {
    type Output = &'static str;
}

fn foo<T: ?Sized, U>(x: <T as Object>::Output) -> U
where
    T: Object<Output = U>,
{
    x
}

pub fn run(input: &str) -> String {
    let n: &'static str = foo::<dyn Marker, &'static str>("x");
    format!("{n}{input}")
}
