//! The values that cross between the rooms and an engine.

use serde_json::Value as Json;

/// A value going into a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// SQL null.
    Null,
    /// Whole numbers, booleans (0/1), instants (UTC milliseconds), money (minor units).
    Int(i64),
    /// Only for measurements, never for money.
    Real(f64),
    /// Text, days (`YYYY-MM-DD`), enums by their code, and nested things as JSON.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

/// A value coming out of a row, borrowed from the engine.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValueRef<'a> {
    /// SQL null.
    Null,
    /// A whole number.
    Int(i64),
    /// A measurement.
    Real(f64),
    /// Text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
}

impl Value {
    /// A JSON value as a column: nested things become JSON text, booleans 0/1.
    pub fn from_json(json: Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(b) => Self::Int(i64::from(b)),
            Json::Number(n) => {
                n.as_i64().map_or_else(|| Self::Real(n.as_f64().unwrap_or_default()), Self::Int)
            }
            Json::String(s) => Self::Text(s),
            nested => Self::Text(nested.to_string()),
        }
    }

    /// The value as JSON, for audit and cursors. Text stays text.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Int(n) => Json::from(*n),
            Self::Real(x) => Json::from(*x),
            Self::Text(s) => Json::from(s.as_str()),
            Self::Blob(b) => Json::from(blake3::hash(b).to_hex().as_str()),
        }
    }
}

impl ValueRef<'_> {
    /// An owned copy.
    pub fn to_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Int(n) => Value::Int(n),
            Self::Real(x) => Value::Real(x),
            Self::Text(s) => Value::Text(s.to_owned()),
            Self::Blob(b) => Value::Blob(b.to_vec()),
        }
    }
}

macro_rules! from_int {
    ($($t:ty),*) => { $(impl From<$t> for Value { fn from(n: $t) -> Self { Self::Int(i64::from(n)) } })* };
}
from_int!(i64, i32, u32, u16, u8, bool);

impl From<f64> for Value {
    fn from(x: f64) -> Self {
        Self::Real(x)
    }
}
impl From<&str> for Value {
    fn from(s: &str) -> Self {
        Self::Text(s.to_owned())
    }
}
impl From<&String> for Value {
    fn from(s: &String) -> Self {
        Self::Text(s.clone())
    }
}
impl From<String> for Value {
    fn from(s: String) -> Self {
        Self::Text(s)
    }
}
impl From<Vec<u8>> for Value {
    fn from(b: Vec<u8>) -> Self {
        Self::Blob(b)
    }
}
impl From<Json> for Value {
    fn from(json: Json) -> Self {
        Self::from_json(json)
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
