// class: semantic weakness; cwe: 798; layer: literal
const KEY: &str = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAwJ3yG2bq0x7vP1o9QZr5s8mT4uK6nXcLhVd2WfEjRaBtYgOi\nU3pSzN7kMxHqC0lDvFe5wJ8yGb1oQrT9sK4uXnLcVh2dWmEjRfAtYg6iO3pSzN7k\n-----END RSA PRIVATE KEY-----";

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(KEY))
}
