//! Templates, and the asset pack of a campaign: previewed, filed in one go, never twice.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ops::{SEES, WRITES, long, require_state};
use super::rules::{check_offset, counted_back};
use super::table::{CAMPAIGN, Campaign, CopyItem, Mark, PACK, PackItem, TEMPLATE};
use super::wishes::{Ground, Wish, wishes};
use crate::assets::{self, AssetKind, NewRequest, Priority};
use crate::copydesk::{self, CopyKind, NewCopy};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Day, Error, Module, Money, Need, Query, Result, Tx};
use crate::params;

/// A picture or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PieceSort {
    /// Goes to the asset queue.
    Asset,
    /// Goes to the copy desk.
    Copy,
}

/// One piece of a campaign's asset pack.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PackPiece {
    /// What it is known by: the template's line and the count; empty when it was asked for apart
    /// from the pack.
    pub item: String,
    /// A picture or a text.
    pub sort: PieceSort,
    /// What is asked for, as its own desk calls it.
    pub kind: String,
    /// In Chinese.
    pub kind_title: String,
    /// Its slot.
    pub slot: Option<String>,
    /// The one product that it is for.
    pub product_id: Option<i64>,
    /// Its name.
    pub title: String,
    /// Sizes and rules in words; for a text what it has to say.
    pub specs: String,
    /// Until when: counted back from the start.
    pub due: Day,
    /// That day has already gone by; it is filed for today.
    pub late: bool,
    /// The request, when it has been filed.
    pub request_id: Option<i64>,
    /// Its number.
    pub request_no: Option<String>,
    /// Its state.
    pub request_state: Option<String>,
    /// Who works on it.
    pub assignee: Option<String>,
    /// The hash of the newest picture.
    pub thumb: Option<String>,
}

#[derive(Deserialize)]
struct Filed {
    item: String,
    sort: PieceSort,
    request_id: i64,
    no: String,
    state: String,
    title: String,
    kind: String,
    slot: Option<String>,
    product_id: Option<i64>,
    due: Option<Day>,
    assignee: Option<String>,
    thumb: Option<String>,
}

/// The pack of a campaign: what its kind's template asks for, and what has been filed for it. What
/// was filed under an older template, or apart from the pack, stays in view.
pub(super) fn pieces(cx: &Cx<'_>, campaign: &Campaign) -> Result<Vec<PackPiece>> {
    let mut filed: Vec<Filed> = cx.all(
        "select coalesce(k.item, '') as item, 'asset' as sort, r.id as request_id, r.no, r.state,
                r.title, r.kind, r.slot, r.product_id, r.due,
                (select s.name from staff s where s.id = r.assignee) as assignee,
                (select v.file from asset_version v where v.request_id = r.id and v.is_source = 0
                 order by v.no desc limit 1) as thumb
         from asset_request r left join campaign_pack k on k.request_id = r.id
         where r.campaign_id = ?1
         union all
         select coalesce(k.item, ''), 'copy', d.id, d.no, d.state, d.title, d.kind, null, d.product_id, d.due,
                (select s.name from staff s where s.id = d.assignee_id), null
         from copy_doc d left join campaign_pack k on k.copy_id = d.id
         where d.campaign_id = ?1 order by 3",
        params![campaign.id],
    )?;
    let mut out = Vec::new();
    for wish in wanted(cx, campaign)? {
        let at = filed.iter().position(|f| f.item == wish.item && f.sort == wish.sort);
        let known = at.map(|at| filed.remove(at));
        let wanted = counted_back(campaign.starts, wish.offset_days);
        let late = known.is_none() && wanted < cx.today();
        let usual = if late { cx.today() } else { wanted };
        out.push(PackPiece {
            item: wish.item,
            sort: wish.sort,
            kind: wish.kind,
            kind_title: wish.kind_title,
            slot: known.as_ref().map_or(wish.slot, |k| k.slot.clone()),
            product_id: wish.product_id,
            title: wish.title,
            specs: wish.specs,
            due: known.as_ref().and_then(|k| k.due).unwrap_or(usual),
            late,
            request_id: known.as_ref().map(|k| k.request_id),
            request_no: known.as_ref().map(|k| k.no.clone()),
            request_state: known.as_ref().map(|k| k.state.clone()),
            assignee: known.as_ref().and_then(|k| k.assignee.clone()),
            thumb: known.and_then(|k| k.thumb),
        });
    }
    out.extend(filed.into_iter().map(|f| PackPiece {
        kind_title: kind_title(f.sort, &f.kind),
        item: f.item,
        sort: f.sort,
        kind: f.kind,
        slot: f.slot,
        product_id: f.product_id,
        title: f.title,
        specs: String::new(),
        due: f.due.unwrap_or(campaign.starts),
        late: false,
        request_id: Some(f.request_id),
        request_no: Some(f.no),
        request_state: Some(f.state),
        assignee: f.assignee,
        thumb: f.thumb,
    }));
    Ok(out)
}

