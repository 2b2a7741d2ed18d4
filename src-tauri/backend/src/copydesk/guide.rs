//! The rules that texts are checked by: lengths by channel, banned words, and a check while one types.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::limits::Limit;
use super::ops::{SEES, check_channel, check_size, line};
use super::rules::{self, CopyKind, Finding, KINDS, MAX_CHARS, Severity};
use super::table::{self, COPY_LIMIT, COPY_WORD};
use super::{alike, facts};
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Error, Module, Need, Query, Result, Tx};
use crate::listings::{Unit, title_length};
use crate::{list_operations, params};

const SETS_RULES: Need = Need::Any(&[Ask::write(Module::Rules)]);

/// Checks a text while it is written: length in the channel's unit and everything wrong with it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckCopy {
    /// The text.
    pub text: String,
    /// Its kind.
    pub kind: CopyKind,
    /// The channel it is for.
    pub channel: String,
    /// The request that it is written for: what it says is held against its product too.
    #[serde(default)]
    pub id: Option<i64>,
}

/// What a check found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckView {
    /// The length.
    pub count: usize,
    /// The rule it is held against.
    pub limit: Option<Limit>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// The worst of it.
    pub level: Severity,
}

impl Query for CheckCopy {
    type Output = CheckView;
    const NAME: &'static str = "copy.check";
    const TITLE: &'static str = "检查文案";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] =
        &["copy_doc", "copy_limit", "copy_word", "channel", "product", "listing"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        check_size(&self.text)?;
        let limit = table::limit(cx, &self.channel, self.kind.code())?;
        let doc: Option<table::Doc> = self.id.map(|id| cx.get(&table::COPY_DOC, id)).transpose()?;
        let words = facts::words(cx, &self.channel, doc.as_ref())?;
        let mut findings = rules::check(&self.text, self.kind.code(), limit.as_ref(), &words);
        if let Some(doc) = &doc {
            findings.extend(facts::check(cx, doc, &self.text)?);
            findings.extend(alike::check(cx, doc, &self.text)?);
        }
        Ok(CheckView {
            count: title_length(&self.text, limit.as_ref().map_or(Unit::Char, |l| l.unit)),
            level: rules::worst(&findings),
            limit,
            findings,
        })
    }
}

/// The channels, and how long each kind of text may be where the channel's profile does not say it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CopyRules {}

/// One rule of length.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct LimitView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The channel.
    pub channel: String,
    /// The kind's code.
    pub kind: String,
    /// How it counts.
    pub unit: Unit,
    /// At least.
    pub min: i64,
    /// At most.
    pub max: i64,
    /// What an emoji is here.
    pub emoji: Severity,
}

/// Channels, kinds and rules.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RulesView {
    /// Channel codes with their Chinese names.
    pub channels: Vec<(String, String)>,
    /// Kind codes with their Chinese names.
    pub kinds: Vec<(&'static str, &'static str)>,
    /// The rules.
    pub limits: Vec<LimitView>,
}

impl Query for CopyRules {
    type Output = RulesView;
    const NAME: &'static str = "copy.rules";
    const TITLE: &'static str = "文案字数规则";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["copy_limit", "channel"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        Ok(RulesView {
            channels: table::channels(cx)?,
            kinds: KINDS.to_vec(),
            limits: cx.all(
                "select id, version, channel, kind, unit, min, max, emoji
                 from copy_limit order by id",
                params![],
            )?,
        })
    }
}

/// Changes how long a text may be on a channel. Titles and selling points are not among these rules
/// where the channel's profile has a say.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLimit {
    /// The rule.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// How it counts.
    pub unit: Unit,
    /// At least.
    pub min: i64,
    /// At most.
    pub max: i64,
    /// What an emoji is here.
    pub emoji: Severity,
}

impl Command for SetLimit {
    type Output = i64;
    const NAME: &'static str = "copy.set_limit";
    const TITLE: &'static str = "修改文案字数规则";
    const NEEDS: Need = SETS_RULES;
    const TOUCHES: &'static [&'static str] = &["copy_limit"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let most = i64::try_from(MAX_CHARS).unwrap_or(i64::MAX);
        if self.min < 0 || self.max < 1 || self.min > self.max || self.max > most {
            return Err(Error::invalid(
                "max",
                format!("下限应从 0 起，上限应在 1 到 {most} 之间且不小于下限"),
            ));
        }
        let set = [
            ("unit", self.unit.code().into()),
            ("min", self.min.into()),
            ("max", self.max.into()),
            ("emoji", self.emoji.code().into()),
        ];
        tx.update(&COPY_LIMIT, self.id, Some(self.version), &set)
    }
}

