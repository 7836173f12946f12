//! What `compile` and `verify` need before a candidate can be run: the kit that the crate links, built.

