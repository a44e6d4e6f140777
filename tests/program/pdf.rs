//! A PDF read back without its writer: its parts as a tree, and the texts of its pages.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::collections::BTreeMap;
use std::io::Read;

/// A file: the head and the decoded stream of each object.
pub(crate) struct Pdf {
    objects: BTreeMap<u32, (String, Vec<u8>)>,
}

/// A part of the document.
pub(crate) struct Part {
    /// `Table`, `TD`, `Figure` and the like.
    pub(crate) kind: String,
    /// The dictionary in which its attributes stand.
    pub(crate) head: String,
    /// What is written in it and in its parts.
    pub(crate) text: String,
    pub(crate) parts: Vec<Part>,
}

impl Part {
    /// What is read in its place.
    pub(crate) fn alternative(&self) -> String {
        let text = self.head.split("/Alt").nth(1).unwrap_or("").trim_start();
        match text.strip_prefix("<FEFF") {
            Some(hex) => wide(hex.split('>').next().unwrap()),
            None => text.trim_start_matches('(').split(')').next().unwrap().to_owned(),
        }
    }

    /// Every part of a kind beneath this one, in reading order.
    pub(crate) fn all<'a>(&'a self, kind: &str, found: &mut Vec<&'a Part>) {
        for part in &self.parts {
            if part.kind == kind {
                found.push(part);
            }
            part.all(kind, found);
        }
    }
}

/// The texts of a page by the number of the mark that they stand in.
type Marks = BTreeMap<u32, String>;

impl Pdf {
    pub(crate) fn read(bytes: &[u8]) -> Pdf {
        let mut objects = BTreeMap::new();
        let mut at = 0;
        while let Some(found) = find(bytes, b" 0 obj", at) {
            let begin = bytes[..found].iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |n| n + 1);
            let number = std::str::from_utf8(&bytes[begin..found]).unwrap().parse().unwrap();
            let end = find(bytes, b"endobj", found).unwrap();
            let body = &bytes[found + 6..end];
            let (head, stream) = match find(body, b"\nstream\n", 0) {
                Some(split) => {
                    let start = split + b"\nstream\n".len();
                    let packed = &body[start..find(body, b"\nendstream", start).unwrap()];
                    let mut plain = Vec::new();
                    let mut unpack = flate2::read::ZlibDecoder::new(packed);
                    if unpack.read_to_end(&mut plain).is_err() {
                        plain = packed.to_vec();
                    }
                    (&body[..split], plain)
                }
                None => (body, Vec::new()),
            };
            objects.insert(number, (spaced(&String::from_utf8_lossy(head)), stream));
            at = end;
        }
        Pdf { objects }
    }

    fn head(&self, number: u32) -> &str {
        &self.objects[&number].0
    }

    fn find(&self, part: &str) -> u32 {
        let found = self.objects.iter().find(|(_, (head, _))| head.contains(part));
        *found.unwrap_or_else(|| panic!("no object with {part}")).0
    }

    /// What the file says of itself.
    pub(crate) fn catalogue(&self) -> &str {
        self.head(self.find("/Type /Catalog"))
    }

    /// The properties of the file in XML.
    pub(crate) fn properties(&self) -> String {
        String::from_utf8_lossy(&self.objects[&self.find("/Type /Metadata")].1).into_owned()
    }

    /// The document as it is read aloud.
    pub(crate) fn document(&self) -> Part {
        let pages: Vec<u32> = self
            .objects
            .iter()
            .filter(|(_, (head, _))| head.contains("/Type /Page "))
            .map(|(number, _)| *number)
            .collect();
        let texts: BTreeMap<u32, Marks> = pages.iter().map(|page| (*page, self.marks(*page))).collect();
        self.part(self.find("/S /Document "), &texts)
    }

    fn part(&self, number: u32, texts: &BTreeMap<u32, Marks>) -> Part {
        let head = self.head(number);
        let kind = word(head, "/S /").to_owned();
        let page = head.contains("/Pg ").then(|| reference(head, "/Pg "));
        let mut part = Part { kind, head: head.to_owned(), text: String::new(), parts: Vec::new() };
        for child in children(head) {
            match child {
                Child::Part(number) => {
                    let inner = self.part(number, texts);
                    part.text.push_str(&inner.text);
                    part.parts.push(inner);
                }
                Child::Mark(own, mark) => part.text.push_str(&texts[&own.or(page).unwrap()][&mark]),
            }
        }
        part
    }

    /// The texts of a page.
    fn marks(&self, page: u32) -> Marks {
        let head = self.head(page);
        let resources = match head.contains("/Resources <<") {
            true => head,
            false => self.head(reference(head, "/Resources ")),
        };
        let fonts: BTreeMap<&str, BTreeMap<u16, String>> = resources
            .split("/Font <<")
            .nth(1)
            .unwrap_or("")
            .split(">>")
            .next()
            .unwrap()
            .split('/')
            .skip(1)
            .map(|font| {
                let mut words = font.split_whitespace();
                let (name, number) = (words.next().unwrap(), words.next().unwrap().parse().unwrap());
                (name, self.letters(reference(self.head(number), "/ToUnicode ")))
            })
            .collect();
        let content = &self.objects[&reference(head, "/Contents ")].1;
        let (mut marks, mut open, mut font) = (Marks::new(), None, None);
        for line in Operations::new(content) {
            match line.name.as_str() {
                "BDC" => open = line.before.split("/MCID ").nth(1).map(number),
                "EMC" => open = None,
                "Tf" => font = fonts.get(word(&line.before, "/")),
                "Tj" | "TJ" => {
                    if let (Some(mark), Some(font)) = (open, font) {
                        let text: String = line
                            .shown
                            .chunks(2)
                            .map(|pair| font[&u16::from_be_bytes([pair[0], pair[1]])].as_str())
                            .collect();
                        marks.entry(mark).or_default().push_str(&text);
                    }
                }
                _ => {}
            }
        }
        marks
    }

    /// What each letter of a font stands for.
    fn letters(&self, map: u32) -> BTreeMap<u16, String> {
        let text = String::from_utf8_lossy(&self.objects[&map].1).into_owned();
        let mut letters = BTreeMap::new();
        for part in text.split("beginbfchar").skip(1) {
            for line in part.split("endbfchar").next().unwrap().lines() {
                let hex: Vec<&str> = line.split(['<', '>']).filter(|part| !part.trim().is_empty()).collect();
                if let [code, units] = hex[..] {
                    letters.insert(u16::from_str_radix(code, 16).unwrap(), wide(units));
                }
            }
        }
        letters
    }
}

