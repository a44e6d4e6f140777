//! Floor 6: what the reader sees. Charts, tables and the page, in Dutch and English, made from an
//! [`Outcome`](crate::study::outcome::Outcome) and nothing else.

pub mod accounts;
mod against;
pub mod analysis;
pub mod answer;
mod as_known;
mod backtest;
pub mod brief;
mod chart;
mod compare;
pub mod comparison;
mod data_table;
mod drivers;
mod effects;
pub mod explain;
#[cfg(feature = "cli")]
mod font;
mod forecast;
mod own;
mod page;
#[cfg(feature = "cli")]
mod pdf;
#[cfg(feature = "cli")]
mod raster;
mod say;
mod summary;
pub mod tables;
mod texts;
pub mod trace;
mod vintages;
mod week;
mod written;

#[cfg(test)]
mod fixture;

pub use as_known::{
    as_known_csv, as_known_official_table, as_known_record, as_known_sentences, as_known_table,
};
pub use backtest::{
    BacktestPicture, Table, backtest_csv, backtest_html, backtest_pictures, backtest_sentences,
    experiment_table, experiments_csv, left_out, points_csv, residual_table, score_table, spread_table,
};
pub use chart::{Picture, Unusable, pictures};
#[cfg(feature = "cli")]
pub use font::choose_font;
pub use forecast::{ForecastPicture, forecast_csv, forecast_html, forecast_pictures, forecast_sentence};
pub use page::html;
#[cfg(feature = "cli")]
pub use raster::png;
pub use texts::Language;
pub use vintages::{official_csv, record_pictures, stock_pictures, vintages_csv};
