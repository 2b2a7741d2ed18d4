//! Who may what: posts, modules, the matrix, hats, and what an operation needs.
//!
//! Rights belong to posts; a person has them through hats: the posts held now, and the posts covered
//! for somebody else. The default matrix is data (`rights_matrix.txt`); a shop may edit its copy.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Error, Result};

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $code:literal, $title:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "the titles below say what each is")]
        pub enum $name { $($variant),* }

        impl $name {
            /// All of them, in the order of the matrix.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The stable code used in data and on the wire.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// The Chinese name.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),* }
            }

            /// By its code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

codes! {
    /// The ten posts, and the two accounts outside them.
    Post {
        OpsSupervisor = "ops_supervisor", "运营主管";
        CustomerService = "customer_service", "客服";
        MallManager = "mall_manager", "商城管理";
        Designer = "designer", "美工";
        Copywriter = "copywriter", "文案编辑";
        OpsSpecialist = "ops_specialist", "运营专员";
        Overseas = "overseas", "海外商务";
        Merchandiser = "merchandiser", "产品跟单";
        ProductPlanner = "product_planner", "产品策划";
        Promotion = "promotion", "活动策划及推广";
        Director = "director", "公司负责人";
        Admin = "admin", "系统管理员";
    }
}

codes! {
    /// The areas that rights are given for.
    Module {
        People = "people", "人员与岗位";
        ActingCover = "acting_cover", "代岗";
        Recruiting = "recruiting", "招募";
        Appraisal = "appraisal", "绩效";
        PersonnelRequests = "personnel_requests", "人事申请";
        Tasks = "tasks", "任务与日报";
        Goals = "goals", "目标";
        Products = "products", "产品资料";
        Development = "development", "新款开发";
        Launch = "launch", "上新倒排期";
        Suppliers = "suppliers", "供应商档案";
        Purchasing = "purchasing", "采购";
        Receiving = "receiving", "收货质检";
        Payments = "payments", "付款申请";
        Stock = "stock", "库存与库位";
        StockCount = "stock_count", "盘点";
        Replenishment = "replenishment", "补货";
        ListingsDomestic = "listings_domestic", "国内上架";
        ListingsOverseas = "listings_overseas", "海外上架";
        OrdersDomestic = "orders_domestic", "国内订单";
        OrdersOverseas = "orders_overseas", "海外订单";
        AfterSales = "after_sales", "售后";
        Service = "service", "客服与投诉";
        Roster = "roster", "客服排班";
        Assets = "assets", "素材需求";
        Copy = "copy", "文案队列";
        Shoots = "shoots", "拍摄与模特";
        Content = "content", "内容日历";
        Campaigns = "campaigns", "活动";
        Ads = "ads", "直通车与关键词";
        Research = "research", "竞品与市场";
        Issues = "issues", "问题与升级";
        Expenses = "expenses", "费用与预算";
        Margin = "margin", "毛利与成本";
        Reports = "reports", "报表";
        Sop = "sop", "制度与规范";
        Rules = "rules", "规则库与违禁词";
        Imports = "imports", "导入批次";
        Audit = "audit", "审计";
        System = "system", "系统与备份";
    }
}

/// How far a right reaches. Each level includes the ones before it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Not even to see it.
    #[default]
    None,
    /// To see.
    Read,
    /// To create, edit and submit.
    Write,
    /// To approve what others submitted.
    Approve,
}

/// One cell of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Right {
    /// How far.
    pub level: Level,
    /// `o`: own records only (at the cell's own level).
    pub own: bool,
    /// `q`: own queue only.
    pub queue: bool,
    /// `m`: money columns hidden.
    pub hides_money: bool,
    /// `p`: buyers' phones shown.
    pub shows_phone: bool,
    /// `:word`: the cell's own level holds only for these parts of the module.
    pub parts: Vec<String>,
}