enum Child {
    Part(u32),
    /// A mark, with its page where the part does not name it.
    Mark(Option<u32>, u32),
}

/// What stands under `/K`.
fn children(head: &str) -> Vec<Child> {
    let Some(rest) = head.split("/K ").nth(1) else { return Vec::new() };
    let words: Vec<&str> = rest.split(' ').collect();
    let (mut at, mut found) = (usize::from(words[0] == "["), Vec::new());
    loop {
        match words.get(at).copied() {
            Some("<<") => {
                let long = words[at..].iter().position(|word| *word == ">>").unwrap();
                let inside = words[at..at + long].join(" ");
                found.push(Child::Mark(Some(reference(&inside, "/Pg ")), reference(&inside, "/MCID ")));
                at += long + 1;
            }
            Some(word) if word.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty() => {
                let part = words.get(at + 2) == Some(&"R");
                let value = number(word);
                found.push(if part { Child::Part(value) } else { Child::Mark(None, value) });
                at += if part { 3 } else { 1 };
            }
            _ => return found,
        }
        if words[0] != "[" {
            return found;
        }
    }
}

/// The parts of a dictionary with one space between them.
fn spaced(head: &str) -> String {
    let apart = head
        .replace("<<", " << ")
        .replace(">>", " >> ")
        .replace('[', " [ ")
        .replace(']', " ] ")
        .replace('/', " /");
    let mut words: Vec<&str> = apart.split_whitespace().collect();
    words.push("");
    words.join(" ")
}

