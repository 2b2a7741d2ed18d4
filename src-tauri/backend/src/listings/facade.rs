//! What other rooms may do to listings: pictures, copy, imports.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use shopdesk_pictures::SlotSpec;

use super::change::{note_sync, points, refresh, title_fault, words};
use super::channels::{SlotRow, slot_of, slots_of};
use super::edit::check_bullets;
use super::rules::{Unit, clean, clean_lines, completeness};
use super::table::{Channel, LISTING, LISTING_PICTURE, LISTING_SKU, Listing, Sku};
use super::told::note_edits;
use crate::kernel::{BulkInsert, Cx, Error, Result, Tx};
use crate::params;
use crate::store::Value;

/// A picture of a listing.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Picture {
    /// The slot's code.
    pub slot: String,
    /// Its place, from 0.
    pub position: i64,
    /// The file's hash.
    pub file: String,
    /// The request it was made for.
    pub request_id: Option<i64>,
    /// The version of it.
    pub asset_version_id: Option<i64>,
    /// UTC milliseconds.
    pub since: i64,
}

/// The pictures of a listing, by slot and place.
pub fn pictures_of(cx: &Cx<'_>, listing: i64) -> Result<Vec<Picture>> {
    cx.all(
        "select slot, position, file, request_id, asset_version_id, since
         from listing_picture where listing_id = ?1 order by slot, position",
        params![listing],
    )
}

/// The picture slots of the selling channels in use, each code once: a code that several channels
/// share (淘宝 and 天猫) has the rules of the first; a listing is judged by its own channel's.
pub fn all_slots(cx: &Cx<'_>) -> Result<Vec<SlotSpec>> {
    let rows: Vec<(SlotSpec, String, bool, String)> = cx.all(
        "select s.spec, s.source, s.confirmed, s.noted_on from channel_slot s
         join channel c on c.id = s.channel_id where c.active = 1 order by c.id, s.id",
        params![],
    )?;
    let mut out: Vec<SlotSpec> = Vec::new();
    for (mut spec, source, confirmed, noted_on) in rows {
        if out.iter().any(|known| known.code == spec.code) {
            continue;
        }
        (spec.source, spec.confirmed, spec.noted_on) = (source, confirmed, noted_on);
        out.push(spec);
    }
    Ok(out)
}

/// A listing as other rooms name it.
#[derive(Debug, Clone)]
pub struct Target {
    /// Its number and the beginning of its title.
    pub name: String,
    /// Its shop's name.
    pub shop: String,
    /// Its product.
    pub product_id: i64,
    /// Its channel.
    pub channel_id: i64,
    /// The channel's code.
    pub channel: String,
    /// The channel's name.
    pub channel_title: String,
}

/// The listing, if this caller may change it (or these parts of it) and it takes changes now.
pub fn target(cx: &Cx<'_>, listing: i64, parts: &[&'static str]) -> Result<Target> {
    let it = Listing::of(cx, listing)?;
    let channel = Channel::of(cx, it.channel_id)?;
    channel.may_read(cx, LISTING.label, listing)?;
    channel.may_write(cx, parts)?;
    it.changeable()?;
    Ok(Target {
        name: it.name(),
        shop: cx.one("select name from shop where id = ?1", params![it.shop_id])?,
        product_id: it.product_id,
        channel_id: it.channel_id,
        channel: channel.code,
        channel_title: channel.title,
    })
}

/// How long words may be on a channel, as its profile says.
#[derive(Debug, Clone, Deserialize)]
pub struct Profile {
    /// `taobao`.
    pub code: String,
    /// 淘宝.
    pub title: String,
    /// The longest title.
    pub title_max: usize,
    /// Counted so.
    pub title_unit: Unit,
    /// The most selling points; 0: the channel has no say.
    pub bullets_max: usize,
    /// The longest selling point in characters; 0: the channel has no say.
    pub bullet_max: usize,
    /// In use.
    pub active: bool,
}

/// All channels, in order.
pub fn profiles(cx: &Cx<'_>) -> Result<Vec<Profile>> {
    cx.all(
        "select code, title, title_max, title_unit, bullets_max, bullet_max, active from channel
         order by id",
        params![],
    )
}