impl Right {
    /// Reads a cell such as `A`, `R m`, `W q`, `W :request`.
    pub fn parse(cell: &str) -> Result<Self> {
        let mut words = cell.split_whitespace();
        let level = match words.next() {
            Some("N") => Level::None,
            Some("R") => Level::Read,
            Some("W") => Level::Write,
            Some("A") => Level::Approve,
            _ => return Err(bad_cell(cell)),
        };
        let mut right = Self { level, ..Self::default() };
        for word in words {
            match word {
                "o" => right.own = true,
                "q" => right.queue = true,
                "m" => right.hides_money = true,
                "p" => right.shows_phone = true,
                part if part.starts_with(':') && part.len() > 1 => {
                    right.parts.push(part[1..].to_owned());
                }
                _ => return Err(bad_cell(cell)),
            }
        }
        Ok(right)
    }

    /// The cell as text, the inverse of [`Right::parse`].
    pub fn cell(&self) -> String {
        let mut out = String::from(match self.level {
            Level::None => "N",
            Level::Read => "R",
            Level::Write => "W",
            Level::Approve => "A",
        });
        for (flag, word) in
            [(self.own, "o"), (self.queue, "q"), (self.hides_money, "m"), (self.shows_phone, "p")]
        {
            if flag {
                out.push(' ');
                out.push_str(word);
            }
        }
        for part in &self.parts {
            out.push_str(" :");
            out.push_str(part);
        }
        out
    }

    /// Whether this cell lets `ask` pass. Parts limit only the cell's own level; what is below it is
    /// whole. Own and queue are narrowed by the operation itself.
    pub fn allows(&self, ask: &Ask) -> bool {
        if self.level > ask.level {
            return true;
        }
        self.level == ask.level
            && (self.parts.is_empty()
                || ask.level <= Level::Read
                || ask.part.is_some_and(|p| self.parts.iter().any(|have| have == p)))
    }
}

fn bad_cell(cell: &str) -> Error {
    Error::invalid(
        "cell",
        format!("权限“{cell}”看不懂，应以 N、R、W、A 开头，后面可跟 o q m p 或 :部分"),
    )
}

/// The default matrix: for each module, the cell of each post.
pub fn default_matrix() -> Vec<(Module, Post, Right)> {
    let mut out = Vec::new();
    for line in include_str!("rights_matrix.txt").lines().filter(|l| !l.starts_with('#')) {
        let mut cells = line.split('|');
        let Some(first) = cells.next() else { continue };
        let words: Vec<&str> = first.split_whitespace().collect();
        let Some(module) = words.first().and_then(|code| Module::from_code(code)) else { continue };
        // The first column also holds the first post's cell: code, title, cell.
        let lead = words.get(2..).unwrap_or_default().join(" ");
        let cells = std::iter::once(lead).chain(cells.map(|c| c.trim().to_owned()));
        for (post, cell) in Post::ALL.iter().zip(cells) {
            if let Ok(right) = Right::parse(&cell) {
                out.push((module, *post, right));
            }
        }
    }
    out
}

/// One thing an operation asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// In which area.
    pub module: Module,
    /// How far.
    pub level: Level,
    /// Enough for this part of the area, where a right is limited to parts.
    pub part: Option<&'static str>,
}

/// What an operation needs before it gets a transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Any member of staff who is signed in (own session, own views).
    SignedIn,
    /// Any one of these.
    Any(&'static [Ask]),
}

impl Ask {
    /// To see.
    pub const fn read(module: Module) -> Self {
        Self { module, level: Level::Read, part: None }
    }
    /// To change.
    pub const fn write(module: Module) -> Self {
        Self { module, level: Level::Write, part: None }
    }
    /// To approve.
    pub const fn approve(module: Module) -> Self {
        Self { module, level: Level::Approve, part: None }
    }
    /// As asked, or only for this part.
    #[must_use]
    pub const fn part(mut self, part: &'static str) -> Self {
        self.part = Some(part);
        self
    }
}

