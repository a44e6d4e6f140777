//! Who does the work that a queue waits for.

/// Who does the work that a queue waits for.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum Desk {
    /// Identification and registration.
    Registration,
    /// Decision officers of the IND, with interpreters and lawyers at interviews.
    Decision,
    /// The district court (*rechtbank*).
    Court,
    /// The Administrative Jurisdiction Division of the Council of State (*Afdeling bestuursrechtspraak van de Raad van State*).
    Council,
    /// The family unit of the IND.
    Family,
    /// Municipalities, which supply dwellings.
    Municipalities,
    /// The unit of the IND for regular family life (article 8 of the Convention).
    Article8,
    /// Escorts of the Marechaussee and seats on flights, for forced departures.
    Escorts,
}

impl Desk {
    /// All desks, in the order in which they serve.
    pub const ALL: [Desk; 8] = [
        Desk::Registration,
        Desk::Decision,
        Desk::Court,
        Desk::Council,
        Desk::Family,
        Desk::Municipalities,
        Desk::Article8,
        Desk::Escorts,
    ];

    /// Units of work that make up one person, appeal or dwelling where a desk does not count minutes.
    pub const UNIT: u32 = 1_000;
}
