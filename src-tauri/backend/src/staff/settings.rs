//! The shop's settings: one list of what can be set, in what range, and by whom.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Error, Module, Need, Query, Result, Tx, Zone};

/// What a setting holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SettingKind {
    /// Words.
    Text,
    /// A time zone of the IANA list.
    Zone,
    /// A whole number.
    Int,
    /// A number with one decimal.
    Number,
    /// Basis points: 10 000 is 100 %.
    Percent,
}

struct Def {
    key: &'static str,
    title: &'static str,
    hint: &'static str,
    kind: SettingKind,
    unit: &'static str,
    range: (i64, i64),
    default: fn() -> Json,
    by: Ask,
}

/// Every setting there is. The rooms that use one read it by its key.
const DEFS: &[Def] = &[
    Def {
        key: "shop_name",
        title: "店铺名称",
        hint: "显示在顶栏、报表封面和导出的表格里",
        kind: SettingKind::Text,
        unit: "",
        range: (1, 40),
        default: || json!("我的店铺"),
        by: Ask::write(Module::System),
    },
    Def {
        key: "zone",
        title: "时区",
        hint: "日期、单号和“今天”按这个时区计算",
        kind: SettingKind::Zone,
        unit: "",
        range: (1, 60),
        default: || json!(Zone::shanghai().name()),
        by: Ask::write(Module::System),
    },
    Def {
        key: "lock_after_min",
        title: "无人操作多久锁屏",
        hint: "0 表示不自动锁屏；多人共用电脑时建议 5 到 15 分钟",
        kind: SettingKind::Int,
        unit: "分钟",
        range: (0, 240),
        default: || json!(15),
        by: Ask::write(Module::System),
    },
    Def {
        key: "min_margin_bp",
        title: "最低毛利率",
        hint: "售价低于成本加这个毛利时算破价，要主管审批；渠道自己设了的以渠道为准",
        kind: SettingKind::Percent,
        unit: "%",
        range: (0, 9_000),
        default: || json!(1_000),
        by: Ask::approve(Module::ListingsDomestic),
    },
    Def {
        key: "assets.free_retakes",
        title: "素材免责返工次数",
        hint: "超过这个次数的返工在素材队列里标红，并计入产能报表",
        kind: SettingKind::Int,
        unit: "次",
        range: (0, 20),
        default: || json!(3),
        by: Ask::approve(Module::Assets),
    },
    Def {
        key: "assets.hours_a_day",
        title: "美工每天可排工时",
        hint: "用来估算素材需求的负荷与完成日",
        kind: SettingKind::Number,
        unit: "小时",
        range: (1, 24),
        default: || json!(7.0),
        by: Ask::approve(Module::Assets),
    },
];

/// The settings of the shop.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {}

/// One setting as the page shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SettingView {
    /// Its key.
    pub key: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What it does.
    pub hint: &'static str,
    /// What it holds.
    pub kind: SettingKind,
    /// Its unit.
    pub unit: &'static str,
    /// The least value, or the fewest characters.
    pub min: i64,
    /// The greatest value, or the most characters.
    pub max: i64,
    /// Now.
    pub value: Json,
    /// In a new shop.
    pub default: Json,
    /// The caller may change it.
    pub mine: bool,
}

impl Query for Settings {
    type Output = Vec<SettingView>;
    const NAME: &'static str = "settings.list";
    const TITLE: &'static str = "店铺设置";
    const NEEDS: Need = Need::Any(&[Ask::read(Module::System)]);
    const PROVIDES: &'static [&'static str] = &["setting"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        DEFS.iter()
            .map(|def| {
                Ok(SettingView {
                    key: def.key,
                    title: def.title,
                    hint: def.hint,
                    kind: def.kind,
                    unit: def.unit,
                    min: def.range.0,
                    max: def.range.1,
                    value: cx.setting(def.key, (def.default)())?,
                    default: (def.default)(),
                    mine: cx.caller.can(def.by),
                })
            })
            .collect()
    }
}

/// Changes one setting.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetSetting {
    /// Which.
    pub key: String,
    /// What it was when the page was read; somebody else's change in between is not overwritten.
    pub was: Json,
    /// What it shall be.
    pub value: Json,
}

impl Command for SetSetting {
    type Output = Json;
    const NAME: &'static str = "settings.set";
    const TITLE: &'static str = "修改设置";
    const NEEDS: Need = Need::Any(&[
        Ask::write(Module::System),
        Ask::approve(Module::ListingsDomestic),
        Ask::approve(Module::Assets),
    ]);
    const TOUCHES: &'static [&'static str] = &["setting", "staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let def = DEFS
            .iter()
            .find(|def| def.key == self.key)
            .ok_or_else(|| Error::not_found("设置", &self.key))?;
        if !tx.caller.goes_on_with(def.by) {
            return Err(Error::forbidden(format!(
                "“{}”要由{}来改，你现在的岗位没有这个权限",
                def.title,
                if def.by.module == Module::System { "系统管理员" } else { "运营主管" }
            )));
        }
        let now: Json = tx.setting(def.key, (def.default)())?;
        if now != self.was {
            return Err(Error::conflict(
                "stale",
                format!("“{}”刚被别人改过，现在是 {now}。请看过现在的值再改", def.title),
            )
            .with(json!({ "current": { "value": now } })));
        }
        let value = checked(def, &self.value)?;
        if value != now {
            tx.set_setting(def.key, &value)?;
        }
        Ok(value)
    }
}

/// The value as it is kept, or the sentence that says what it may be.
fn checked(def: &Def, value: &Json) -> Result<Json> {
    let (min, max) = def.range;
    let bad = |what: String| Error::invalid("value", format!("“{}”{what}", def.title));
    match def.kind {
        SettingKind::Text => {
            let text = value.as_str().map(str::trim).unwrap_or_default();
            let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
            if !(min..=max).contains(&length) || text.chars().any(char::is_control) {
                return Err(bad(format!("应为 {min} 到 {max} 个字")));
            }
            Ok(json!(text))
        }
        SettingKind::Zone => {
            let name = value.as_str().unwrap_or_default();
            Zone::new(name).map(|zone| json!(zone.name())).map_err(|e| e.at("value"))
        }
        SettingKind::Int | SettingKind::Percent => {
            let percent = def.kind == SettingKind::Percent;
            let (low, high) = if percent { (min / 100, max / 100) } else { (min, max) };
            let number = value.as_i64().filter(|n| (min..=max).contains(n));
            let number =
                number.ok_or_else(|| bad(format!("应在 {low} 到 {high} {} 之间", def.unit)))?;
            Ok(json!(number))
        }
        SettingKind::Number => {
            let number = value.as_f64().filter(|n| *n >= min as f64 && *n <= max as f64);
            let number =
                number.ok_or_else(|| bad(format!("应在 {min} 到 {max} {} 之间", def.unit)))?;
            Ok(json!((number * 10.0).round() / 10.0))
        }
    }
}
