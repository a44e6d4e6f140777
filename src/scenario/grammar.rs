//! Syntax errors in plain words: what the parser says, told in Dutch and English with a cure.

use super::codes;
use super::problems::{Problems, Spot, both, none, quoted};

/// Reports what the parser found.
pub(super) fn report(problems: &mut Problems, spot: Spot, message: &str) {
    let (said, _) = message.split_once(", expected ").unwrap_or((message, ""));
    let written = problems.written(spot).to_string();
    if said == "duplicate key" {
        return duplicate(problems, spot);
    }
    if said.starts_with("cannot recurse") {
        let title = both(
            "hier staan lijsten of tabellen te diep in elkaar",
            "lists or tables are nested too deep here",
        );
        let help = both("een scenario heeft er hooguit zes niveaus van", "a scenario has six levels at most");
        return problems.error(codes::TOO_DEEP, spot, title, none(), help);
    }
    if looks_like_a_date(&written) {
        return super::dates::not_a_date(problems, spot, &written);
    }
    // Nothing at all behind the equals sign reads to the parser as a word without quotes.
    let said = if said == "string values must be quoted" && written.trim().is_empty() {
        "missing value for key"
    } else {
        said
    };
    let known = SAID.iter().find(|(part, ..)| said.contains(part));
    if let Some(number) = decimal_comma(problems, spot) {
        return problems.error(
            codes::SYNTAX,
            spot,
            both(
                "een getal heeft geen komma: een punt staat voor de decimalen, en niets tussen duizendtallen",
                "a number has no comma: a point comes before decimals, and nothing between thousands",
            ),
            none(),
            both(format!("schrijf {number}"), format!("write {number}")),
        );
    }
    let quote = quoted(written.trim());
    let quote = |key: &str| if quote.is_empty() { key.to_string() } else { quote.clone() };
    let (title, help) = match known {
        Some((_, nl, en, nl_cure, en_cure)) => (
            both(*nl, *en),
            both(nl_cure.replace("{}", &quote("sleutel")), en_cure.replace("{}", &quote("key"))),
        ),
        None => (
            both("hier klopt de schrijfwijze niet", quoted(said)),
            both(
                "elke regel is `sleutel = waarde`, `[tabel]` of `# opmerking`",
                "every line is `key = value`, `[table]` or `# comment`",
            ),
        ),
    };
    problems.error(codes::SYNTAX, spot, title, none(), help);
}

pub(super) fn duplicate(problems: &mut Problems, spot: Spot) {
    let key = quoted(problems.written(spot));
    problems.error(
        codes::DUPLICATE,
        spot,
        both(format!("`{key}` staat er twee keer"), format!("`{key}` stands here twice")),
        both("de tweede keer", "the second time"),
        both("laat er één staan", "keep one of the two"),
    );
}

/// `0,5` at a place: the number that was meant.
fn decimal_comma(problems: &Problems, spot: Spot) -> Option<String> {
    let text = &problems.sources.get(spot.file)?.text;
    let (before, after) = (text.get(..spot.start)?, text.get(spot.start..)?.strip_prefix(',')?);
    let line = before.rsplit('\n').next()?;
    if line.contains(['[', '{', '"']) {
        return None;
    }
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    let whole = &line[line.len() - line.bytes().rev().take_while(u8::is_ascii_digit).count()..];
    let decimals = &after[..digits(after)];
    if whole.is_empty() || decimals.is_empty() {
        return None;
    }
    // Three digits are thousands: 1,750 officers are no one and three quarters.
    let thousands = decimals.len() == 3 && whole.len() <= 3 && whole != "0";
    Some(if thousands { format!("{whole}{decimals}") } else { format!("{whole}.{decimals}") })
}

fn looks_like_a_date(written: &str) -> bool {
    let bytes = written.as_bytes();
    bytes.len() >= 8 && bytes[..4].iter().all(u8::is_ascii_digit) && bytes[4] == b'-'
}

