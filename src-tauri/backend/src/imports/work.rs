//! The jobs: looking at a file and comparing it with the shop; writing it, whole or not at all.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::{Value as Json, json};
use shopdesk_exchange::{
    Document, FileResult, Format, PictureSource, ProductRecord, Recognised, Records,
};

use super::goods::{self, Planned};
use super::kept::{self, Plan, Seen};
use super::looked::{Looked, record, store};
use super::pictures::{file_name, take_pictures};
use super::plan::{Class, Columns, PlanRow, Problem};
use super::reading::{self, Choices};
use super::rules::fingerprint;
use super::shelf::{self, ShopFacts};
use super::table::{IMPORT, IMPORT_ROW, Import, Profile, RowRecord};
use crate::kernel::jobs::JobCx;
use crate::kernel::rights::Ask;
use crate::kernel::{Code, Cx, Error, Module, Need, Result, Series};
use crate::params;

const NUMBERS: Series = Series { prefix: "IM", daily: true };

/// What a new import is asked.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub file: String,
    pub name: String,
    pub shop: Option<i64>,
    pub profile: Option<i64>,
    pub choices: Choices,
}

/// Looks at a dropped file: one import for each table in it.
pub(super) fn preview(job: &JobCx, asked: &Asked) -> Result<Json> {
    let documents =
        reading::tables(job.core().store().files(), &asked.file, &asked.name, &asked.choices.pack)?;
    let mut ids = Vec::new();
    let many = documents.len() as u64;
    for (position, document) in documents.into_iter().enumerate() {
        job.step(position as u64, many)?;
        let mut looked = look(job, &document, &asked.choices, asked.shop, asked.profile)?;
        show_pictures(job, &document, &mut looked)?;
        let id = job.write(|tx| {
            let no = NUMBERS.next(tx)?;
            let row = json!({
                "no": no, "file": asked.file, "name": asked.name, "document": document.name,
                "position": position, "shop_id": asked.shop, "state": "previewed",
                "choices": looked.choices, "staff_id": tx.caller.staff, "at": tx.now,
            });
            let id = tx.insert(&IMPORT, &row)?;
            store(tx, id, &looked)?;
            Ok(id)
        })?;
        keep(job, id, document, looked)?;
        ids.push(id);
    }
    job.step(many, many)?;
    Ok(json!({ "imports": ids }))
}

/// Reads an import again, after its map, a cell or a choice has changed.
pub(super) fn again(job: &JobCx, id: i64) -> Result<Json> {
    let import = job.read(|cx| Import::of(cx, id))?;
    let document = reading::table_of(job.core().store().files(), &import)?;
    job.step(0, 1)?;
    let mut looked = look(job, &document, &import.choices, import.shop_id, import.profile_id)?;
    show_pictures(job, &document, &mut looked)?;
    job.write(|tx| {
        still_open(&Import::of(tx, id)?)?;
        tx.exec(&IMPORT_ROW, "delete from import_row where import_id = ?1", params![id])?;
        store(tx, id, &looked)
    })?;
    keep(job, id, document, looked)?;
    job.step(1, 1)?;
    Ok(json!({ "imports": [id] }))
}

/// Keeps what was read for the commit.
fn keep(job: &JobCx, id: i64, document: Document, looked: Looked) -> Result<()> {
    kept::let_go(looked.rows);
    match (looked.file, looked.refused) {
        (Some(file), None) => kept::keep(job, id, document, file, looked.plan),
        _ => Ok(()),
    }
}