/// Puts a delivered picture into a slot: at `position` (replacing what is there), or at its end, or,
/// when the slot is full, in place of its last picture. The listing goes on the sync list.
///
/// `request` and `version` are the asset room's numbers of where the picture comes from.
pub fn put_picture(
    tx: &mut Tx<'_>,
    listing: i64,
    slot: &str,
    position: Option<i64>,
    file: &str,
    request: Option<i64>,
    version: Option<i64>,
) -> Result<()> {
    let it = Listing::of(tx, listing)?;
    it.changeable()?;
    let slot = slot_of(tx, it.channel_id, slot)?;
    let count: i64 = tx.one(
        "select count(*) from listing_picture where listing_id = ?1 and slot = ?2",
        params![listing, &slot.code],
    )?;
    let last = slot.spec.max_count.map_or(i64::MAX, |m| i64::from(m) - 1);
    let position = position.unwrap_or(count).clamp(0, last.min(count));
    let there: Option<i64> = tx.maybe(
        "select id from listing_picture where listing_id = ?1 and slot = ?2 and position = ?3",
        params![listing, &slot.code, position],
    )?;
    match there {
        Some(id) => {
            let set: [(&str, Value); 4] = [
                ("file", file.into()),
                ("request_id", request.into()),
                ("asset_version_id", version.into()),
                ("since", tx.now.into()),
            ];
            tx.update(&LISTING_PICTURE, id, None, &set)?;
        }
        None => {
            tx.insert(
                &LISTING_PICTURE,
                &serde_json::json!({
                    "listing_id": listing, "slot": slot.code, "position": position, "file": file,
                    "request_id": request, "asset_version_id": version, "since": tx.now,
                }),
            )?;
        }
    }
    let said = format!("{}第 {} 张换新图", slot.title, position + 1);
    note_sync(tx, &it, None, "picture", "", &said, None)?;
    refresh(tx, listing, &[])?;
    Ok(())
}

/// The words of a listing; what is `None` stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Copy {
    /// Title.
    pub title: Option<String>,
    /// Second line.
    pub subtitle: Option<String>,
    /// Selling points.
    pub bullets: Option<Vec<String>>,
    /// Text of the detail page.
    pub detail: Option<String>,
    /// Keywords.
    pub keywords: Option<String>,
}

/// Whether a listing's channel takes these words: the title's length, the number of selling points.
pub fn copy_fits(cx: &Cx<'_>, listing: i64, copy: &Copy) -> Result<()> {
    let channel = Channel::of(cx, Listing::of(cx, listing)?.channel_id)?;
    if let Some(why) = copy.title.as_ref().and_then(|t| title_fault(&clean(t), &channel)) {
        return Err(Error::invalid("title", why));
    }
    if let Some(bullets) = &copy.bullets {
        check_bullets(bullets, &channel)?;
    }
    Ok(())
}

/// Puts approved copy into a listing; it goes on the sync list.
pub fn put_copy(tx: &mut Tx<'_>, listing: i64, copy: &Copy) -> Result<()> {
    let it = Listing::of(tx, listing)?;
    it.changeable()?;
    copy_fits(tx, listing, copy)?;
    let channel = Channel::of(tx, it.channel_id)?;
    let mut set: Vec<(&str, Value)> = Vec::new();
    if let Some(title) = &copy.title {
        set.push(("title", clean(title).into()));
    }
    if let Some(subtitle) = &copy.subtitle {
        set.push(("subtitle", clean(subtitle).into()));
    }
    if let Some(bullets) = &copy.bullets {
        set.push(("bullets", serde_json::json!(check_bullets(bullets, &channel)?).into()));
    }
    if let Some(detail) = &copy.detail {
        set.push(("detail", clean_lines(detail).into()));
    }
    if let Some(keywords) = &copy.keywords {
        set.push(("keywords", clean(keywords).into()));
    }
    refresh(tx, listing, &set)?;
    note_edits(tx, &it)?;
    Ok(())
}