/// Part of what the parser says; in Dutch, in English; the cure in Dutch, in English. The first that fits counts.
const SAID: &[(&str, &str, &str, &str, &str)] = &[
    (
        "string values must be quoted",
        "een woord als waarde staat tussen aanhalingstekens",
        "a word as a value stands between quotes",
        "schrijf \"{}\"",
        "write \"{}\"",
    ),
    (
        "key with no value",
        "hier staat een sleutel zonder waarde",
        "a key stands here without a value",
        "schrijf `{} = ...`",
        "write `{} = ...`",
    ),
    (
        "missing value for key",
        "achter `=` ontbreekt de waarde",
        "the value behind `=` is missing",
        "zet de waarde achter het isgelijkteken",
        "put the value behind the equals sign",
    ),
    (
        "missing assignment",
        "tussen sleutel en waarde ontbreekt `=`",
        "`=` is missing between key and value",
        "schrijf `sleutel = waarde`",
        "write `key = value`",
    ),
    (
        "missing comma",
        "tussen twee waarden ontbreekt een komma",
        "a comma is missing between two values",
        "zet er een komma tussen",
        "put a comma between them",
    ),
    (
        "extra comma",
        "hier staat een komma te veel",
        "there is a comma too many here",
        "haal de komma weg",
        "remove the comma",
    ),
    (
        "unclosed array table",
        "`[[` wordt niet gesloten",
        "`[[` is not closed",
        "sluit met `]]`",
        "close it with `]]`",
    ),
    (
        "unclosed array",
        "`[` wordt niet gesloten",
        "`[` is not closed",
        "sluit de lijst met `]`",
        "close the list with `]`",
    ),
    (
        "unclosed inline table",
        "`{` wordt niet gesloten",
        "`{` is not closed",
        "sluit met `}`",
        "close it with `}`",
    ),
    (
        "unclosed table",
        "`[` wordt niet gesloten",
        "`[` is not closed",
        "sluit de kop met `]`",
        "close the heading with `]`",
    ),
    (
        "invalid basic string",
        "een tekst tussen aanhalingstekens klopt niet",
        "a text between quotes is not right",
        "sluit haar op dezelfde regel met \", en schrijf een \\ dubbel",
        "close it with \" on the same line, and double every \\",
    ),
    (
        "invalid literal string",
        "een tekst tussen enkele aanhalingstekens wordt niet gesloten",
        "a text between single quotes is not closed",
        "sluit haar op dezelfde regel met '",
        "close it with ' on the same line",
    ),
    (
        "invalid multi-line",
        "een tekst over meer regels wordt niet gesloten",
        "a text over several lines is not closed",
        "sluit haar met drie aanhalingstekens",
        "close it with three quotes",
    ),
    (
        "leading zero",
        "een getal begint niet met een nul",
        "a number does not begin with a zero",
        "haal de nul vooraan weg",
        "remove the leading zero",
    ),
    (
        "`_` may only go between digits",
        "een liggend streepje mag alleen tussen cijfers",
        "an underscore may stand between digits only",
        "schrijf 10_000 of 10000",
        "write 10_000 or 10000",
    ),
    (
        "invalid unquoted key",
        "deze sleutel bevat een vreemd teken",
        "this key contains a strange character",
        "gebruik letters, cijfers, - en _",
        "use letters, digits, - and _",
    ),
    (
        "unquoted keys cannot be empty",
        "hier ontbreekt een sleutel",
        "a key is missing here",
        "schrijf `sleutel = waarde`",
        "write `key = value`",
    ),
    (
        "invalid float",
        "dit getal is niet te lezen",
        "this number cannot be read",
        "schrijf een punt voor de decimalen, met cijfers aan beide kanten: 0.5",
        "write a point before the decimals, with digits on both sides: 0.5",
    ),
    (
        "integer",
        "dit gehele getal is niet te lezen",
        "this whole number cannot be read",
        "schrijf alleen cijfers: 2500",
        "write digits only: 2500",
    ),
    (
        "carriage return",
        "hier staat een los regeleinde-teken",
        "a stray carriage return stands here",
        "bewaar het bestand met gewone regeleinden",
        "save the file with ordinary line ends",
    ),
    (
        "cannot extend value",
        "deze tabel staat onder iets dat geen tabel is",
        "this table stands under something that is no table",
        "geef haar een andere naam of haal het andere weg",
        "give it another name or remove the other",
    ),
    (
        "invalid comment",
        "hier staat een onzichtbaar teken",
        "an invisible character stands here",
        "haal het weg",
        "remove it",
    ),
    (
        "unexpected key or value",
        "achter de waarde staat nog iets",
        "something follows the value",
        "zet het op een eigen regel; een komma in een getal is een punt",
        "put it on a line of its own; write the decimals of a number after a point",
    ),
];