fn look(
    job: &JobCx,
    document: &Document,
    choices: &Choices,
    shop: Option<i64>,
    profile: Option<i64>,
) -> Result<Looked> {
    job.read(|cx| {
        let mut choices = choices.clone();
        choices.read.today =
            chrono::NaiveDate::parse_from_str(&cx.today().to_string(), "%Y-%m-%d").ok();
        let mut looked = Looked {
            choices: choices.clone(),
            recognised: None,
            file: None,
            plan: None,
            rows: Vec::new(),
            shop: None,
            rows_ok: 0,
            refused: None,
            profile: None,
            notes: Vec::new(),
        };
        let mut shop = shop.map(|id| ShopFacts::of(cx, id)).transpose()?;
        if let Some(shop) = &shop
            && choices.read.currency.is_none()
        {
            choices.read.currency = Some(shop.currency.clone());
        }
        match reading::look(document, &choices.read) {
            Ok(recognised) => looked.recognised = Some(recognised),
            Err(refused) => {
                let err = reading::refused(&refused);
                looked.refused = Some((err.reason, err.message));
                return Ok(looked);
            }
        }
        if choices.read.map.is_none()
            && let Some(recognised) = &looked.recognised
            && let Some(profile) = profile_for(cx, profile, recognised)?
        {
            looked.notes.push(format!("按导入方案“{}”读取", profile.name));
            looked.profile = Some((profile.id, profile.version));
            choices.read.map = Some(profile.map.clone());
            looked.choices.read.map = Some(profile.map);
        }
        if shop.is_none()
            && let Some(format) = looked.recognised.as_ref().and_then(|r| r.format)
            && let Some(only) = ShopFacts::only_one_for(cx, format)?
        {
            if choices.read.currency.is_none() {
                choices.read.currency = Some(only.currency.clone());
            }
            looked.notes.push(format!("店里只有“{}”用得上这种文件，按它导入", only.name));
            looked.shop = Some(only.id);
            shop = Some(only);
        }
        let file = match reading::read(document, &choices.read) {
            Ok(file) => file,
            Err(refused) => {
                let err = reading::refused(&refused);
                looked.refused = Some((err.reason, err.message));
                return Ok(looked);
            }
        };
        match compare(cx, document, &choices, &file, shop.as_ref()) {
            Ok(compared) => {
                looked.rows = compared.rows;
                looked.rows_ok = compared.rows_ok;
                looked.plan = compared.plan;
                looked.notes.extend(file.notes.iter().cloned());
                looked.notes.extend(said(&file, shop.as_ref()));
            }
            // A shop that is missing or not for this person can be chosen anew; a fault cannot.
            Err(e) if e.code == Code::Internal || e.code == Code::Unavailable => return Err(e),
            Err(e) => looked.refused = Some((e.reason, e.message)),
        }
        looked.file = Some(file);
        Ok(looked)
    })
}

/// Takes in the pictures of a pack, so that the preview can show each record's first one and says of
/// those that cannot be taken in, before anything is written, in which row they are named.
fn show_pictures(job: &JobCx, document: &Document, looked: &mut Looked) -> Result<()> {
    let Some(file) = &looked.file else { return Ok(()) };
    let Records::Products(records) = &file.records else { return Ok(()) };
    let taken = take_pictures(job, document, records)?;
    let column = file.header.iter().find(|name| *name == "picture");
    let column = column.map_or("图片", String::as_str);
    let mut wrong: BTreeSet<u64> = BTreeSet::new();
    for row in &mut looked.rows {
        let Some(record) = row.record.and_then(|at| records.get(at)) else { continue };
        row.picture = goods::entries(record).find_map(|path| taken.files.get(path).cloned());
        let said = |path: &str, why: String| Problem {
            row: record.row,
            column: column.to_owned(),
            value: file_name(path).to_owned(),
            why,
            nearest: Vec::new(),
        };
        row.warnings
            .extend(taken.doubtful_of(record).map(|(path, why)| said(path, why.to_owned())));
        row.warned = !row.warnings.is_empty();
        let whys: Vec<Problem> = taken
            .refused_of(record)
            .map(|(path, why)| {
                said(path, format!("{why}。请换掉这张图片，或清空这一格，不带图片导入"))
            })
            .collect();
        if whys.is_empty() {
            continue;
        }
        row.problems.extend(whys);
        if row.class != Class::Error.code() {
            Class::Error.code().clone_into(&mut row.class);
            wrong.insert(record.row);
            wrong.extend(record.skus.iter().map(|s| s.row));
        }
    }
    looked.rows_ok = looked.rows_ok.saturating_sub(wrong.len() as u64);
    let mut cells = reading::cells(document, &looked.choices.read, &wrong);
    for row in looked.rows.iter_mut().filter(|r| r.cells.is_empty()) {
        let Some(record) = row.record.and_then(|at| records.get(at)) else { continue };
        if wrong.contains(&record.row) {
            let numbers: BTreeSet<u64> =
                std::iter::once(record.row).chain(record.skus.iter().map(|s| s.row)).collect();
            row.cells =
                numbers.into_iter().filter_map(|n| cells.remove(&n).map(|c| (n, c))).collect();
        }
    }
    Ok(())
}

