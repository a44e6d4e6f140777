//! Elementary functions with the same bits on every platform, through `libm`.

/// e to the power x.
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// Logarithm to base 10.
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// x to the power y.
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// Natural logarithm of the absolute value of the gamma function.
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// ln(p / (1 - p)).
pub fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

/// The inverse of [`logit`].
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// The sine of an angle \[radians\].
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// The cosine of an angle \[radians\].
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// The angle of a point \[radians\], between -pi and pi.
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}
