//! Templates, and the asset pack of a campaign: previewed, filed in one go, never twice.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ops::{SEES, WRITES, require_state};
use super::rules::{check_offset, counted_back};
use super::table::{CAMPAIGN, Campaign, Mark, PACK, PackItem, TEMPLATE};
use crate::assets::{self, AssetKind, NewRequest, Priority};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Day, Error, Module, Money, Need, Query, Result, Tx};
use crate::params;

/// One piece of a campaign's asset pack.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PackPiece {
    /// What it is known by: the template's line and the count.
    pub item: String,
    /// What is asked for.
    pub asset_kind: AssetKind,
    /// In Chinese.
    pub asset_kind_title: &'static str,
    /// Its slot.
    pub slot: Option<String>,
    /// Its name.
    pub title: String,
    /// Sizes and rules in words.
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
}

#[derive(Deserialize)]
struct Filed {
    item: String,
    request_id: i64,
    no: String,
    state: String,
    title: String,
    kind: AssetKind,
    slot: Option<String>,
    due: Option<Day>,
}

/// The pack of a campaign: what its kind's template asks for, and what has been filed of it. What
/// was filed under an older template stays in view.
pub(super) fn pieces(cx: &Cx<'_>, campaign: &Campaign) -> Result<Vec<PackPiece>> {
    let mut filed: Vec<Filed> = cx.all(
        "select k.item, k.request_id, r.no, r.state, r.title, r.kind, r.slot, r.due
         from campaign_pack k join asset_request r on r.id = k.request_id
         where k.campaign_id = ?1 order by k.id",
        params![campaign.id],
    )?;
    let mut out = Vec::new();
    for line in template(cx, &campaign.kind)?.map(|t| t.items).unwrap_or_default() {
        for n in 1..=line.count {
            let item = format!("{}#{n}", line.key);
            let at = filed.iter().position(|f| f.item == item);
            let known = at.map(|at| filed.remove(at));
            let wanted = counted_back(campaign.starts, line.offset_days);
            let late = known.is_none() && wanted < cx.today();
            let many = if line.count > 1 { format!(" {n}/{}", line.count) } else { String::new() };
            out.push(PackPiece {
                item,
                asset_kind: line.asset_kind,
                asset_kind_title: line.asset_kind.label(),
                slot: line.slot.clone(),
                title: format!("{}{many}", line.title),
                specs: line.specs.clone(),
                due: known.as_ref().and_then(|k| k.due).unwrap_or(if late {
                    cx.today()
                } else {
                    wanted
                }),
                late,
                request_id: known.as_ref().map(|k| k.request_id),
                request_no: known.as_ref().map(|k| k.no.clone()),
                request_state: known.map(|k| k.state),
            });
        }
    }
    out.extend(filed.into_iter().map(|f| PackPiece {
        item: f.item,
        asset_kind: f.kind,
        asset_kind_title: f.kind.label(),
        slot: f.slot,
        title: f.title,
        specs: String::new(),
        due: f.due.unwrap_or(campaign.starts),
        late: false,
        request_id: Some(f.request_id),
        request_no: Some(f.no),
        request_state: Some(f.state),
    }));
    Ok(out)
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
    const TOUCHES: &'static [&'static str] = &["campaign", "asset_request", "asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let campaign: Campaign = tx.get(&CAMPAIGN, self.id)?;
        require_state(&campaign, &["approved", "preparing", "ready", "running"], "生成素材包")?;
        if self.version != campaign.version {
            tx.update(&CAMPAIGN, campaign.id, Some(self.version), &[])?;
        }
        let all = pieces(tx, &campaign)?;
        if all.is_empty() {
            return Err(Error::conflict(
                "no_template",
                "这类活动的模板里还没有素材，请先在活动模板里补上",
            ));
        }
        let new: Vec<&PackPiece> = all.iter().filter(|p| p.request_id.is_none()).collect();
        let existed = all.len() - new.len();
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
            let brief = format!("{}\n\n规格：{}\n\n{facts}", piece.title, piece.specs);
            let request = assets::file_request(
                tx,
                NewRequest {
                    kind: piece.asset_kind,
                    title: format!("{}·{}", campaign.title, piece.title),
                    product_id: None,
                    campaign_id: Some(campaign.id),
                    channel: String::new(),
                    slot: piece.slot.clone(),
                    brief_md: brief,
                    refs: Vec::new(),
                    due: Some(piece.due),
                    priority: if piece.late { Priority::Urgent } else { Priority::Normal },
                },
            )?;
            let row = NewPack {
                campaign_id: campaign.id,
                item: &piece.item,
                request_id: request,
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

#[derive(Serialize)]
struct NewPack<'a> {
    campaign_id: i64,
    item: &'a str,
    request_id: i64,
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
    /// Its asset pack.
    pub items: Vec<PackItem>,
    /// Its milestones.
    pub milestones: Vec<Mark>,
}

/// The template of a kind.
pub(super) fn template(cx: &Cx<'_>, kind: &str) -> Result<Option<Template>> {
    cx.maybe(
        "select id, version, kind, title, items, milestones from campaign_template where kind = ?1",
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
            "select id, version, kind, title, items, milestones from campaign_template order by id",
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
    /// Its asset pack.
    pub items: Vec<PackItem>,
    /// Its milestones.
    pub milestones: Vec<Mark>,
}

#[derive(Serialize)]
struct NewTemplate<'a> {
    kind: &'a str,
    title: &'a str,
    items: &'a [PackItem],
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
        if pieces > 200 || self.milestones.len() > 60 {
            return Err(Error::invalid("items", "一个模板最多 200 张素材、60 个里程碑"));
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
                    milestones: &self.milestones,
                    created_at: tx.now,
                    updated_at: tx.now,
                },
            );
        };
        let set = [
            ("title", title.into()),
            ("items", serde_json::json!(self.items).into()),
            ("milestones", serde_json::json!(self.milestones).into()),
        ];
        tx.update(&TEMPLATE, id, self.version, &set)?;
        Ok(id)
    }
}
