//! The codes of problems in files of monthly counts. A code keeps its meaning for ever; a new problem gets a new one.

macro_rules! codes {
    ($($name:ident = $code:literal: $nl:literal, $en:literal;)+) => {
        $(#[doc = $en] pub(super) const $name: &str = $code;)+

        /// Every code with what it says, in Dutch and in English.
        pub const CODES: &[(&str, &str, &str)] = &[$(($code, $nl, $en),)+];
    };
}

codes! {
    FILE = "FC001": "Het bestand is leeg of geen UTF-8-tekst.", "The file is empty or not text in UTF-8.";
    COLUMNS = "FC002": "De kolommen zijn niet die van een reeks.", "The columns are not those of a series.";
    PERIOD = "FC003": "Dit is geen maand.", "This is not a month.";
    NUMBER = "FC004": "Dit is geen aantal.", "This is not a count.";
    NEGATIVE = "FC005": "Een aantal is negatief.", "A count is negative.";
    DUPLICATE = "FC006": "Een maand staat er twee keer.", "A month stands here twice.";
    GAPS = "FC007": "Er ontbreken te veel maanden.", "Too many months are missing.";
    SHORT = "FC008": "De reeks is te kort.", "The series is too short.";
    END = "FC009": "De groepen eindigen niet in dezelfde maand.", "The groups do not end in the same month.";
    LARGE = "FC010": "Het bestand of een aantal is onzinnig groot.", "The file or a count is absurdly large.";
    CHOICE = "FC011": "Het is niet duidelijk welke reeks bedoeld is.", "It is not clear which series is meant.";
    ROW = "FC012": "Een regel heeft een ander aantal velden dan de kop.", "A row has another number of fields than the header.";
    BRIDGED = "FC050": "Enkele maanden ontbreken en zijn overbrugd (waarschuwing).", "Some months are missing and were bridged (warning).";
}
