//! Columns of text for a terminal.

/// Rows as columns, two spaces apart, each as wide as its widest cell; the last one is not padded.
pub(super) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> =
        (0..count).map(|column| rows.iter().map(|row| width(row.get(column))).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, wide) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(wide - width(Some(cell)) + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn width(cell: Option<&String>) -> usize {
    cell.map_or(0, |cell| cell.chars().count())
}

/// A text in lines of at most `wide` characters, each begun with `indent`; a longer word stands alone.
pub(super) fn wrapped(text: &str, indent: &str, wide: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= wide => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{indent}{word}")),
        }
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_whatever_the_alphabet() {
        let rows = [["één", "1", "x"], ["twaalf", "22", "y"]].map(|row| row.map(String::from).to_vec());
        assert_eq!(columns(&rows), "één     1   x\ntwaalf  22  y\n");
    }

    #[test]
    fn lines_end_in_time() {
        assert_eq!(wrapped("een twee drie vier", "  ", 10), "  een twee\n  drie\n  vier\n");
    }
}
