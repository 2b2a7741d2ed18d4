//! Which column of a shop's own table means what: a map that people edit and keep, and a first
//! guess at it from the names.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::formats::Kind;
use crate::names::{Field, field_of};

/// What one column means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ColumnRule {
    /// The column's name in the file.
    pub source: String,
    /// What it means.
    pub field: Field,
    /// What some of its values are to be read as: 上架中 → `on_sale`, 红 → 红色.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
}

/// Which column means what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ColumnMap {
    /// What the rows are.
    pub kind: Kind,
    /// The columns; ones that are not named are kept as extra.
    pub columns: Vec<ColumnRule>,
}

impl ColumnMap {
    /// The map that the names suggest, for products.
    pub fn suggest(header: &[String]) -> Self {
        let mut columns: Vec<ColumnRule> = Vec::new();
        let mut taken: HashMap<Field, (usize, usize)> = HashMap::new();
        for name in header.iter().filter(|name| !name.is_empty()) {
            let (mut field, rank) = field_of(name).unwrap_or((Field::Extra, 0));
            if field.once() {
                match taken.get(&field).copied() {
                    // The more customary of two names has the field; the other is kept as it is.
                    Some((_, before)) if before <= rank => field = Field::Extra,
                    Some((index, _)) => {
                        if let Some(rule) = columns.get_mut(index) {
                            rule.field = Field::Extra;
                        }
                        taken.insert(field, (columns.len(), rank));
                    }
                    None => {
                        taken.insert(field, (columns.len(), rank));
                    }
                }
            }
            columns.push(ColumnRule { source: name.clone(), field, values: BTreeMap::new() });
        }
        let mut map = Self { kind: Kind::Products, columns };
        // A table with variant numbers only is a table of products with one variant each.
        if !map.has(Field::Code)
            && map.has(Field::SkuCode)
            && !map.has(Field::SkuOption)
            && !map.has(Field::SkuOptions)
        {
            for rule in &mut map.columns {
                if rule.field == Field::SkuCode {
                    rule.field = Field::Code;
                }
            }
        }
        map
    }

    /// Whether some column has that meaning.
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|rule| rule.field == field)
    }

    /// Whether the map says enough to read products or listings with.
    pub fn is_useful(&self) -> bool {
        let naming = self.has(Field::Title) || self.has(Field::Code) || self.has(Field::SkuCode);
        let telling = self
            .columns
            .iter()
            .filter(|r| !matches!(r.field, Field::Extra | Field::Ignore))
            .count();
        naming && telling >= 2
    }
}
