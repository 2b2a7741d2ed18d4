//! What a campaign's pack asks for: the lines of its kind's template, spelt out for its products and for
//! the channels of its shops.

use serde::Deserialize;
use shopdesk_pictures::SlotSpec;

use super::pack::{PieceSort, Template};
use super::table::{Campaign, PackItem};
use crate::kernel::{Cx, Result};
use crate::{assets, listings, params};

/// One piece that the pack should have.
pub(super) struct Wish {
    pub item: String,
    pub sort: PieceSort,
    pub kind: String,
    pub kind_title: String,
    pub slot: Option<String>,
    /// The one product that it is for.
    pub product_id: Option<i64>,
    pub title: String,
    pub specs: String,
    pub offset_days: i64,
}

/// A product of the campaign.
#[derive(Deserialize)]
struct Goods {
    id: i64,
    code: String,
    title: String,
}

/// What a template is spelt out for.
pub(super) struct Ground {
    /// Every slot that a request may name.
    known: Vec<SlotSpec>,
    /// Which of them are a selling channel's; the others are a content channel's.
    sold: Vec<String>,
    /// The slots of the channels that the campaign's shops are on, one list a channel.
    channels: Vec<Vec<SlotSpec>>,
    goods: Vec<Goods>,
}

impl Ground {
    pub(super) fn of(cx: &Cx<'_>, campaign: &Campaign) -> Result<Self> {
        let on: Vec<i64> = cx.all(
            "select distinct c.id from campaign_shop h join shop s on s.id = h.shop_id
             join channel c on c.id = s.channel_id
             where h.campaign_id = ?1 and c.active = 1 order by c.id",
            params![campaign.id],
        )?;
        let slots = |channel: i64| -> Result<Vec<SlotSpec>> {
            Ok(listings::every_slot_of(cx, channel)?.into_iter().map(|slot| slot.spec).collect())
        };
        Ok(Self {
            known: assets::all_slots(cx)?,
            sold: listings::all_slots(cx)?.into_iter().map(|slot| slot.code).collect(),
            channels: on.into_iter().map(slots).collect::<Result<_>>()?,
            goods: cx.all(
                "select p.id, p.code, p.title from campaign_product i
                 join product p on p.id = i.product_id where i.campaign_id = ?1 order by i.id",
                params![campaign.id],
            )?,
        })
    }

    /// The slots that a line is wanted for. The template names one; each channel of the campaign's
    /// shops has its own of the same place, and two that ask the same are served by one picture.
    /// `None`: a picture that no slot judges.
    fn slots(&self, line: &PackItem) -> Vec<Option<String>> {
        let Some(code) = line.slot.as_deref().or(line.asset_kind.usual_slot()) else {
            return vec![None];
        };
        let Some(named) = self.known.iter().find(|slot| slot.code == code) else {
            return vec![Some(code.to_owned())];
        };
        // A content channel sells nothing: its slot is the same wherever the goods are.
        if self.channels.is_empty() || !self.sold.contains(&named.code) {
            return vec![Some(code.to_owned())];
        }
        let mut wanted: Vec<&SlotSpec> = Vec::new();
        for slots in &self.channels {
            let found = slots
                .iter()
                .find(|slot| slot.code == named.code)
                .or_else(|| slots.iter().find(|slot| same_place(slot, named)));
            if let Some(slot) = found
                && !wanted.iter().any(|known| known.code == slot.code || known.asks_the_same(slot))
            {
                wanted.push(slot);
            }
        }
        if wanted.is_empty() && !line.asset_kind.of_a_product() {
            // 首焦 of a shop whose channel says nothing about it has to be made all the same.
            return vec![None];
        }
        wanted.into_iter().map(|slot| Some(slot.code.clone())).collect()
    }

    fn spec(&self, code: &str) -> Option<&SlotSpec> {
        let own = self.channels.iter().flatten().find(|slot| slot.code == code);
        own.or_else(|| self.known.iter().find(|slot| slot.code == code))
    }

    /// The lines that wait for products: so many for each, and there is none yet.
    pub(super) fn waiting(&self, template: &Template) -> Vec<String> {
        let each = template.items.iter().filter(|line| line.per_product && self.goods.is_empty());
        each.map(|line| line.title.clone()).collect()
    }
}

/// The same place on two channels: both are called `main`, or people call them by one name. What people
/// have added is numbered (`taobao.slot7`), which says nothing.
fn same_place(one: &SlotSpec, other: &SlotSpec) -> bool {
    let place = |slot: &SlotSpec| slot.code.split_once('.').map(|(_, place)| place.to_owned());
    let own = |place: &str| place.strip_prefix("slot").is_some_and(|n| n.parse::<u32>().is_ok());
    match (place(one), place(other)) {
        (Some(a), Some(b)) if a == b && !own(&a) => true,
        _ => one.slot == other.slot,
    }
}

/// All that the campaign's pack should have. The words come first: the pictures need them.
pub(super) fn wishes(template: &Template, ground: &Ground) -> Vec<Wish> {
    let texts = template.copies.iter().map(|line| Wish {
        item: format!("{}#copy", line.key),
        sort: PieceSort::Copy,
        kind: line.copy_kind.code().to_owned(),
        kind_title: line.copy_kind.title().to_owned(),
        slot: None,
        product_id: None,
        title: line.title.clone(),
        specs: line.brief.clone(),
        offset_days: line.offset_days,
    });
    let mut out: Vec<Wish> = texts.collect();
    for line in &template.items {
        let slots = ground.slots(line);
        let of: Vec<Option<&Goods>> =
            if line.per_product { ground.goods.iter().map(Some).collect() } else { vec![None] };
        for goods in of {
            for slot in &slots {
                out.extend(
                    (1..=line.count).map(|n| {
                        picture(line, ground, goods, slot.as_deref(), (n, slots.len() > 1))
                    }),
                );
            }
        }
    }
    out
}

fn picture(
    line: &PackItem,
    ground: &Ground,
    goods: Option<&Goods>,
    slot: Option<&str>,
    (n, several): (u32, bool),
) -> Wish {
    let mut item = match goods {
        Some(goods) => format!("{}#{n}.p{}", line.key, goods.id),
        None => format!("{}#{n}", line.key),
    };
    // The template's own slot needs no word, so that what was filed stays known when shops are added.
    if let Some(code) = slot.filter(|code| line.slot.as_deref() != Some(*code)) {
        item.push('@');
        item.push_str(code);
    }
    let spec = slot.and_then(|code| ground.spec(code));
    let mut title = line.title.clone();
    if let Some(spec) = spec.filter(|_| several) {
        title.push_str(&format!("（{}）", spec.channel));
    }
    if let Some(goods) = goods {
        let name: String = goods.title.chars().take(20).collect();
        title.push_str(&format!("·{} {name}", goods.code));
    }
    if line.count > 1 {
        title.push_str(&format!(" {n}/{}", line.count));
    }
    let sizes = spec.map(SlotSpec::sizes).filter(|sizes| !sizes.is_empty());
    let said = Some(line.specs.trim().to_owned()).filter(|said| !said.is_empty());
    Wish {
        item,
        sort: PieceSort::Asset,
        kind: line.asset_kind.code().to_owned(),
        kind_title: line.asset_kind.label().to_owned(),
        slot: slot.map(str::to_owned),
        product_id: goods.map(|goods| goods.id),
        title,
        specs: sizes.into_iter().chain(said).collect::<Vec<_>>().join("；"),
        offset_days: line.offset_days,
    }
}
