//! Nationalities as the published tables group them.

/// The eighteen nationalities with the most applications since 2014, and the rest.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
#[allow(missing_docs, reason = "a nationality is its own description")]
pub enum Nationality {
    Syria,
    Eritrea,
    Turkiye,
    Afghanistan,
    Iraq,
    Algeria,
    Iran,
    Unknown,
    Morocco,
    Yemen,
    Somalia,
    Nigeria,
    Stateless,
    Pakistan,
    Albania,
    Ukraine,
    Moldova,
    Sudan,
    Other,
}

impl Nationality {
    /// All of them, in the order of their keys.
    pub const ALL: [Nationality; 19] = {
        use Nationality::*;
        [
            Syria,
            Eritrea,
            Turkiye,
            Afghanistan,
            Iraq,
            Algeria,
            Iran,
            Unknown,
            Morocco,
            Yemen,
            Somalia,
            Nigeria,
            Stateless,
            Pakistan,
            Albania,
            Ukraine,
            Moldova,
            Sudan,
            Other,
        ]
    };

    /// Their keys in scenario files, in the same order.
    pub const KEYS: [&'static str; 19] = [
        "syria",
        "eritrea",
        "turkiye",
        "afghanistan",
        "iraq",
        "algeria",
        "iran",
        "unknown",
        "morocco",
        "yemen",
        "somalia",
        "nigeria",
        "stateless",
        "pakistan",
        "albania",
        "ukraine",
        "moldova",
        "sudan",
        "other",
    ];

    /// Their Dutch names, in the same order.
    pub const DUTCH: [&'static str; 19] = [
        "Syrië",
        "Eritrea",
        "Turkije",
        "Afghanistan",
        "Irak",
        "Algerije",
        "Iran",
        "onbekend",
        "Marokko",
        "Jemen",
        "Somalië",
        "Nigeria",
        "staatloos",
        "Pakistan",
        "Albanië",
        "Oekraïne",
        "Moldavië",
        "Soedan",
        "overig",
    ];

    /// The group of languages in which its nationals are heard.
    pub const fn language(self) -> Language {
        use Nationality::*;
        match self {
            Syria | Iraq | Algeria | Morocco | Yemen | Stateless | Sudan | Unknown => Language::Arabic,
            Afghanistan | Iran => Language::Persian,
            Eritrea => Language::Tigrinya,
            Somalia => Language::Somali,
            Turkiye => Language::Turkish,
            Nigeria | Pakistan | Albania | Ukraine | Moldova | Other => Language::Other,
        }
    }

    /// Its place in the lists above.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The nationality of this key.
    pub fn from_key(key: &str) -> Option<Nationality> {
        Nationality::KEYS.iter().position(|k| *k == key).map(|i| Nationality::ALL[i])
    }
}

/// Groups of languages for which there are interpreters.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs, reason = "a language is its own description")]
pub enum Language {
    Arabic,
    /// Dari and Farsi.
    Persian,
    Tigrinya,
    Somali,
    Turkish,
    Other,
}

impl Language {
    /// How many groups there are.
    pub const COUNT: usize = Language::KEYS.len();

    /// Their keys in scenario files.
    pub const KEYS: [&'static str; 6] = ["arabic", "persian", "tigrinya", "somali", "turkish", "other"];
}