impl std::fmt::Display for Need {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::SignedIn => f.write_str("signed in"),
            Self::Any(asks) => {
                for (i, ask) in asks.iter().enumerate() {
                    let or = if i > 0 { " or " } else { "" };
                    let level = match ask.level {
                        Level::None => "none",
                        Level::Read => "read",
                        Level::Write => "write",
                        Level::Approve => "approve",
                    };
                    write!(f, "{or}{level} {}", ask.module.code())?;
                    if let Some(part) = ask.part {
                        write!(f, ":{part}")?;
                    }
                }
                Ok(())
            }
        }
    }
}

/// A post that somebody acts in: their own, or one covered for somebody else; or what was granted to
/// them in person.
#[derive(Debug, Clone, PartialEq)]
pub struct Hat {
    /// The post; none for personal grants.
    pub post: Option<Post>,
    /// The acting cover that gives it, when it is not the person's own.
    pub acting: Option<i64>,
    /// Its rights.
    pub rights: Arc<BTreeMap<Module, Right>>,
}

/// Who calls: one person with all their hats, on one device.
#[derive(Debug, Clone, PartialEq)]
pub struct Caller {
    /// The member of staff; 0 is the program itself (first start, nightly jobs).
    pub staff: i64,
    /// Their name, for sentences.
    pub name: String,
    /// Own posts first, then covered ones.
    pub hats: Vec<Hat>,
    /// Where the call comes from: `ui`, `cli`, `import`, `rule`.
    pub source: &'static str,
    /// The device, as far as known.
    pub device: String,
    /// The session behind the call; absent for programs on the machine itself.
    pub session: Option<i64>,
    /// Under which hat they act in the command that runs.
    pub worn: Worn,
}

/// The hat that carried a command so far, by its place among the caller's hats. Every command begins
/// with a fresh one.
#[derive(Debug, Default)]
pub struct Worn(AtomicUsize);

impl Worn {
    const NONE: usize = 0;

    fn put_on(&self, hat: usize) {
        self.0.store(hat + 1, Ordering::Relaxed);
    }

    fn get(&self) -> Option<usize> {
        match self.0.load(Ordering::Relaxed) {
            Self::NONE => None,
            place => Some(place - 1),
        }
    }
}

impl Clone for Worn {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Worn {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Columns that some posts may not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Cost prices, floors and margins.
    Cost,
    /// Buyers' phones and addresses.
    BuyerPhone,
}

impl Caller {
    /// The program itself: everything, in nobody's name. Never handed out to a request.
    pub fn system() -> Self {
        let all = Module::ALL
            .iter()
            .map(|m| (*m, Right { level: Level::Approve, shows_phone: true, ..Right::default() }))
            .collect();
        Self {
            staff: 0,
            name: "系统".to_owned(),
            hats: vec![Hat { post: Some(Post::Admin), acting: None, rights: Arc::new(all) }],
            source: "rule",
            device: String::new(),
            session: None,
            worn: Worn::default(),
        }
    }

    /// The place of the first hat that satisfies one of these; a right that is not narrowed to own
    /// records or the own queue goes first.
    fn hat_for(&self, asks: &[Ask]) -> Option<usize> {
        let find = |whole: bool| {
            self.hats.iter().position(|hat| {
                asks.iter().any(|ask| {
                    hat.rights.get(&ask.module).is_some_and(|right| {
                        right.allows(ask) && !(whole && narrowed(right, ask.level))
                    })
                })
            })
        };
        find(true).or_else(|| find(false))
    }

