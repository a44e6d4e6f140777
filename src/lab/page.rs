//! One file with everything in it: the core, what there is to choose, the words, the script and the style. It can load nothing.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::catalogue::catalogue;
use crate::diagnostic::{Language, Text};

const TEMPLATE: &str = include_str!("lab.html");
const STYLE: &str = include_str!("lab.css");
const SCRIPT: &str = include_str!("lab.js");
const WORKER: &str = include_str!("worker.js");

/// A scenario of the user's own that the page offers beside those that come with the program.
#[derive(Clone, Debug)]
pub struct Brought {
    /// The name by which a variant extends it: that of its file.
    pub name: String,
    /// Its title.
    pub title: Text,
    /// What it is about.
    pub about: Text,
}

/// The page, with a core, the scenarios that the user brought, and the texts of all their files by name.
pub fn page(
    core: &[u8],
    brought: &[Brought],
    files: &BTreeMap<String, String>,
    language: Language,
) -> String {
    let mut data = catalogue();
    let both = |text: &Text| json!({ "nl": text.nl, "en": text.en });
    let own =
        |one: &Brought| json!({ "name": one.name, "title": both(&one.title), "about": both(&one.about) });
    data["own"] = Value::Array(brought.iter().map(own).collect());
    data["files"] = json!(files);
    let (style, script) = (lines(STYLE), lines(SCRIPT));
    // A script may not end within its own text.
    let data = data.to_string().replace('<', "\\u003c");
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src blob: data:; worker-src blob:; \
         base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&style)
    );
    let core = BASE64_STANDARD.encode(packed(core));
    fill(&lines(TEMPLATE), |name| match name {
        "language" => language.code(),
        "policy" => &policy,
        "style" => &style,
        "script" => &script,
        "worker" => WORKER,
        "data" => &data,
        "core" => &core,
        other => panic!("the template of the lab asks for `{other}`"),
    })
}

/// Whether a file is such a page, of any version.
pub fn is_lab(file: &[u8]) -> bool {
    let head = &file[..file.len().min(1_000)];
    String::from_utf8_lossy(head).contains("<meta name=\"generator\" content=\"doorstroom lab\">")
}

/// Lines end as a browser reads them, or the hash of a script would be that of another text.
fn lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace('\r', "")) } else { Cow::Borrowed(text) }
}

/// The word in a content policy for a script or a style that is allowed.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

fn packed(core: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(core).and_then(|()| packed.finish()).expect("a vector takes every byte")
}

/// Puts the parts where `{{name}}` stands.
fn fill<'a>(template: &str, part: impl Fn(&str) -> &'a str) -> String {
    let mut page = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").expect("a template closes its braces");
        page.push_str(before);
        page.push_str(part(name));
        rest = after;
    }
    page + rest
}

#[cfg(test)]
mod tests {
    use super::super::texts::TEXTS;
    use super::*;

    fn made() -> String {
        let text = |text: &str| Text::new(text, text);
        let brought = [Brought { name: "mijn.toml".into(), title: text("</script><b>"), about: text("") }];
        let files = BTreeMap::from([("mijn.toml".to_owned(), "name = \"</script>\"".to_owned())]);
        page(b"\0asm", &brought, &files, Language::Nl)
    }

    #[test]
    fn the_page_loads_nothing_and_says_so_in_its_policy() {
        let page = made();
        // Names of vocabularies, which no browser opens.
        let rest =
            page.replace("http://www.w3.org/2000/svg", "").replace("\"http://www.w3.org/1999/xhtml\"", "");
        // Sources are told as they are, and some are addresses: as text in the data, never as something to open.
        let (before, data) = rest.split_once("<script type=\"application/json\" id=\"data\">").unwrap();
        let (_, after) = data.split_once("</script>").unwrap();
        for part in [before, after] {
            for outside in ["http:", "https:", "//cdn", "src=", "<link", "@import", "url(", "import("] {
                assert!(!part.contains(outside), "{outside}");
            }
        }
        assert!(is_lab(page.as_bytes()) && !is_lab(b"<html>"));
        assert!(page.contains("default-src 'none'") && !page.contains("unsafe-inline"));
        assert!(page.contains(&hash(&lines(SCRIPT))) && page.contains(&hash(&lines(STYLE))));
        assert!(!page.contains("style=\"") && !page.contains("onclick="));
        assert_eq!(page.matches("</script>").count(), 4, "a text of a scenario ends no script");
    }

    #[test]
    fn every_text_that_the_page_asks_for_exists_and_every_text_is_asked_for() {
        let parts = [TEMPLATE, SCRIPT];
        let known = |key: &str| TEXTS.iter().any(|(name, ..)| *name == key);
        let mut asked: Vec<&str> = Vec::new();
        for (open, close) in [("data-text=\"", '"'), ("say('", '\'')] {
            for part in parts {
                asked.extend(part.split(open).skip(1).filter_map(|rest| rest.split(close).next()));
            }
        }
        assert!(asked.len() > 60, "{}", asked.len());
        for key in &asked {
            assert!(known(key), "{key} is no text");
        }
        for (key, ..) in TEXTS {
            assert!(asked.contains(key), "nobody says {key}");
        }
    }
}
