// class: denial of service at compile time; cwe: 834
const WIDTH: usize = 512;

const fn shade(column: usize, row: usize) -> u8 {
    let mut value = (column * 31 + row * 17) as u32;
    let mut round = 0;
    while round < 400 {
        value ^= value << 13;
        value ^= value >> 17;
        value ^= value << 5;
        round += 1;
    }
    (value % 251) as u8
}

const SHADES: [u8; WIDTH] = {
    let mut shades = [0u8; WIDTH];
    let mut column = 0;
    while column < WIDTH {
        let mut row = 0;
        while row < 4 {
            shades[column] ^= shade(column, row);
            row += 1;
        }
        column += 1;
    }
    shades
};

pub fn run(input: &str) -> String {
    let sum: usize = input.bytes().map(usize::from).sum();
    format!("shade {}", SHADES[sum % WIDTH])
}