/// Banned words and allowed phrases.
pub static WORDS: ListDef = ListDef {
    name: "copy_words",
    title: "违禁词",
    entity: "copy_word",
    from: "copy_word w",
    key: "w.id",
    columns: &[
        Col::new("word", "词", "w.word", ColKind::Text),
        Col::new("category", "类别", "w.category", ColKind::Text),
        Col::new("severity", "级别", "w.severity", ColKind::Choice(SEVERITIES)),
        Col::new("suggestion", "可改为", "w.suggestion", ColKind::Text),
        Col::new("channels", "渠道", "w.channels", ColKind::Json).plain(),
        Col::new("active", "启用", "w.active", ColKind::Bool),
        Col::new("version", "修订", "w.version", ColKind::Int).plain().inner(),
        Col::new("updated_at", "更新时间", "w.updated_at", ColKind::Instant),
    ],
    tabs: &[
        Tab { key: "block", title: "禁用", when: "w.severity = 'block'" },
        Tab { key: "warn", title: "提醒", when: "w.severity = 'warn'" },
        Tab { key: "allowed", title: "允许", when: "w.severity = 'ok'" },
    ],
    search: None,
    order: ("id", false),
    scope: |_| None,
    needs: SEES_WORDS,
};

const SEES_WORDS: Need = Need::Any(&[Ask::read(Module::Rules)]);
const SEVERITIES: &[(&str, &str)] = &[("block", "禁用"), ("warn", "提醒"), ("ok", "允许")];

/// A banned word in the list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct WordRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The word.
    pub word: String,
    /// Its category.
    pub category: String,
    /// Banned, reminded of, or an allowed phrase.
    pub severity: Severity,
    /// The channels it holds for; all when empty.
    pub channels: Vec<String>,
    /// What to say instead.
    pub suggestion: String,
    /// In force.
    pub active: bool,
    /// UTC milliseconds.
    pub updated_at: i64,
}
impl ListRow for WordRow {}

list_operations!(
    ListWords,
    CountWords,
    WORDS,
    WordRow,
    "copy_words.list",
    "copy_words.counts",
    "违禁词",
    SEES_WORDS,
    ["copy_word"]
);

/// Adds a banned word, or changes one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveWord {
    /// The word to change; a new one when absent.
    #[serde(default)]
    pub id: Option<i64>,
    /// The version that was read, with `id`.
    #[serde(default)]
    pub version: Option<i64>,
    /// The word.
    pub word: String,
    /// Its category.
    pub category: String,
    /// `block`, `warn`, or `ok` for an allowed phrase.
    pub severity: Severity,
    /// The channels it holds for; all when empty.
    #[serde(default)]
    pub channels: Vec<String>,
    /// What to say instead.
    #[serde(default)]
    pub suggestion: String,
    /// In force.
    #[serde(default = "yes")]
    pub active: bool,
}

fn yes() -> bool {
    true
}

#[derive(Serialize)]
struct NewWord<'a> {
    word: &'a str,
    category: &'a str,
    severity: Severity,
    channels: &'a [String],
    suggestion: &'a str,
    active: bool,
    created_at: i64,
    updated_at: i64,
}

impl Command for SaveWord {
    type Output = i64;
    const NAME: &'static str = "copy_words.save";
    const TITLE: &'static str = "维护违禁词";
    const NEEDS: Need = SETS_RULES;
    const TOUCHES: &'static [&'static str] = &["copy_word"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let word = line("word", "词", &self.word)?;
        if word.chars().count() > 40 || !word.chars().any(char::is_alphanumeric) {
            return Err(Error::invalid("word", "违禁词应有文字或数字，40 个字以内"));
        }
        let category = line("category", "类别", &self.category)?;
        for channel in &self.channels {
            check_channel(tx, channel)?;
        }
        let suggestion = rules::clean(&self.suggestion).0;
        let taken: Option<i64> = tx.maybe(
            "select id from copy_word where word = ?1 and id <> ?2",
            params![&word, self.id.unwrap_or_default()],
        )?;
        if taken.is_some() {
            return Err(Error::conflict("duplicate", format!("词表里已经有“{word}”")).at("word"));
        }
        match self.id {
            None => tx.insert(
                &COPY_WORD,
                &NewWord {
                    word: &word,
                    category: &category,
                    severity: self.severity,
                    channels: &self.channels,
                    suggestion: &suggestion,
                    active: self.active,
                    created_at: tx.now,
                    updated_at: tx.now,
                },
            ),
            Some(id) => {
                let set = [
                    ("word", word.into()),
                    ("category", category.into()),
                    ("severity", self.severity.code().into()),
                    ("channels", serde_json::json!(self.channels).into()),
                    ("suggestion", suggestion.into()),
                    ("active", self.active.into()),
                ];
                tx.update(&COPY_WORD, id, self.version, &set)?;
                Ok(id)
            }
        }
    }
}