/// Where a file is used.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Use {
    /// The listing.
    pub listing_id: i64,
    /// Its title.
    pub title: String,
    /// The shop's name.
    pub shop: String,
    /// The slot's code.
    pub slot: String,
    /// Its place.
    pub position: i64,
    /// The listing's state.
    pub state: String,
    /// UTC milliseconds.
    pub since: i64,
}

/// Every listing that shows this file.
pub fn where_used(cx: &Cx<'_>, file: &str) -> Result<Vec<Use>> {
    cx.all(
        "select p.listing_id, l.title, s.name as shop, p.slot, p.position, l.state, p.since
         from listing_picture p join listing l on l.id = p.listing_id
         join shop s on s.id = l.shop_id
         where p.file = ?1 and l.state <> 'deleted' order by p.since desc limit 500",
        params![file],
    )
}

/// A listing as an import brings it.
#[derive(Debug, Clone)]
pub struct NewListing {
    /// The product.
    pub product_id: i64,
    /// The shop.
    pub shop_id: i64,
    /// The shop's channel.
    pub channel_id: i64,
    /// The platform's number; empty when it has none.
    pub item_id: String,
    /// Title.
    pub title: String,
    /// Category.
    pub category: String,
    /// A state of the life cycle `listing`.
    pub state: String,
    /// Lowest price, minor units.
    pub price: i64,
    /// 划线价.
    pub list_price: Option<i64>,
    /// The channel's currency.
    pub currency: String,
    /// All SKUs together.
    pub qty: i64,
    /// How many SKUs follow.
    pub sku_count: i64,
    /// Basis points, as far as the importer knows.
    pub completeness_bp: i64,
    /// The first picture.
    pub picture: Option<String>,
    /// UTC milliseconds.
    pub live_at: Option<i64>,
    /// UTC milliseconds.
    pub created_at: i64,
    /// UTC milliseconds.
    pub updated_at: i64,
}

/// A SKU of an imported listing.
#[derive(Debug, Clone)]
pub struct NewSku {
    /// The SKU.
    pub sku_id: i64,
    /// 商家编码, unique in the shop.
    pub outer_id: Option<String>,
    /// Price, minor units.
    pub price: i64,
    /// Stock on sale.
    pub qty: i64,
}

impl NewListing {
    /// As the columns of its row.
    fn columns(&self) -> [(&'static str, Value); 17] {
        [
            ("product_id", self.product_id.into()),
            ("shop_id", self.shop_id.into()),
            ("channel_id", self.channel_id.into()),
            ("item_id", (&self.item_id).into()),
            ("title", (&self.title).into()),
            ("category", (&self.category).into()),
            ("state", (&self.state).into()),
            ("price", self.price.into()),
            ("list_price", self.list_price.into()),
            ("currency", (&self.currency).into()),
            ("qty", self.qty.into()),
            ("sku_count", self.sku_count.into()),
            ("completeness_bp", self.completeness_bp.into()),
            ("picture", self.picture.as_ref().into()),
            ("live_at", self.live_at.into()),
            ("created_at", self.created_at.into()),
            ("updated_at", self.updated_at.into()),
        ]
    }
}

/// Recounts a listing whose SKUs an import has changed: stock, lowest price, completeness, words.
pub fn recount(tx: &mut Tx<'_>, listing: i64) -> Result<()> {
    refresh(tx, listing, &[])?;
    tx.moved(&LISTING_SKU, listing);
    Ok(())
}

/// The channel that listings are brought to, read once for all of them.
pub struct Shelf {
    channel: Channel,
    slots: Vec<SlotRow>,
}

impl Shelf {
    /// The shelf of a channel.
    pub fn of(cx: &Cx<'_>, channel: i64) -> Result<Self> {
        Ok(Self { channel: Channel::of(cx, channel)?, slots: slots_of(cx, channel)? })
    }