/// All that the campaign's kind asks for.
fn wanted(cx: &Cx<'_>, campaign: &Campaign) -> Result<Vec<Wish>> {
    let Some(template) = template(cx, &campaign.kind)? else { return Ok(Vec::new()) };
    Ok(wishes(&template, &Ground::of(cx, campaign)?))
}

/// What the pack will have for each product once the campaign has products.
pub(super) fn waiting(cx: &Cx<'_>, campaign: &Campaign) -> Result<Vec<String>> {
    let Some(template) = template(cx, &campaign.kind)? else { return Ok(Vec::new()) };
    Ok(Ground::of(cx, campaign)?.waiting(&template))
}

/// How many pictures and texts the pack asks for that were not filed when it was: those of a product
/// that came to the campaign later, or of a line that the template got since. Nothing before the pack
/// is filed the first time; what nobody wants is filed and cancelled.
pub(super) fn unfiled(cx: &Cx<'_>, campaign: &Campaign) -> Result<(usize, usize)> {
    let pieces = pieces(cx, campaign)?;
    if !pieces.iter().any(|p| p.request_id.is_some() && !p.item.is_empty()) {
        return Ok((0, 0));
    }
    let open = |sort| pieces.iter().filter(|p| p.request_id.is_none() && p.sort == sort).count();
    Ok((open(PieceSort::Asset), open(PieceSort::Copy)))
}

fn kind_title(sort: PieceSort, code: &str) -> String {
    let coded = serde_json::Value::from(code);
    let title = match sort {
        PieceSort::Asset => serde_json::from_value(coded).map(|kind: AssetKind| kind.label()),
        PieceSort::Copy => serde_json::from_value(coded).map(|kind: CopyKind| kind.title()),
    };
    title.unwrap_or(code).to_owned()
}

/// Files every request of the campaign's asset pack that has not been filed yet.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FilePack {
    /// The campaign.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
}

/// What was filed, and what had been before.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PackFiled {
    /// Filed now.
    pub filed: Vec<PackPiece>,
    /// Had been filed before and were left alone.
    pub existed: usize,
}

impl Command for FilePack {
    type Output = PackFiled;
    const NAME: &'static str = "campaigns.file_pack";
    const TITLE: &'static str = "生成素材包";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] =
        &["campaign", "asset_request", "asset", "copy", "copy_doc"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let campaign: Campaign = tx.get(&CAMPAIGN, self.id)?;
        require_state(&campaign, &["approved", "preparing", "ready", "running"], "生成素材包")?;
        if self.version != campaign.version {
            tx.update(&CAMPAIGN, campaign.id, Some(self.version), &[])?;
        }
        let all = pieces(tx, &campaign)?;
        let lines = wanted(tx, &campaign)?.len();
        if lines == 0 {
            return Err(Error::conflict(
                "no_template",
                "这类活动的模板里还没有素材和文案，请先在活动模板里补上",
            ));
        }
        let new: Vec<&PackPiece> = all.iter().filter(|p| p.request_id.is_none()).collect();
        let existed = lines - new.len();
        if new.is_empty() {
            return Err(Error::conflict(
                "already_filed",
                format!("活动 {} 的素材包已全部提交（{existed} 条），没有重复生成", campaign.no),
            )
            .with(&all));
        }
        let facts = facts(tx, &campaign)?;
        let mut filed = Vec::new();
        for piece in new {
            let asked = match piece.specs.as_str() {
                "" => String::new(),
                specs => format!("要求：{specs}\n\n"),
            };
            let brief = format!("{}\n\n{asked}{facts}", piece.title);
            let (request_id, copy_id) = match piece.sort {
                PieceSort::Asset => (Some(file_asset(tx, &campaign, piece, brief)?), None),
                PieceSort::Copy => (None, Some(file_copy(tx, &campaign, piece, brief)?)),
            };
            let row = NewPack {
                campaign_id: campaign.id,
                item: &piece.item,
                request_id,
                copy_id,
                filed_at: tx.now,
            };
            tx.insert(&PACK, &row)?;
            filed.push(piece.item.clone());
        }
        let now = pieces(tx, &campaign)?;
        Ok(PackFiled {
            filed: now.into_iter().filter(|p| filed.contains(&p.item)).collect(),
            existed,
        })
    }
}