fn profile_for(
    cx: &Cx<'_>,
    asked: Option<i64>,
    recognised: &Recognised,
) -> Result<Option<Profile>> {
    const SELECT: &str = "select id, version, name, map from import_profile";
    if let Some(id) = asked {
        return cx.maybe(&format!("{SELECT} where id = ?1"), params![id]);
    }
    if !matches!(recognised.format, None | Some(Format::ProductTable | Format::ListingTable)) {
        return Ok(None);
    }
    cx.maybe(
        &format!("{SELECT} where fingerprint = ?1 order by updated_at desc limit 1"),
        params![fingerprint(&recognised.header)],
    )
}

const PRODUCTS: Need = Need::Any(&[Ask::write(Module::Products)]);

/// Everything that is planned for a file.
pub(super) enum Plans {
    Products(Vec<Planned>),
    Listings(Vec<shelf::Shelved>),
}

/// Plans a file; refuses what the caller may not import.
pub(super) fn plans(
    cx: &Cx<'_>,
    document: &Document,
    choices: &Choices,
    file: &FileResult,
    shop: Option<&ShopFacts>,
) -> Result<(Plans, Columns)> {
    let columns = Columns::of(file, choices.read.map.as_ref());
    match &file.records {
        Records::Products(records) => {
            cx.caller.require(PRODUCTS)?;
            if let Some(shop) = shop {
                shop.may_write(cx)?;
            }
            let mut planned = goods::plan(cx, records, &columns, shop.map(|s| s.id))?;
            goods::note_pictures(cx, &mut planned, records, &mut |path| {
                document.pack.read(path).ok().map(|b| blake3::hash(&b).to_hex().to_string())
            })?;
            if let Some(shop) = shop {
                let known: Vec<Option<i64>> = planned
                    .iter()
                    .map(|p| p.product.filter(|_| p.row.class != Class::Error))
                    .collect();
                let items = shelf::of_products(records, &known);
                let shelved = shelf::plan(cx, &items, &columns, shop, false)?;
                join(&mut planned, &shelved, &columns, records, shop);
            }
            Ok((Plans::Products(planned), columns))
        }
        Records::Listings(records) => {
            let shop = shop.ok_or_else(|| {
                Error::new(
                    Code::Invalid,
                    "needs_shop",
                    "这是上架商品的文件，请先选择它是哪家店铺的",
                )
                .at("shop")
            })?;
            shop.may_write(cx)?;
            if let Some(why) = shop.mismatch(records) {
                return Err(Error::invalid("shop", why).because("wrong_shop"));
            }
            let items = shelf::of_listings(records);
            let planned = shelf::plan(cx, &items, &columns, shop, choices.create_products)?;
            Ok((Plans::Listings(planned), columns))
        }
    }
}