    /// Goes on under the first hat that satisfies `need`, or refuses and says what is missing.
    pub fn require(&self, need: Need) -> Result<()> {
        let Need::Any(asks) = need else { return Ok(()) };
        if let Some(hat) = self.hat_for(asks) {
            self.worn.put_on(hat);
            return Ok(());
        }
        let wanted: Vec<String> = asks
            .iter()
            .map(|ask| {
                let verb = match ask.level {
                    Level::None | Level::Read => "查看",
                    Level::Write => "编辑",
                    Level::Approve => "审批",
                };
                format!("“{}”的{verb}权限", ask.module.title())
            })
            .collect();
        Err(Error::forbidden(format!(
            "你现在的岗位没有{}，不能做这一步。请联系有该权限的同事，或请运营主管授权",
            wanted.join("或")
        )))
    }

    /// Whether some hat satisfies this; if so, it carries what is done from here on. For a question
    /// that carries nothing there is [`Caller::can`].
    pub fn goes_on_with(&self, ask: Ask) -> bool {
        let hat = self.hat_for(&[ask]);
        if let Some(hat) = hat {
            self.worn.put_on(hat);
        }
        hat.is_some()
    }

    /// As [`Caller::goes_on_with`], for what belongs to a post.
    pub fn goes_on_as(&self, post: Post) -> bool {
        let hat = self.hats.iter().position(|h| h.post == Some(post));
        if let Some(hat) = hat {
            self.worn.put_on(hat);
        }
        hat.is_some()
    }

    /// The hat that carries what is being done; the first where no right was asked for.
    pub fn hat(&self) -> Option<&Hat> {
        self.hats.get(self.worn.get().unwrap_or_default())
    }

    /// Whether some hat satisfies this.
    pub fn can(&self, ask: Ask) -> bool {
        self.hats.iter().any(|h| h.rights.get(&ask.module).is_some_and(|r| r.allows(&ask)))
    }

    /// Whether this level holds only for own records, under every hat that has it.
    pub fn own_only(&self, module: Module, level: Level) -> bool {
        !self.has_whole(module, level, |r| r.own)
    }

    /// Whether this level holds only for the own queue, under every hat that has it.
    pub fn queue_only(&self, module: Module, level: Level) -> bool {
        !self.has_whole(module, level, |r| r.queue)
    }

    fn has_whole(&self, module: Module, level: Level, narrow: impl Fn(&Right) -> bool) -> bool {
        self.hats
            .iter()
            .filter_map(|h| h.rights.get(&module))
            .any(|right| right.level > level || (right.level == level && !narrow(right)))
    }

    /// Whether the caller may see such a column.
    pub fn sees(&self, field: Field) -> bool {
        self.hats.iter().any(|hat| match field {
            Field::Cost => hat
                .rights
                .get(&Module::Products)
                .is_some_and(|r| r.level >= Level::Read && !r.hides_money),
            Field::BuyerPhone => hat.rights.values().any(|r| r.shows_phone),
        })
    }

    /// Whether the person wears this post's hat now.
    pub fn is(&self, post: Post) -> bool {
        self.hats.iter().any(|h| h.post == Some(post))
    }

    /// The posts worn, own and covered.
    pub fn posts(&self) -> impl Iterator<Item = Post> + '_ {
        self.hats.iter().filter_map(|h| h.post)
    }

    /// The union of all hats, for the page to mirror.
    pub fn union(&self) -> BTreeMap<Module, Right> {
        let mut out: BTreeMap<Module, Right> = BTreeMap::new();
        for (module, right) in self.hats.iter().flat_map(|h| h.rights.iter()) {
            let have = out.entry(*module).or_default();
            if right.level > have.level {
                *have = right.clone();
            } else if right.level == have.level && right.level > Level::None {
                have.own &= right.own;
                have.queue &= right.queue;
                have.hides_money &= right.hides_money;
                have.shows_phone |= right.shows_phone;
                if have.parts.is_empty() || right.parts.is_empty() {
                    have.parts.clear();
                } else {
                    have.parts.extend(right.parts.iter().cloned());
                    have.parts.sort();
                    have.parts.dedup();
                }
            }
        }
        out
    }
}

