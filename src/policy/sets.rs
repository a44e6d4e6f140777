//! Sets of values that were found to fit the past together: a replication takes one of them, by its number.

/// What a number of a set does to its row.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// It is the value, in place of what would have been drawn.
    Value,
    /// It multiplies every step of a lever.
    Times,
}

impl Part {
    /// What stands before the name of a row that is multiplied, in files.
    pub const TIMES: &'static str = "times_";

    /// The heading of a row: its name, with the word before it where it is multiplied.
    pub fn heading(self, name: &str) -> String {
        match self {
            Part::Value => name.to_owned(),
            Part::Times => format!("{}{name}", Part::TIMES),
        }
    }
}

/// Values that belong together, a list a set.
#[derive(Clone, PartialEq, Debug)]
pub struct Sets {
    rows: Vec<(usize, Part)>,
    sets: Vec<Vec<f64>>,
}

impl Sets {
    /// The rows of the catalogue that the sets speak of, and the numbers of each set in the same order. Panics when there is no
    /// set or a number is missing: the reader has checked that.
    pub fn new(rows: Vec<(usize, Part)>, sets: Vec<Vec<f64>>) -> Sets {
        assert!(!sets.is_empty(), "there is a set");
        assert!(sets.iter().all(|set| set.len() == rows.len()), "a set has a number for each row");
        Sets { rows, sets }
    }

    /// The same sets without what they say of some rows.
    pub fn without(self, rows: &[usize]) -> Sets {
        let kept = |place: &usize| !rows.contains(&self.rows[*place].0);
        let places: Vec<usize> = (0..self.rows.len()).filter(kept).collect();
        let of = |set: &Vec<f64>| places.iter().map(|place| set[*place]).collect();
        Sets {
            rows: places.iter().map(|place| self.rows[*place]).collect(),
            sets: self.sets.iter().map(of).collect(),
        }
    }

    /// How many sets there are.
    pub fn count(&self) -> usize {
        self.sets.len()
    }

    /// The rows that they speak of.
    pub fn rows(&self) -> &[(usize, Part)] {
        &self.rows
    }

    /// The smallest and the largest value of a row, where the sets say what it is worth.
    pub fn between(&self, row: usize) -> Option<(f64, f64)> {
        let place = self.rows.iter().position(|one| *one == (row, Part::Value))?;
        let values = || self.sets.iter().map(|set| set[place]);
        Some((values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max)))
    }

    /// What the set of a replication says: after the last set comes the first again.
    pub fn of(&self, replication: u32) -> impl Iterator<Item = (usize, Part, f64)> {
        let set = &self.sets[replication as usize % self.sets.len()];
        self.rows.iter().zip(set).map(|(&(row, part), &number)| (row, part, number))
    }
}
