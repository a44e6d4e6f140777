//! Signs that look like others, as a word processor makes them.

use super::super::problems::quoted;
use super::{Desk, alone};

impl Desk<'_> {
    pub(super) fn strange(&mut self, begin: usize, line: &str) -> bool {
        let mut clean = String::with_capacity(line.len());
        let mut inside: Option<char> = None;
        let mut first: Option<(usize, char)> = None;
        let mut comment = false;
        for (at, c) in line.char_indices() {
            let mut put = c;
            if comment {
                clean.push(c);
                continue;
            }
            let plain = match c {
                '“' | '”' | '„' | '‟' | '«' | '»' if inside != Some('s') => Some('"'),
                '‘' | '’' | '‚' | '‛' if matches!(inside, None | Some('s')) => Some('"'),
                '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' | '\u{200b}' | '\u{3000}' | '\u{feff}' => {
                    Some(' ')
                }
                '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
                _ => None,
            };
            match (plain, inside) {
                // Within a text between straight quotes everything may stand; a curly quote may still have to close it.
                (Some('"'), Some('"')) if !line[at + c.len_utf8()..].contains(['"', '”', '“', '’']) => {
                    put = '"';
                    inside = None;
                    first = first.or(Some((at, c)));
                }
                (Some('"'), Some('c' | 's')) => {
                    put = '"';
                    inside = None;
                }
                (Some('"'), None) => {
                    put = '"';
                    inside = Some(if matches!(c, '‘' | '’' | '‚' | '‛') { 's' } else { 'c' });
                    first = first.or(Some((at, c)));
                }
                (Some(plain), None) => {
                    put = plain;
                    first = first.or(Some((at, c)));
                }
                (None, None) if c == '"' || c == '\'' => inside = Some(c),
                (None, Some(open)) if c == open || (open == 'c' && c == '"') => inside = None,
                (None, None) if c == '#' => comment = true,
                _ => {}
            }
            clean.push(put);
        }
        let Some((at, sign)) = first else { return false };
        let spot = self.spot(begin, at..at + sign.len_utf8());
        let clean = alone(&clean);
        let shown = quoted(clean.trim());
        let (nl, en) = match sign {
            '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' => (
                "dit zijn gekrulde aanhalingstekens, zoals een tekstverwerker die maakt",
                "these are curly quotes, as a word processor makes them",
            ),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => {
                ("dit is een lang streepje, geen koppelteken", "this is a long dash, no hyphen")
            }
            _ => (
                "hier staat een vaste of onzichtbare spatie",
                "a non-breaking or invisible space stands here",
            ),
        };
        self.tell(spot, (nl, en), &shown);
        self.edit(begin, 0..line.len(), clean);
        true
    }
}