/// Puts what a product file says of the shop's shelf beside what it says of the products. A SKU that
/// the product is still to get is no mistake.
fn join(
    planned: &mut [Planned],
    shelved: &[shelf::Shelved],
    columns: &Columns,
    records: &[ProductRecord],
    shop: &ShopFacts,
) {
    for plan in planned.iter_mut() {
        let Some(record) = records.get(plan.record).filter(|_| plan.row.class == Class::New) else {
            continue;
        };
        if shelf::is_listed(record) {
            plan.row.change("上架", "", &shop.name);
        } else if shelf::is_counted(record) {
            plan.row.warnings.push(shelf::not_on_sale(columns, shop, record.row));
        }
    }
    for on_shelf in shelved {
        // One plan a record, in the records' order.
        let Some(plan) = planned.get_mut(on_shelf.record) else { continue };
        let growing = matches!(&plan.step, goods::Step::Change { fresh, .. } if !fresh.is_empty());
        if on_shelf.row.class == Class::Error {
            if !growing {
                plan.row.problems.extend(on_shelf.row.problems.iter().cloned());
                plan.row.class = Class::Error;
                plan.step = goods::Step::Keep;
            }
            continue;
        }
        plan.row.warnings.extend(on_shelf.row.warnings.iter().cloned());
        if on_shelf.row.class != Class::Unchanged {
            plan.row.changes.extend(on_shelf.row.changes.iter().cloned());
            plan.row.class = Class::Update;
        }
    }
}

/// What a file comes to beside the shop.
struct Compared {
    rows: Vec<RowRecord>,
    rows_ok: u64,
    plan: Option<Plan>,
}

/// The rows of a plan with those that could not be read at all, in the file's order.
fn compare(
    cx: &Cx<'_>,
    document: &Document,
    choices: &Choices,
    file: &FileResult,
    shop: Option<&ShopFacts>,
) -> Result<Compared> {
    let seen = Seen::now(cx)?;
    let (plans, _) = plans(cx, document, choices, file, shop)?;
    let mut plan = None;
    let rows: Vec<PlanRow> = match plans {
        Plans::Products(mut planned) => {
            let rows = planned.iter_mut().map(Planned::take_row).collect();
            plan = shop.is_none().then(|| Plan::new(planned, seen));
            rows
        }
        Plans::Listings(planned) => planned.into_iter().map(|p| p.row).collect(),
    };
    let wrong: BTreeSet<u64> = rows
        .iter()
        .filter(|r| r.class == Class::Error)
        .flat_map(|r| r.rows.iter().copied())
        .collect();
    let mut cells = reading::cells(document, &choices.read, &wrong);
    let mut warned: BTreeMap<u64, Vec<Problem>> = BTreeMap::new();
    for w in &file.rows_warned {
        warned.entry(w.row).or_default().push(w.clone().into());
    }
    let mut out = Vec::with_capacity(rows.len());
    for (place, mut row) in rows.into_iter().enumerate() {
        for number in &row.rows {
            row.warnings.extend(warned.remove(number).unwrap_or_default());
        }
        let mine: Vec<(u64, Vec<String>)> = if row.class == Class::Error {
            row.rows.iter().filter_map(|n| cells.remove(n).map(|c| (*n, c))).collect()
        } else {
            Vec::new()
        };
        out.push(record(row, mine, Some(place)));
    }
    let mut unread: BTreeMap<u64, Vec<Problem>> = BTreeMap::new();
    for bad in &file.rows_bad {
        unread.entry(bad.row).or_default().push(bad.clone().into());
    }
    for (number, problems) in unread {
        let mut row = PlanRow::new(number, "", "");
        row.class = Class::Error;
        row.problems = problems;
        let cells = file.originals.get(&number).cloned().unwrap_or_default();
        out.push(record(row, vec![(number, cells)], None));
    }
    let rows_ok = file.rows_ok.saturating_sub(wrong.len() as u64);
    Ok(Compared { rows: out, rows_ok, plan })
}