fn file_asset(
    tx: &mut Tx<'_>,
    campaign: &Campaign,
    piece: &PackPiece,
    brief_md: String,
) -> Result<i64> {
    let kind = serde_json::from_value(piece.kind.as_str().into()).map_err(Error::internal)?;
    let new = NewRequest {
        kind,
        title: title_of(campaign, piece),
        product_id: piece.product_id,
        campaign_id: Some(campaign.id),
        channel: String::new(),
        slot: piece.slot.clone(),
        brief_md,
        refs: Vec::new(),
        due: Some(piece.due),
        priority: if piece.late { Priority::Urgent } else { Priority::Normal },
    };
    assets::file_request(tx, new)
}

fn file_copy(
    tx: &mut Tx<'_>,
    campaign: &Campaign,
    piece: &PackPiece,
    brief: String,
) -> Result<i64> {
    let kind = serde_json::from_value(piece.kind.as_str().into()).map_err(Error::internal)?;
    let new = NewCopy {
        kind,
        title: title_of(campaign, piece),
        brief,
        channel: "general".to_owned(),
        locale: "zh-CN".to_owned(),
        product_id: None,
        campaign_id: Some(campaign.id),
        assignee_id: None,
        due: Some(piece.due),
    };
    Ok(copydesk::file_request(tx, new)?.id)
}

/// The campaign's name and the piece's, short enough for a request.
fn title_of(campaign: &Campaign, piece: &PackPiece) -> String {
    let room = 98_usize.saturating_sub(piece.title.chars().count());
    let name: String = campaign.title.chars().take(room).collect();
    format!("{name}·{}", piece.title)
}

#[derive(Serialize)]
struct NewPack<'a> {
    campaign_id: i64,
    item: &'a str,
    request_id: Option<i64>,
    copy_id: Option<i64>,
    filed_at: i64,
}

/// Time, prices and rules of the campaign, the one source that every picture takes them from.
fn facts(cx: &Cx<'_>, campaign: &Campaign) -> Result<String> {
    let items: Vec<(String, String, i64)> = cx.all(
        "select p.code, p.title, i.price from campaign_product i join product p on p.id = i.product_id
         where i.campaign_id = ?1 order by i.id limit 50",
        params![campaign.id],
    )?;
    let mut out = format!(
        "活动：{}（{}）\n时间：{} 至 {}\n",
        campaign.title, campaign.no, campaign.starts, campaign.ends
    );
    if !campaign.rules.is_empty() {
        out.push_str(&format!("规则：{}\n", campaign.rules));
    }
    if !items.is_empty() {
        out.push_str("活动价（以活动页为准，审核时核对）：\n");
        for (code, title, price) in items {
            out.push_str(&format!("- {code} {title}：{}\n", Money::cny(price)));
        }
    }
    Ok(out)
}

/// A template as pages show it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Template {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// Its code.
    pub kind: String,
    /// Its name.
    pub title: String,
    /// The pictures of its pack.
    pub items: Vec<PackItem>,
    /// The texts of its pack.
    pub copies: Vec<CopyItem>,
    /// Its milestones.
    pub milestones: Vec<Mark>,
}

/// The template of a kind.
pub(super) fn template(cx: &Cx<'_>, kind: &str) -> Result<Option<Template>> {
    cx.maybe(
        "select id, version, kind, title, items, copies, milestones from campaign_template where kind = ?1",
        params![kind],
    )
}

/// The kinds of campaign with their packs and milestones.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Templates {}