fn narrowed(right: &Right, level: Level) -> bool {
    right.level == level && (right.own || right.queue)
}

/// A value that some posts may not see: shut unless an operation opens it, and then written as
/// `"***"`. Forgetting to open it hides it; nothing can forget to hide it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sealed<T> {
    value: T,
    open: bool,
}

impl<T> Sealed<T> {
    /// Shut.
    pub fn new(value: T) -> Self {
        Self { value, open: false }
    }

    /// Opens it for a caller who may see `field`.
    pub fn open_for(&mut self, caller: &Caller, field: Field) {
        self.open = caller.sees(field);
    }

    /// The value, for the shop's own arithmetic (never for output).
    pub fn for_rules(&self) -> &T {
        &self.value
    }
}

impl<T: Serialize> Serialize for Sealed<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.open { self.value.serialize(to) } else { to.serialize_str("***") }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Sealed<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::deserialize(from).map(Self::new)
    }
}

impl<T: JsonSchema> JsonSchema for Sealed<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Sealed_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let inner = generator.subschema_for::<T>();
        schemars::json_schema!({ "anyOf": [inner, { "const": "***" }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hat(post: Post) -> Hat {
        let rights = default_matrix()
            .into_iter()
            .filter(|(_, p, _)| *p == post)
            .map(|(m, _, r)| (m, r))
            .collect();
        Hat { post: Some(post), acting: None, rights: Arc::new(rights) }
    }

    fn caller(posts: &[Post]) -> Caller {
        Caller { hats: posts.iter().map(|p| hat(*p)).collect(), staff: 1, ..Caller::system() }
    }

    #[test]
    fn the_matrix_names_every_module_and_post() {
        assert_eq!(default_matrix().len(), Module::ALL.len() * Post::ALL.len());
    }

    #[test]
    fn a_cell_reads_back_as_it_was_written() {
        for (_, _, right) in default_matrix() {
            assert_eq!(Right::parse(&right.cell()).unwrap(), right);
        }
    }

    #[test]
    fn a_designer_sees_no_cost_and_a_merchandiser_does() {
        assert!(!caller(&[Post::Designer]).sees(Field::Cost));
        assert!(caller(&[Post::Designer, Post::Merchandiser]).sees(Field::Cost));
    }

    #[test]
    fn a_part_lets_the_copywriter_change_copy_fields_only() {
        let copywriter = caller(&[Post::Copywriter]);
        assert!(copywriter.can(Ask::write(Module::ListingsDomestic).part("copy")));
        assert!(!copywriter.can(Ask::write(Module::ListingsDomestic)));
        assert!(copywriter.can(Ask::read(Module::ListingsDomestic)));
    }

    #[test]
    fn a_refusal_names_what_is_missing() {
        const NEED: Need = Need::Any(&[Ask::write(Module::System)]);
        let err = caller(&[Post::Designer]).require(NEED).unwrap_err();
        assert!(err.message.contains("系统与备份"), "{}", err.message);
    }

    #[test]
    fn own_records_only_until_another_hat_lifts_it() {
        assert!(caller(&[Post::OpsSpecialist]).own_only(Module::Assets, Level::Approve));
        let two = caller(&[Post::OpsSpecialist, Post::ProductPlanner]);
        assert!(!two.own_only(Module::Assets, Level::Approve));
    }

    #[test]
    fn what_is_sealed_stays_hidden_until_opened() {
        let mut cost = Sealed::new(1200);
        assert_eq!(serde_json::to_string(&cost).unwrap(), "\"***\"");
        cost.open_for(&caller(&[Post::Designer]), Field::Cost);
        assert_eq!(serde_json::to_string(&cost).unwrap(), "\"***\"");
        cost.open_for(&caller(&[Post::OpsSupervisor]), Field::Cost);
        assert_eq!(serde_json::to_string(&cost).unwrap(), "1200");
    }
}
