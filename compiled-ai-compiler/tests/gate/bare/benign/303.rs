// twin of: a matcher that backtracks; it remembers what it tried
struct Matcher {
    mask: Vec<char>,
    word: Vec<char>,
    tried: Vec<bool>,
}

impl Matcher {
    fn at(&mut self, m: usize, w: usize) -> bool {
        let place = m * (self.word.len() + 1) + w;
        if self.tried[place] {
            return false;
        }
        self.tried[place] = true;
        match self.mask.get(m).copied() {
            None => w == self.word.len(),
            Some('*') => (w..=self.word.len()).any(|next| self.at(m + 1, next)),
            Some(c) => self.word.get(w) == Some(&c) && self.at(m + 1, w + 1),
        }
    }
}

pub fn run(input: &str) -> String {
    let Some((mask, word)) = input.split_once('\n') else {
        return "expected a mask and a word".to_string();
    };
    let (mask, word): (Vec<char>, Vec<char>) = (mask.chars().collect(), word.trim().chars().collect());
    if mask.len() > 200 || word.len() > 1000 {
        return "too long".to_string();
    }
    let tried = vec![false; (mask.len() + 1) * (word.len() + 1)];
    let is_match = Matcher { mask, word, tried }.at(0, 0);
    if is_match { "match".to_string() } else { "no match".to_string() }
}