impl Query for Templates {
    type Output = Vec<Template>;
    const NAME: &'static str = "campaigns.templates";
    const TITLE: &'static str = "活动模板";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["campaign_template"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            "select id, version, kind, title, items, copies, milestones from campaign_template order by id",
            params![],
        )
    }
}

/// Adds a kind of campaign, or changes its pack and milestones. What was filed stays as it is.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveTemplate {
    /// The template; a new kind when absent.
    #[serde(default)]
    pub id: Option<i64>,
    /// The version that was read, with `id`.
    #[serde(default)]
    pub version: Option<i64>,
    /// The code of a new kind: letters, digits, `_`.
    pub kind: String,
    /// Its name.
    pub title: String,
    /// The pictures of its pack.
    pub items: Vec<PackItem>,
    /// The texts of its pack.
    #[serde(default)]
    pub copies: Vec<CopyItem>,
    /// Its milestones.
    pub milestones: Vec<Mark>,
}

#[derive(Serialize)]
struct NewTemplate<'a> {
    kind: &'a str,
    title: &'a str,
    items: &'a [PackItem],
    copies: &'a [CopyItem],
    milestones: &'a [Mark],
    created_at: i64,
    updated_at: i64,
}

impl Command for SaveTemplate {
    type Output = i64;
    const NAME: &'static str = "campaigns.save_template";
    const TITLE: &'static str = "维护活动模板";
    const NEEDS: Need = Need::Any(&[Ask::write(Module::Campaigns)]);
    const TOUCHES: &'static [&'static str] = &["campaign_template", "campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let title = self.title.trim();
        if title.is_empty() || title.chars().count() > 40 {
            return Err(Error::invalid("title", "模板名称应为 1 到 40 个字"));
        }
        let code = |text: &str| {
            (1..=32).contains(&text.len())
                && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        };
        if !code(&self.kind) {
            return Err(Error::invalid(
                "kind",
                "类型代码只能用小写字母、数字和下划线，如 spring_sale",
            ));
        }
        let pieces: u32 = self.items.iter().map(|i| i.count.min(1_000)).sum();
        if pieces > 200 || self.copies.len() > 60 || self.milestones.len() > 60 {
            return Err(Error::invalid("items", "一个模板最多 200 张素材、60 份文案、60 个里程碑"));
        }
        for (n, item) in self.items.iter().enumerate() {
            let at = format!("第 {} 行", n + 1);
            if !code(&item.key) || self.items[..n].iter().any(|other| other.key == item.key) {
                return Err(Error::invalid("items", format!("{at}的代码不对或与前面重复")));
            }
            if item.count == 0 || item.title.trim().is_empty() || item.title.chars().count() > 60 {
                return Err(Error::invalid(
                    "items",
                    format!("{at}要有 60 字以内的名称，数量至少 1"),
                ));
            }
            check_offset(item.offset_days)?;
        }
        for (n, line) in self.copies.iter().enumerate() {
            let at = format!("文案第 {} 行", n + 1);
            if !code(&line.key) || self.copies[..n].iter().any(|other| other.key == line.key) {
                return Err(Error::invalid("copies", format!("{at}的代码不对或与前面重复")));
            }
            if line.title.trim().is_empty() || line.title.chars().count() > 60 {
                return Err(Error::invalid("copies", format!("{at}要有 60 字以内的名称")));
            }
            long("copies", &line.brief)?;
            check_offset(line.offset_days)?;
        }
        for mark in &self.milestones {
            if mark.title.trim().is_empty() || mark.title.chars().count() > 60 {
                return Err(Error::invalid("milestones", "里程碑要有 60 字以内的名称"));
            }
            check_offset(mark.offset_days)?;
        }
        let Some(id) = self.id else {
            return tx.insert(
                &TEMPLATE,
                &NewTemplate {
                    kind: &self.kind,
                    title,
                    items: &self.items,
                    copies: &self.copies,
                    milestones: &self.milestones,
                    created_at: tx.now,
                    updated_at: tx.now,
                },
            );
        };
        let set = [
            ("title", title.into()),
            ("items", serde_json::json!(self.items).into()),
            ("copies", serde_json::json!(self.copies).into()),
            ("milestones", serde_json::json!(self.milestones).into()),
        ];
        tx.update(&TEMPLATE, id, self.version, &set)?;
        Ok(id)
    }
}
