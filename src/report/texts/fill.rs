//! Filling words into a sentence.

/// Puts each value where its name stands in braces: `fill("{n} personen", &[("n", "12")])`.
pub(in crate::report) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let close = rest[open..].find('}').expect("a text closes its braces") + open;
        let name = &rest[open + 1..close];
        let (_, value) = values
            .iter()
            .find(|(key, _)| *key == name)
            .unwrap_or_else(|| panic!("the text `{template}` asks for `{name}`"));
        out.push_str(&rest[..open]);
        out.push_str(value);
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_stand_where_their_names_stood_and_are_not_read_again() {
        assert_eq!(fill("van {a} tot {b}", &[("b", "{a}"), ("a", "1")]), "van 1 tot {a}");
    }
}
