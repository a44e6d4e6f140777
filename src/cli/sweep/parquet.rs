//! The table of a sweep as Parquet: the same rows and columns as `runs.csv`, read back from it so that memory stays flat.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use super::store::FIRST;
use crate::scenario::plan::Levels;
use crate::study::sweep::Sweep;

/// Rows in a group of the file, which is held in memory while it is written.
const GROUP: usize = 1 << 13;

/// What stands in a column.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Run, point, replication, measures that are not law.
    Whole,
    /// A number, or nothing.
    Number,
    /// A word, a date, a keyed value, or nothing.
    Word,
}

/// The kinds of the columns of a sweep.
pub(super) fn kinds(sweep: &Sweep, columns: &[String]) -> Vec<Kind> {
    let mut kinds = vec![Kind::Whole; FIRST.len()];
    if sweep.plan.scenarios.len() > 1 {
        kinds.push(Kind::Word);
    }
    kinds.extend(sweep.plan.factors.iter().map(|factor| match &factor.levels {
        Levels::Between { .. } => Kind::Number,
        Levels::Days(..) => Kind::Word,
        Levels::Listed(list) => {
            let numbers = list.iter().all(|level| level.as_ref().is_some_and(|l| l.parse::<f64>().is_ok()));
            if numbers { Kind::Number } else { Kind::Word }
        }
    }));
    kinds.resize(columns.len(), Kind::Number);
    kinds
}

/// Writes the rows of a table in CSV.
pub(super) fn write(
    file: &mut (dyn Write + Send),
    table: &Path,
    columns: &[String],
    kinds: &[Kind],
) -> io::Result<()> {
    let other = |error: parquet::errors::ParquetError| io::Error::other(error.to_string());
    let fields = columns.iter().zip(kinds).map(|(name, kind)| {
        let (physical, repetition) = match kind {
            Kind::Whole => (Physical::INT64, Repetition::REQUIRED),
            Kind::Number => (Physical::DOUBLE, Repetition::OPTIONAL),
            Kind::Word => (Physical::BYTE_ARRAY, Repetition::OPTIONAL),
        };
        let text = if *kind == Kind::Word { ConvertedType::UTF8 } else { ConvertedType::NONE };
        let built = Type::primitive_type_builder(name, physical).with_repetition(repetition);
        built.with_converted_type(text).build().map(Arc::new)
    });
    let fields = fields.collect::<Result<Vec<_>, _>>().map_err(other)?;
    let schema = Type::group_type_builder("runs").with_fields(fields).build().map_err(other)?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("doorstroom {}", env!("CARGO_PKG_VERSION")))
        .build();
    let mut bytes = Shared(file);
    let mut writer =
        SerializedFileWriter::new(&mut bytes, Arc::new(schema), Arc::new(properties)).map_err(other)?;
    let mut reader = csv::Reader::from_path(table)?;
    let mut rows = Vec::with_capacity(GROUP);
    let mut records = reader.records();
    loop {
        rows.clear();
        for record in records.by_ref().take(GROUP) {
            rows.push(record?);
        }
        if rows.is_empty() {
            break;
        }
        let mut group = writer.next_row_group().map_err(other)?;
        for (column, kind) in kinds.iter().enumerate() {
            let cells = || rows.iter().map(|row| row.get(column).unwrap_or(""));
            let there: Vec<i16> = cells().map(|cell| i16::from(!cell.is_empty())).collect();
            let full = || cells().filter(|cell| !cell.is_empty());
            let mut open = group.next_column().map_err(other)?.expect("there is a column for each kind");
            match kind {
                Kind::Whole => {
                    let values: Vec<i64> = cells().map(|cell| cell.parse().unwrap_or(-1)).collect();
                    open.typed::<Int64Type>().write_batch(&values, None, None).map_err(other)?;
                }
                Kind::Number => {
                    let values: Vec<f64> = full().map(|cell| cell.parse().unwrap_or(f64::NAN)).collect();
                    open.typed::<DoubleType>().write_batch(&values, Some(&there), None).map_err(other)?;
                }
                Kind::Word => {
                    let values: Vec<ByteArray> = full().map(ByteArray::from).collect();
                    open.typed::<ByteArrayType>().write_batch(&values, Some(&there), None).map_err(other)?;
                }
            }
            open.close().map_err(other)?;
        }
        group.close().map_err(other)?;
    }
    writer.close().map_err(other)?;
    Ok(())
}

/// A writer that can be handed on.
struct Shared<'a>(&'a mut (dyn Write + Send));

impl Write for Shared<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