/// A text in hexadecimal UTF-16.
fn wide(hex: &str) -> String {
    let unit = |n: usize| u16::from_str_radix(&hex[4 * n..4 * n + 4], 16).unwrap();
    String::from_utf16(&(0..hex.len() / 4).map(unit).collect::<Vec<_>>()).unwrap()
}

fn find(bytes: &[u8], part: &[u8], from: usize) -> Option<usize> {
    bytes[from..].windows(part.len()).position(|window| window == part).map(|n| n + from)
}

fn number(text: &str) -> u32 {
    text.trim_start().split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap()
}

fn reference(head: &str, key: &str) -> u32 {
    number(head.split(key).nth(1).unwrap_or_else(|| panic!("no {key} in {head}")))
}

/// The name that follows a key.
fn word<'a>(head: &'a str, key: &str) -> &'a str {
    head.split(key).nth(1).unwrap_or("").split(|c: char| !c.is_alphanumeric()).next().unwrap()
}

/// An operation of a page: its name, what stands before it, and the bytes of the strings among that.
struct Operation {
    name: String,
    before: String,
    shown: Vec<u8>,
}

struct Operations<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Operations<'_> {
    fn new(bytes: &[u8]) -> Operations<'_> {
        Operations { bytes, at: 0 }
    }

    /// A string in parentheses.
    fn literal(&mut self, shown: &mut Vec<u8>) {
        self.at += 1;
        let mut depth = 1;
        while depth > 0 {
            let byte = self.bytes[self.at];
            self.at += 1;
            match byte {
                b'\\' => {
                    let next = self.bytes[self.at];
                    self.at += 1;
                    match next {
                        b'n' => shown.push(b'\n'),
                        b'r' => shown.push(b'\r'),
                        b't' => shown.push(b'\t'),
                        b'b' => shown.push(8),
                        b'f' => shown.push(12),
                        b'0'..=b'7' => {
                            let mut value = u32::from(next - b'0');
                            for _ in 0..2 {
                                let digit = self.bytes[self.at];
                                if (b'0'..=b'7').contains(&digit) {
                                    value = 8 * value + u32::from(digit - b'0');
                                    self.at += 1;
                                }
                            }
                            shown.push(value as u8);
                        }
                        other => shown.push(other),
                    }
                }
                b'(' => {
                    depth += 1;
                    shown.push(byte);
                }
                b')' => {
                    depth -= 1;
                    if depth > 0 {
                        shown.push(byte);
                    }
                }
                other => shown.push(other),
            }
        }
    }

    /// A string in hexadecimal digits.
    fn hexadecimal(&mut self, shown: &mut Vec<u8>) {
        let end = find(self.bytes, b">", self.at).unwrap();
        let digits = std::str::from_utf8(&self.bytes[self.at + 1..end]).unwrap();
        shown.extend(
            (0..digits.len() / 2).map(|n| u8::from_str_radix(&digits[2 * n..2 * n + 2], 16).unwrap()),
        );
        self.at = end + 1;
    }
}

impl Iterator for Operations<'_> {
    type Item = Operation;

    fn next(&mut self) -> Option<Operation> {
        let (mut before, mut shown) = (String::new(), Vec::new());
        while self.at < self.bytes.len() {
            match self.bytes[self.at] {
                b'(' => self.literal(&mut shown),
                b'<' if self.bytes[self.at + 1] == b'<' => {
                    before.push_str("<<");
                    self.at += 2;
                }
                b'<' => self.hexadecimal(&mut shown),
                byte if byte.is_ascii_alphabetic()
                    && (before.is_empty() || before.ends_with([' ', '\n', ']', '>'])) =>
                {
                    let rest = &self.bytes[self.at..];
                    let long = rest.iter().position(|b| !b.is_ascii_alphanumeric() && *b != b'*');
                    let name = String::from_utf8_lossy(&rest[..long.unwrap_or(rest.len())]).into_owned();
                    self.at += name.len();
                    if ["true", "false", "null"].contains(&name.as_str()) {
                        before.push_str(&name);
                        continue;
                    }
                    return Some(Operation { name, before, shown });
                }
                byte => {
                    before.push(char::from(byte));
                    self.at += 1;
                }
            }
        }
        None
    }
}