/// What of the file finds no place in the shop, in a sentence each.
fn said(file: &FileResult, shop: Option<&ShopFacts>) -> Vec<String> {
    let mut notes = Vec::new();
    if let Records::Products(records) = &file.records {
        let priced = records.iter().any(|r| {
            r.price.is_some() || r.stock.is_some() || r.skus.iter().any(|s| s.price.is_some())
        });
        if priced && shop.is_none() {
            notes.push(
                "没有选店铺：售价和库存属于店铺的上架商品，这次只导入产品资料，不写售价和库存"
                    .to_owned(),
            );
        }
        let urls = records
            .iter()
            .flat_map(|r| &r.pictures)
            .filter(|p| matches!(p.source, PictureSource::Url(_)))
            .count();
        if urls > 0 {
            notes.push(format!("有 {urls} 张图片只有网址，没有随文件带来，不会下载；请之后补图"));
        }
        let mut extra: BTreeSet<&str> = records
            .iter()
            .flat_map(|r| r.extra.iter().chain(r.skus.iter().flat_map(|s| &s.extra)))
            .map(|pair| pair.name.as_str())
            .collect();
        if !extra.is_empty() && file.format == Format::ProductTable {
            let names: Vec<&str> = std::iter::from_fn(|| extra.pop_first()).take(12).collect();
            notes.push(format!("这些列没有对应的字段，没有导入：{}", names.join("、")));
        }
    }
    notes
}

/// Refuses what is no longer waiting to be committed.
pub(super) fn still_open(import: &Import) -> Result<()> {
    let what = match import.state.as_str() {
        "previewed" => return Ok(()),
        "committed" => "已经导入",
        "undone" => "已经撤销",
        _ => "已经放弃",
    };
    Err(Error::conflict(
        "wrong_state",
        format!("导入 {} {what}，不能再改；要重新导入请再拖入一次文件", import.no),
    ))
}

/// Refuses the same table of the same file a second time.
pub(super) fn not_again(cx: &Cx<'_>, import: &Import) -> Result<()> {
    let before: Option<(i64, String, i64)> = cx.maybe(
        "select id, no, coalesce(ended_at, at) from import_batch
         where file = ?1 and position = ?2 and state = 'committed' and id <> ?3
         order by id desc limit 1",
        params![&import.file, import.position, import.id],
    )?;
    match before {
        None => Ok(()),
        Some((id, no, at)) => Err(Error::conflict(
            "already_imported",
            format!(
                "这个文件在 {} 已经导入过（批次 {no}）。确实要再导入一次，请勾选“重新导入”",
                cx.zone().show(at)
            ),
        )
        .with(json!({ "import": id, "no": no, "at": at }))),
    }
}

