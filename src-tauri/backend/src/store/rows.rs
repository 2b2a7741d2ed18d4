//! A row of any engine as a serde struct: columns by name, JSON text as nested values, 0/1 as bool.
//!
//! Own code rather than a crate, because the crates that do this are each tied to one engine.

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::{StoreError, StoreResult, ValueRef};

/// What an engine shows of its current row.
pub trait RowAccess {
    /// How many columns there are.
    fn width(&self) -> usize;
    /// The name of column `i`.
    fn name(&self, i: usize) -> &str;
    /// The value of column `i`.
    fn get(&self, i: usize) -> ValueRef<'_>;
    /// Where the columns of these names are, when every one is there. Kept from row to row: a struct
    /// is then filled by place, and no name of any cell is compared.
    fn places(&self, fields: &'static [&'static str]) -> Option<&[usize]>;
}

/// Reads a row into `T`: a struct by column names, or, for a row of one column, a plain value.
pub fn from_row<T: DeserializeOwned>(row: &dyn RowAccess) -> StoreResult<T> {
    T::deserialize(Row(row)).map_err(|e| StoreError::Sql(format!("row does not fit its type: {e}")))
}

type E = de::value::Error;

struct Row<'a>(&'a dyn RowAccess);

impl<'de> Deserializer<'de> for Row<'_> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        Cell(self.0.get(0)).deserialize_any(visitor)
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.0.places(fields) {
            Some(places) => visitor.visit_seq(Placed { row: self.0, places: places.iter() }),
            None => visitor.visit_map(Columns { row: self.0, at: 0 }),
        }
    }
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_map(Columns { row: self.0, at: 0 })
    }
    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, E> {
        visitor.visit_seq(Cells { row: self.0, at: 0 })
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        Cell(self.0.get(0)).deserialize_option(visitor)
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        Cell(self.0.get(0)).deserialize_bool(visitor)
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        Cell(self.0.get(0)).deserialize_newtype_struct(name, visitor)
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        Cell(self.0.get(0)).deserialize_enum(name, variants, visitor)
    }
    forward_to_deserialize_any! { i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string
    bytes byte_buf unit unit_struct seq tuple_struct identifier ignored_any }
}

struct Columns<'a> {
    row: &'a dyn RowAccess,
    at: usize,
}

impl<'de> MapAccess<'de> for Columns<'_> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        if self.at == self.row.width() {
            return Ok(None);
        }
        let name: StrDeserializer<'_, E> = self.row.name(self.at).into_deserializer();
        seed.deserialize(name).map(Some)
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, E> {
        let at = self.at;
        self.at += 1;
        cell(self.row, at, seed)
    }
}

/// A struct's fields in their order, each from its column's place.
struct Placed<'a> {
    row: &'a dyn RowAccess,
    places: std::slice::Iter<'a, usize>,
}

impl<'de> de::SeqAccess<'de> for Placed<'_> {
    type Error = E;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, E> {
        let Some(at) = self.places.next() else { return Ok(None) };
        cell(self.row, *at, seed).map(Some)
    }
}

fn cell<'de, S: DeserializeSeed<'de>>(
    row: &dyn RowAccess,
    at: usize,
    seed: S,
) -> Result<S::Value, E> {
    seed.deserialize(Cell(row.get(at)))
        .map_err(|e| de::Error::custom(format!("column {}: {e}", row.name(at))))
}

struct Cells<'a> {
    row: &'a dyn RowAccess,
    at: usize,
}

impl<'de> de::SeqAccess<'de> for Cells<'_> {
    type Error = E;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, E> {
        if self.at == self.row.width() {
            return Ok(None);
        }
        self.at += 1;
        seed.deserialize(Cell(self.row.get(self.at - 1))).map(Some)
    }
}

struct Cell<'a>(ValueRef<'a>);

impl Cell<'_> {
    /// Nested values are kept as JSON text.
    fn nested<'de, V: Visitor<'de>>(
        self,
        read: impl FnOnce(serde_json::Value, V) -> Result<V::Value, serde_json::Error>,
        visitor: V,
    ) -> Result<V::Value, E> {
        let ValueRef::Text(text) = self.0 else {
            return Err(de::Error::custom("expected JSON text"));
        };
        let json = serde_json::from_str(text).map_err(de::Error::custom)?;
        read(json, visitor).map_err(de::Error::custom)
    }
}

impl<'de> Deserializer<'de> for Cell<'_> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            ValueRef::Null => visitor.visit_unit(),
            ValueRef::Int(n) => visitor.visit_i64(n),
            ValueRef::Real(x) => visitor.visit_f64(x),
            ValueRef::Text(s) => visitor.visit_str(s),
            ValueRef::Blob(b) => visitor.visit_bytes(b),
        }
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            ValueRef::Int(n) => visitor.visit_bool(n != 0),
            _ => Err(de::Error::custom("expected 0 or 1")),
        }
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            ValueRef::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        let ValueRef::Text(text) = self.0 else {
            return Err(de::Error::custom("expected a code"));
        };
        if text.starts_with('{') {
            return self.nested(|json, v| json.deserialize_enum(name, variants, v), visitor);
        }
        visitor.visit_enum(text.into_deserializer())
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.nested(Deserializer::deserialize_seq, visitor)
    }
    fn deserialize_tuple<V: Visitor<'de>>(self, n: usize, visitor: V) -> Result<V::Value, E> {
        self.nested(|json, v| json.deserialize_tuple(n, v), visitor)
    }
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.nested(Deserializer::deserialize_map, visitor)
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        self.nested(|json, v| json.deserialize_struct(name, fields, v), visitor)
    }
    forward_to_deserialize_any! { i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string
    bytes byte_buf unit unit_struct tuple_struct identifier ignored_any }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use tempfile::TempDir;

    use crate::store::{Ask, Store};

    #[derive(Debug, PartialEq, Deserialize)]
    struct Coat {
        id: i64,
        title: String,
        colours: Vec<String>,
        lined: bool,
        #[serde(default)]
        note: Option<String>,
    }

    /// The first row of a statement over a shop with nothing in it.
    fn first(sql: &str) -> Result<Coat, String> {
        let dir = TempDir::new().unwrap();
        let store = Store::open(dir.path(), &[]).unwrap();
        let reader = store.read().unwrap();
        let ask: &dyn Ask = &reader;
        ask.one(sql, &[]).map_err(|e| e.to_string())
    }

    fn coat(note: Option<&str>) -> Coat {
        Coat {
            id: 7,
            title: "羊毛大衣".to_owned(),
            colours: vec!["驼色".to_owned(), "黑色".to_owned()],
            lined: true,
            note: note.map(str::to_owned),
        }
    }

    #[test]
    fn a_struct_is_filled_by_the_names_of_columns_in_whatever_order_they_come() {
        let asked = "select 1 as sort_0, '[\"驼色\",\"黑色\"]' as colours, 'x' as note, 1 as lined,
            '羊毛大衣' as title, 7 as id";
        assert_eq!(first(asked), Ok(coat(Some("x"))));
        let without_a_note =
            "select '羊毛大衣' as title, 7 as id, '[\"驼色\",\"黑色\"]' as colours, 1 as lined";
        assert_eq!(first(without_a_note), Ok(coat(None)));
    }

    #[test]
    fn a_cell_that_does_not_fit_is_told_by_its_column() {
        let told = first("select 7 as id, 8 as title, '[]' as colours, 1 as lined, null as note");
        assert!(told.as_ref().is_err_and(|e| e.contains("column title")), "{told:?}");
    }
}
