//! What a table means: which thing's history its rows belong to, and what its columns are called.

use super::rights::Field;

/// A table that rooms declare once, next to its migration.
#[derive(Debug)]
pub struct Table {
    /// Its name in SQL.
    pub name: &'static str,
    /// The thing whose history a change belongs to: `product` for the product and for its SKUs.
    pub entity: &'static str,
    /// The thing's Chinese name.
    pub label: &'static str,
    /// How its rows are kept.
    pub kind: Kind,
    /// Columns people know, with their Chinese names, as the history shows them.
    pub fields: &'static [(&'static str, &'static str)],
    /// Columns that some posts may not see, in rows, conflicts and history alike.
    pub sealed: &'static [(&'static str, Field)],
    /// Columns that name stored files; what no row names any more is swept away in time.
    pub files: &'static [Names],
}

/// A column that names stored files by their hashes.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// The column.
    pub column: &'static str,
    /// The hashes stand somewhere inside its text; otherwise it is one hash.
    pub inside: bool,
    /// Which rows still need their files, as a condition; empty: all.
    pub when: &'static str,
}

impl Names {
    /// A column that is a hash.
    pub const fn one(column: &'static str) -> Self {
        Self { column, inside: false, when: "" }
    }

    /// A column with hashes inside its text.
    pub const fn inside(column: &'static str) -> Self {
        Self { column, inside: true, when: "" }
    }

    /// Only rows for which this holds need their files.
    #[must_use]
    pub const fn when(self, when: &'static str) -> Self {
        Self { when, ..self }
    }
}

/// How a table's rows are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Rows people edit: `id`, `version`; every change goes into the audit trail.
    Entity,
    /// Rows that belong to an entity through this column; also audited, under the entity.
    Part {
        /// The column that holds the entity's id.
        of: &'static str,
    },
    /// What can be recomputed or is a trail itself (sums, queues, sessions): not audited.
    Derived,
}

impl Table {
    /// The Chinese name of a column, or the column itself.
    pub fn field_label<'a>(&self, field: &'a str) -> &'a str
    where
        'static: 'a,
    {
        self.fields.iter().find(|(name, _)| *name == field).map_or(field, |(_, label)| label)
    }

    /// Whether a column moves by itself, or only says which row it is: nobody reads of it in a history.
    pub fn moves_by_itself(&self, field: &str) -> bool {
        matches!(field, "id" | "version" | "created_at" | "updated_at")
            || matches!(self.kind, Kind::Part { of } if of == field)
    }

    /// Who may see this column, when not everybody may.
    pub fn seal(&self, field: &str) -> Option<Field> {
        self.sealed.iter().find(|(name, _)| *name == field).map(|(_, seal)| *seal)
    }
}
