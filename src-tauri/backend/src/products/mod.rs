//! Products, SKUs, codes, size charts, style taxonomy, cost, pictures; the quick card.
//!
//! Deliberately absent: stock (no room yet), prices and item numbers on platforms (listings), the copy
//! of a detail page (copydesk), picture work (assets). Those rooms ask here by [`brief`],
//! [`sku_brief`], [`find_sku`] and [`find_product`], and imports write by [`Intake`].

mod bulk;
mod card;
mod lookup;
mod ops;
mod parts;
pub mod rules;
mod shelves;
mod skus;
mod table;
#[cfg(test)]
mod tests;

use crate::kernel::Room;
use crate::kernel::door::Entry;

pub use bulk::{Intake, NewProduct, NewSku};
pub use lookup::{Brief, SkuBrief, brief, find_product, find_sku, sku_brief};
pub use rules::{ChartColumn, OptionDef};
pub use table::{CATEGORY, Fen, PICTURE, PRODUCT, Product, SIZE_CHART, SKU, STYLE};

/// This room.
pub const ROOM: Room = Room {
    name: "products",
    migrations: table::MIGRATIONS,
    tables: table::TABLES,
    lists: &[&ops::LIST],
    indexes: &[lookup::INDEX],
    kept: &[],
    lifecycles: &[&rules::LIFECYCLE],
    seeds: &[(2026_1123_10, table::seed)],
    operations,
};

fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<ops::ListProducts>(),
        Entry::query::<ops::CountProducts>(),
        Entry::query::<ops::GetProduct>(),
        Entry::command::<ops::CreateProduct>(),
        Entry::command::<ops::UpdateProduct>(),
        Entry::command::<ops::Act>(),
        Entry::command::<bulk::ActMany>(),
        Entry::command::<bulk::BulkUpdate>(),
        Entry::command::<skus::MakeSkus>(),
        Entry::command::<skus::UpdateSku>(),
        Entry::command::<parts::SetPictures>(),
        Entry::command::<parts::SetSizeChart>(),
        Entry::query::<parts::SizeAdvice>(),
        Entry::command::<parts::SetStyles>(),
        Entry::command::<parts::SetAccessories>(),
        Entry::query::<card::QuickCard>(),
        Entry::query::<shelves::ListCategories>(),
        Entry::command::<shelves::SaveCategory>(),
        Entry::query::<shelves::ListStyles>(),
        Entry::command::<shelves::SaveStyle>(),
    ]
}