/// Writes an import: every row, or every good row where that was asked for, in one transaction.
pub(super) fn commit(job: &JobCx, id: i64, skip_bad: bool) -> Result<Json> {
    let import = job.read(|cx| Import::of(cx, id))?;
    let mut choices = import.choices.clone();
    let shop = job.read(|cx| import.shop_id.map(|s| ShopFacts::of(cx, s)).transpose())?;
    if let Some(shop) = &shop
        && choices.read.currency.is_none()
    {
        choices.read.currency = Some(shop.currency.clone());
    }
    let (document, file, plan) = match kept::take(job, &import) {
        Some(kept) => (kept.document, kept.file, kept.plan),
        None => {
            let document = reading::table_of(job.core().store().files(), &import)?;
            let file = reading::read(&document, &choices.read).map_err(|r| reading::refused(&r))?;
            (document, file, None)
        }
    };
    let total = file.records.len() as u64;
    let records: &[ProductRecord] = match &file.records {
        Records::Products(records) => records,
        Records::Listings(_) => &[],
    };
    let taken = take_pictures(job, &document, records)?;
    let mut refused: Vec<String> = Vec::new();
    let mut unpictured: BTreeSet<usize> = BTreeSet::new();
    for (at, record) in records.iter().enumerate() {
        for (_, why) in taken.refused_of(record) {
            refused.push(format!("第 {} 行的{why}", record.row));
            unpictured.insert(at);
        }
    }
    if !refused.is_empty() && !skip_bad {
        let first = refused.first().cloned().unwrap_or_default();
        return Err(Error::new(
            Code::Invalid,
            "bad_pictures",
            format!(
                "有 {} 张图片收不下，没有写入任何数据。第一张：{first}。请换掉这些图片，或选择“跳过错误的行”",
                refused.len()
            ),
        )
        .with(json!({ "pictures": refused })));
    }
    let batch = job.write(|tx| {
        let import = Import::of(tx, id)?;
        still_open(&import)?;
        let (mut plans, columns) = match plan {
            Some(plan) if plan.holds(tx)? => {
                tx.caller.require(PRODUCTS)?;
                let columns = Columns::of(&file, choices.read.map.as_ref());
                (Plans::Products(plan.planned), columns)
            }
            _ => plans(tx, &document, &choices, &file, shop.as_ref())?,
        };
        if let Plans::Products(planned) = &mut plans {
            // As the preview said: a record whose pictures are broken is a wrong one.
            for plan in planned.iter_mut().filter(|p| unpictured.contains(&p.record)) {
                plan.row.class = Class::Error;
                plan.step = goods::Step::Keep;
            }
        }
        let wrong = match &plans {
            Plans::Products(planned) => {
                planned.iter().filter(|p| p.row.class == Class::Error).count()
            }
            Plans::Listings(planned) => {
                planned.iter().filter(|p| p.row.class == Class::Error).count()
            }
        } + file.bad_row_count();
        if wrong > 0 && !skip_bad {
            return Err(bad_rows(wrong));
        }
        let batch = tx.batch(&format!("导入 {}：{}", import.no, import.name))?;
        tx.because(Some(&format!("导入 {}：{}", import.no, import.document)));
        match plans {
            Plans::Products(planned) => {
                let products = goods::apply(tx, planned, records, &taken.files)?;
                if let Some(shop) = &shop {
                    // Now that every product and SKU is there, the shelf can be compared with them.
                    let items = shelf::of_products(records, &products);
                    let shelved = shelf::plan(tx, &items, &columns, shop, false)?;
                    if let Some(bad) =
                        shelved.iter().find(|s| s.row.class == Class::Error && !skip_bad)
                    {
                        let why = bad.row.problems.first().map(|p| p.why.clone());
                        return Err(Error::conflict(
                            "bad_rows",
                            format!("第 {} 行：{}", bad.row.row, why.unwrap_or_default()),
                        ));
                    }
                    shelf::apply(
                        tx,
                        shelved,
                        shop,
                        &taken.files.values().map(String::as_str).collect(),
                    )?;
                }
            }
            Plans::Listings(planned) => {
                let shop =
                    shop.as_ref().ok_or_else(|| Error::internal("listings without a shop"))?;
                shelf::apply(tx, planned, shop, &HashSet::new())?;
            }
        }
        let mut notes = import.notes.clone();
        if skip_bad && wrong > 0 {
            notes.push(format!("跳过了 {wrong} 条有错误的记录，没有导入；可下载错误行改好再导入"));
        }
        notes.extend(refused.iter().map(|r| format!("图片没有导入：{r}")));
        tx.exec(
            &IMPORT,
            "update import_batch set state = 'committed', version = version + 1, ended_at = ?2,
                ended_by = ?3, batch_id = ?4, notes = ?5 where id = ?1",
            params![id, tx.now, tx.caller.staff, batch, json!(notes).to_string()],
        )?;
        for tag in ["import", "product", "listing"] {
            tx.tag(tag);
        }
        tx.tag(format!("import:{id}"));
        Ok(batch)
    })?;
    kept::let_go(file);
    job.step(total, total.max(1))?;
    Ok(json!({ "import": id, "batch": batch }))
}

/// The refusal of a file with wrong rows.
pub(super) fn bad_rows(wrong: usize) -> Error {
    Error::conflict(
        "bad_rows",
        format!(
            "有 {wrong} 条记录有错误，没有写入任何数据。请在表格里改好，或下载错误行改好再导入；也可以选择“跳过错误的行”"
        ),
    )
}