    /// How much of what the channel asks for a new listing has, in basis points, as its own page
    /// will say.
    pub fn completeness(
        &self,
        cx: &Cx<'_>,
        new: &NewListing,
        skus: &[NewSku],
        files: &[String],
    ) -> Result<i64> {
        let it = Listing {
            channel_id: new.channel_id,
            title: new.title.clone(),
            category: new.category.clone(),
            price: new.price,
            list_price: new.list_price,
            qty: new.qty,
            ..Listing::default()
        };
        // Costs only matter to the list of points where the channel has no rate.
        let costs = self.channel.currency != "CNY" && self.channel.fx_micro.is_none();
        let mut shown = Vec::with_capacity(skus.len());
        for sku in skus {
            let cost: Option<i64> = if costs {
                cx.one("select cost from sku where id = ?1", params![sku.sku_id])?
            } else {
                None
            };
            shown.push(Sku {
                sku_id: sku.sku_id,
                outer_id: sku.outer_id.clone(),
                price: sku.price,
                qty: sku.qty,
                cost,
                ..Sku::default()
            });
        }
        let placed: Vec<_> = self.places(files).map(|(slot, file)| (slot.clone(), file)).collect();
        let points = points(cx, &it, (&self.channel, &self.slots), &shown, &placed)?;
        Ok(completeness(&points))
    }

    /// Where a new listing shows these pictures: in the channel's main slot, as far as it has places.
    fn places<'a>(&'a self, files: &'a [String]) -> impl Iterator<Item = (&'a String, String)> {
        let main = self.slots.iter().find(|slot| slot.is_main());
        main.into_iter().flat_map(move |slot| {
            let most = slot.spec.max_count.map_or(files.len(), |most| most as usize);
            files.iter().take(most).map(|file| (&slot.code, file.clone()))
        })
    }
}

/// Brings in very many listings with their SKUs and their words in the search index.
pub struct Bulk {
    listings: BulkInsert,
    skus: BulkInsert,
    pictures: BulkInsert,
}

impl Default for Bulk {
    fn default() -> Self {
        Self::new()
    }
}

impl Bulk {
    /// Begins.
    pub fn new() -> Self {
        Self {
            listings: BulkInsert::into(&LISTING),
            skus: BulkInsert::into(&LISTING_SKU),
            pictures: BulkInsert::into(&LISTING_PICTURE),
        }
    }

    /// Adds one; the code and the title of its product are words it is found by too.
    pub fn add(
        &mut self,
        tx: &Tx<'_>,
        listing: &NewListing,
        skus: &[NewSku],
        product: (&str, &str),
    ) -> Result<i64> {
        let id = self.listings.add_columns(tx, listing.columns())?;
        for sku in skus {
            self.skus.add_columns(
                tx,
                [
                    ("listing_id", id.into()),
                    ("shop_id", listing.shop_id.into()),
                    ("sku_id", sku.sku_id.into()),
                    ("outer_id", sku.outer_id.as_ref().into()),
                    ("price", sku.price.into()),
                    ("qty", sku.qty.into()),
                    ("created_at", listing.created_at.into()),
                    ("updated_at", listing.updated_at.into()),
                ],
            )?;
        }
        let outer: Vec<&str> = skus.iter().filter_map(|sku| sku.outer_id.as_deref()).collect();
        let words = words(&listing.title, product, &listing.item_id, &outer.join(" "));
        tx.index_new("listing", id, &words)?;
        Ok(id)
    }

    /// Shows the pictures that came along with a listing, in their order and as far as its shelf has
    /// places. They are on the platform already: nothing waits to be changed there.
    pub fn show(
        &mut self,
        tx: &Tx<'_>,
        listing: i64,
        shelf: &Shelf,
        files: &[String],
    ) -> Result<()> {
        for (position, (slot, file)) in (0_i64..).zip(shelf.places(files)) {
            self.pictures.add_columns(
                tx,
                [
                    ("listing_id", listing.into()),
                    ("slot", slot.into()),
                    ("position", position.into()),
                    ("file", file.into()),
                    ("since", tx.now.into()),
                ],
            )?;
        }
        Ok(())
    }

    /// Ends; answers how many listings there were.
    pub fn done(self, tx: &mut Tx<'_>) -> u64 {
        // The trail is undone from its end: what belongs to a listing must go before it.
        let listings = self.listings.done(tx);
        self.skus.done(tx);
        self.pictures.done(tx);
        listings
    }
}
