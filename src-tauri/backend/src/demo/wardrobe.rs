//! What 云上衣舍 sells: sixty pieces of women's wear and forty accessories, as its planner knows them.

use shopdesk_pictures::draw::{PALETTE, Pattern, Product as Drawn};

/// How a piece is sized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sizes {
    /// S to L.
    Three,
    /// S to XL.
    Four,
    /// Waists.
    Waist,
    /// Shoes.
    Shoe,
    /// One for all.
    One,
}

impl Sizes {
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::Three => &["S", "M", "L"],
            Self::Four => &["S", "M", "L", "XL"],
            Self::Waist => &["26", "27", "28", "29"],
            Self::Shoe => &["35", "36", "37", "38", "39"],
            Self::One => &["均码"],
        }
    }
}

/// One piece.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub code: &'static str,
    pub title: &'static str,
    pub english: &'static str,
    /// A leaf of the shop's tree with the one above it.
    pub category: (&'static str, &'static str),
    pub drawn: Drawn,
    pub pattern: Pattern,
    pub colours: &'static [&'static str],
    pub sizes: Sizes,
    /// 分
    pub price: i64,
    /// 分
    pub cost: i64,
    /// Grams.
    pub weight: i64,
    pub material: &'static str,
    pub season: &'static str,
    pub styles: &'static [&'static str],
}

/// The picture's colour for a colour of the trade.
pub(super) fn colour(name: &str) -> [u8; 3] {
    PALETTE.iter().find(|(n, _)| *n == name).map_or([128, 130, 134], |(_, rgb)| *rgb)
}

/// Two letters for a colour in 商家编码.
pub(super) fn short(name: &str) -> &'static str {
    const SHORT: [&str; 16] = [
        "WL", "NB", "JT", "JH", "ML", "BK", "YF", "EH", "YM", "ZQ", "NZ", "DS", "YH", "ZH", "BH",
        "XY",
    ];
    PALETTE.iter().position(|(n, _)| *n == name).map_or("QT", |at| SHORT[at])
}

type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Drawn,
    Pattern,
    &'static [&'static str],
    Sizes,
    i64,
    i64,
    i64,
    &'static str,
    &'static str,
    &'static [&'static str],
);

/// Every piece, in the order in which they came into the shop.
pub(super) fn wardrobe() -> Vec<Piece> {
    ROWS.iter()
        .map(|row| Piece {
            code: row.0,
            title: row.1,
            english: row.2,
            category: (above(row.3), row.3),
            drawn: row.4,
            pattern: row.5,
            colours: row.6,
            sizes: row.7,
            price: row.8,
            cost: row.9,
            weight: row.10,
            material: row.11,
            season: row.12,
            styles: row.13,
        })
        .collect()
}

/// The category above a leaf of [`ROWS`].
fn above(leaf: &str) -> &'static str {
    match leaf {
        "单鞋" | "靴子" => "鞋靴",
        "单肩包" | "手提包" => "箱包",
        "围巾" | "帽子" | "包装物料" => "服饰配件",
        _ => "女装",
    }
}

#[rustfmt::skip]
const ROWS: &[Row] = {
    use Drawn::{Bag, Coat, Dress, Hat, Scarf, Shirt, Shoes, Skirt, Sweater, Trousers, Tshirt};
    use Pattern::{Checks, Dots, Floral, Knit, Plain, Stripes};
    use Sizes::{Four, One, Shoe, Three, Waist};
    &[
        ("LYQ2601", "法式醋酸缎面连衣裙女秋季气质收腰长裙", "Satin Midi Dress Women Elegant Waist Tie French Style", "连衣裙", Dress, Plain, &["雾霾蓝", "酒红", "黑色"], Four, 329_00, 118_00, 420, "醋酸纤维 62% 粘纤 38%", "2026秋", &["法式", "约会", "长款"]),
        ("LYQ2602", "碎花雪纺连衣裙女V领温柔风中长款裙子", "Floral Chiffon Dress Women V Neck Midi", "连衣裙", Dress, Floral, &["樱花粉", "薄荷"], Three, 269_00, 92_00, 310, "聚酯纤维 100%", "2026夏", &["甜美", "V领", "度假"]),
        ("LYQ2603", "格纹衬衫连衣裙女秋季学院风收腰显瘦", "Plaid Shirt Dress Women Belted Waist Preppy", "连衣裙", Dress, Checks, &["焦糖", "藏青"], Four, 289_00, 98_00, 460, "棉 78% 聚酯纤维 22%", "2026秋", &["学院", "通勤", "翻领"]),
        ("LYQ2604", "波点茶歇裙女复古法式小个子连衣裙", "Polka Dot Tea Dress Women Vintage Petite", "连衣裙", Dress, Dots, &["黑色", "砖红"], Three, 259_00, 88_00, 330, "粘纤 95% 氨纶 5%", "2026夏", &["复古", "法式", "小个子"]),
        ("LYQ2605", "针织连衣裙女秋冬打底修身长袖内搭裙", "Ribbed Knit Dress Women Long Sleeve Bodycon", "连衣裙", Dress, Knit, &["燕麦", "黑色", "酒红"], Three, 299_00, 106_00, 520, "羊毛 30% 粘纤 45% 聚酰胺纤维 25%", "2026冬", &["极简", "修身", "居家"]),
        ("LYQ2606", "新中式提花连衣裙女国风改良旗袍裙", "Jacquard Cheongsam Dress Women Modern Chinese Style", "连衣裙", Dress, Floral, &["墨绿", "酒红"], Four, 459_00, 172_00, 480, "桑蚕丝 51% 粘纤 49%", "2026秋", &["国风", "宴会", "修身"]),
        ("LYQ2607", "丝绒吊带连衣裙女宴会小礼服长裙", "Velvet Slip Dress Women Evening Party Maxi", "连衣裙", Dress, Plain, &["酒红", "墨绿", "黑色"], Three, 369_00, 136_00, 450, "聚酯纤维 92% 氨纶 8%", "2026冬", &["宴会", "无袖", "长款"]),
        ("LYQ2608", "条纹棉麻连衣裙女宽松慵懒风度假长裙", "Striped Cotton Linen Dress Women Loose Vacation", "连衣裙", Dress, Stripes, &["雾霾蓝", "燕麦"], Three, 239_00, 80_00, 380, "棉 55% 亚麻 45%", "2026夏", &["度假", "宽松", "大码"]),
        ("BSQ2601", "高腰A字半身裙女秋冬显瘦中长款伞裙", "High Waist A Line Skirt Women Midi", "半身裙", Skirt, Plain, &["焦糖", "黑色", "烟灰"], Four, 199_00, 66_00, 360, "聚酯纤维 68% 粘纤 28% 氨纶 4%", "2026秋", &["A字", "高腰", "通勤"]),
        ("BSQ2602", "格子百褶半身裙女学院风短款防走光", "Plaid Pleated Mini Skirt Women Preppy", "半身裙", Skirt, Checks, &["藏青", "焦糖"], Three, 169_00, 54_00, 280, "聚酯纤维 100%", "2026秋", &["学院", "短款", "校园"]),
        ("BSQ2603", "醋酸缎面鱼尾半身裙女高级感包臀长裙", "Satin Mermaid Skirt Women Elegant Long", "半身裙", Skirt, Plain, &["奶白", "雾霾蓝", "豆沙"], Three, 229_00, 76_00, 300, "醋酸纤维 70% 粘纤 30%", "2026秋", &["法式", "高腰", "长款"]),
        ("BSQ2604", "牛仔半身裙女开叉中长款直筒高腰裙", "Denim Midi Skirt Women High Waist Slit", "半身裙", Skirt, Plain, &["牛仔蓝", "黑色"], Four, 189_00, 62_00, 520, "棉 98% 氨纶 2%", "2026春", &["街头", "直筒", "高腰"]),
        ("BSQ2605", "碎花半身裙女雪纺一片式系带长裙", "Floral Wrap Skirt Women Chiffon Long", "半身裙", Skirt, Floral, &["鹅黄", "香芋紫"], Three, 179_00, 58_00, 260, "聚酯纤维 100%", "2026夏", &["甜美", "度假", "A字"]),
        ("TX2601", "纯棉圆领T恤女短袖基础款打底衫", "Cotton Crew Neck T Shirt Women Basic Tee", "T恤", Tshirt, Plain, &["奶白", "黑色", "薄荷", "樱花粉"], Four, 79_00, 24_00, 190, "棉 100%", "2026夏", &["极简", "圆领", "居家"]),
        ("TX2602", "海魂条纹长袖T恤女法式休闲上衣", "Breton Striped Long Sleeve T Shirt Women", "T恤", Tshirt, Stripes, &["藏青", "砖红"], Four, 99_00, 31_00, 230, "棉 95% 氨纶 5%", "2026春", &["法式", "圆领", "旅行"]),
        ("TX2603", "正肩短袖T恤女重磅棉显瘦短款上衣", "Heavy Cotton Cropped T Shirt Women", "T恤", Tshirt, Plain, &["烟灰", "奶白", "酒红"], Three, 89_00, 28_00, 240, "棉 100%", "2026夏", &["街头", "短款", "年轻女性"]),
        ("TX2604", "波点宽松T恤女中性风情侣款短袖", "Oversized Dot Print T Shirt Women Unisex", "T恤", Tshirt, Dots, &["香芋紫", "薄荷"], Three, 109_00, 33_00, 260, "棉 100%", "2026夏", &["街头", "宽松", "校园"]),
        ("CS2601", "真丝混纺衬衫女通勤职业长袖白衬衣", "Silk Blend Blouse Women Office Long Sleeve", "衬衫", Shirt, Plain, &["奶白", "雾霾蓝", "黑色"], Four, 259_00, 94_00, 210, "桑蚕丝 35% 粘纤 65%", "2026秋", &["通勤", "上班", "翻领"]),
        ("CS2602", "条纹衬衫女秋季宽松叠穿外搭衬衣", "Striped Oversized Shirt Women Layering", "衬衫", Shirt, Stripes, &["牛仔蓝", "樱花粉"], Four, 169_00, 52_00, 240, "棉 100%", "2026秋", &["通勤", "宽松", "翻领"]),
        ("CS2603", "法式泡泡袖雪纺衬衫女甜美小众上衣", "Puff Sleeve Chiffon Blouse Women French", "衬衫", Shirt, Floral, &["奶白", "豆沙"], Three, 159_00, 50_00, 180, "聚酯纤维 100%", "2026春", &["法式", "甜美", "约会"]),
        ("CS2604", "牛仔衬衫女复古休闲外套式长袖上衣", "Denim Shirt Women Vintage Long Sleeve", "衬衫", Shirt, Plain, &["牛仔蓝"], Four, 189_00, 64_00, 380, "棉 100%", "2026春", &["复古", "街头", "翻领"]),
        ("CS2605", "格子衬衫女磨毛加厚秋冬保暖内搭", "Brushed Plaid Shirt Women Warm", "衬衫", Shirt, Checks, &["砖红", "墨绿"], Four, 149_00, 47_00, 310, "棉 60% 聚酯纤维 40%", "2026冬", &["学院", "居家", "宽松"]),
        ("CS2606", "新中式盘扣衬衫女国风立领长袖上衣", "Mandarin Collar Shirt Women Chinese Buttons", "衬衫", Shirt, Plain, &["燕麦", "墨绿"], Three, 219_00, 78_00, 260, "亚麻 55% 粘纤 45%", "2026秋", &["国风", "上班", "熟龄女性"]),
        ("ZZS2601", "美利奴羊毛针织衫女圆领薄款打底衫", "Merino Wool Sweater Women Crew Neck Fine Knit", "针织衫", Sweater, Knit, &["燕麦", "雾霾蓝", "酒红", "黑色"], Three, 239_00, 88_00, 230, "美利奴羊毛 100%", "2026秋", &["极简", "圆领", "上班"]),
        ("ZZS2602", "V领针织开衫女短款外搭小香风上衣", "V Neck Knit Cardigan Women Cropped", "针织衫", Sweater, Plain, &["奶白", "樱花粉", "黑色"], Three, 199_00, 68_00, 260, "粘纤 50% 聚酯纤维 28% 聚酰胺纤维 22%", "2026秋", &["甜美", "V领", "短款"]),
        ("ZZS2603", "条纹针织衫女秋季海马毛慵懒风上衣", "Striped Mohair Knit Top Women", "针织衫", Sweater, Stripes, &["鹅黄", "香芋紫"], Three, 219_00, 75_00, 290, "锦纶 42% 腈纶 38% 马海毛 20%", "2026秋", &["复古", "宽松", "约会"]),
        ("ZZS2604", "冰丝针织短袖女夏季薄款修身上衣", "Ice Silk Short Sleeve Knit Top Women", "针织衫", Sweater, Plain, &["薄荷", "奶白"], Three, 129_00, 41_00, 170, "粘纤 80% 聚酰胺纤维 20%", "2026夏", &["极简", "修身", "上班"]),
        ("MY2601", "麻花毛衣女秋冬加厚高领套头粗针织", "Cable Knit Turtleneck Sweater Women Chunky", "毛衣", Sweater, Knit, &["奶白", "焦糖", "墨绿"], Three, 279_00, 102_00, 560, "羊毛 50% 腈纶 50%", "2026冬", &["学院", "宽松", "居家"]),
        ("MY2602", "羊绒混纺毛衣女半高领软糯打底衫", "Cashmere Blend Sweater Women Mock Neck Soft", "毛衣", Sweater, Plain, &["燕麦", "烟灰", "豆沙"], Three, 399_00, 156_00, 320, "羊绒 10% 羊毛 60% 锦纶 30%", "2026冬", &["通勤", "极简", "熟龄女性"]),
        ("MY2603", "费尔岛提花毛衣女圣诞氛围感套头衫", "Fair Isle Sweater Women Christmas Pullover", "毛衣", Sweater, Dots, &["酒红", "藏青"], Three, 289_00, 104_00, 540, "腈纶 70% 羊毛 30%", "2026冬", &["复古", "学院", "圆领"]),
        ("MY2604", "短款毛衣女高腰显高小个子宽松上衣", "Cropped Sweater Women Petite High Waist", "毛衣", Sweater, Knit, &["樱花粉", "雾霾蓝"], Three, 229_00, 80_00, 380, "羊毛 20% 粘纤 50% 锦纶 30%", "2026冬", &["甜美", "短款", "小个子"]),
        ("WY2601", "加绒卫衣女秋冬圆领宽松慵懒休闲上衣", "Fleece Lined Sweatshirt Women Loose", "卫衣", Sweater, Plain, &["烟灰", "奶白", "墨绿"], Four, 189_00, 62_00, 520, "棉 80% 聚酯纤维 20%", "2026冬", &["街头", "宽松", "居家"]),
        ("WY2602", "字母刺绣卫衣女薄款春秋学院风套头", "Embroidered Sweatshirt Women Preppy Pullover", "卫衣", Sweater, Plain, &["藏青", "鹅黄"], Four, 169_00, 55_00, 430, "棉 100%", "2026春", &["学院", "圆领", "校园"]),
        ("FY2601", "经典双排扣风衣女中长款英伦风外套", "Classic Double Breasted Trench Coat Women", "风衣", Coat, Plain, &["焦糖", "燕麦", "黑色"], Four, 599_00, 232_00, 980, "棉 65% 聚酯纤维 35%", "2026秋", &["通勤", "长款", "翻领"]),
        ("FY2602", "短款风衣女春秋小个子休闲工装外套", "Short Trench Jacket Women Petite Casual", "风衣", Coat, Plain, &["墨绿", "燕麦"], Three, 429_00, 165_00, 720, "棉 100%", "2026春", &["街头", "短款", "小个子"]),
        ("DY2601", "双面羊毛大衣女秋冬高级感长款外套", "Double Faced Wool Coat Women Long", "大衣", Coat, Plain, &["焦糖", "黑色", "雾霾蓝"], Four, 1299_00, 548_00, 1350, "羊毛 90% 羊绒 10%", "2026冬", &["通勤", "极简", "长款"]),
        ("DY2602", "格纹毛呢大衣女韩系宽松中长款外套", "Plaid Wool Blend Coat Women Loose", "大衣", Coat, Checks, &["烟灰", "焦糖"], Three, 799_00, 326_00, 1280, "羊毛 50% 聚酯纤维 50%", "2026冬", &["学院", "宽松", "翻领"]),
        ("DY2603", "短款牛角扣大衣女学院风加厚呢子外套", "Duffle Coat Women Short Toggle", "大衣", Coat, Plain, &["藏青", "酒红", "燕麦"], Three, 699_00, 282_00, 1150, "羊毛 60% 聚酯纤维 40%", "2026冬", &["学院", "短款", "年轻女性"]),
        ("DY2604", "人字纹西装领大衣女通勤过膝长外套", "Herringbone Lapel Coat Women Office", "大衣", Coat, Stripes, &["烟灰", "燕麦"], Four, 899_00, 368_00, 1420, "羊毛 70% 聚酯纤维 30%", "2026冬", &["通勤", "上班", "长款"]),
        ("XZ2601", "休闲西装外套女春秋宽松韩版小西服", "Oversized Blazer Women Casual Suit Jacket", "西装", Coat, Plain, &["黑色", "燕麦", "烟灰"], Four, 399_00, 148_00, 680, "聚酯纤维 72% 粘纤 26% 氨纶 2%", "2026春", &["通勤", "上班", "翻领"]),
        ("XZ2602", "格纹小西装女复古垫肩气质短款外套", "Plaid Blazer Women Vintage Shoulder Pads", "西装", Coat, Checks, &["焦糖"], Four, 429_00, 160_00, 640, "聚酯纤维 65% 粘纤 32% 氨纶 3%", "2026秋", &["复古", "通勤", "短款"]),
        ("NZK2601", "高腰直筒牛仔裤女显瘦窄版春秋长裤", "High Waist Straight Jeans Women Slim", "牛仔裤", Trousers, Plain, &["牛仔蓝", "黑色"], Waist, 199_00, 68_00, 560, "棉 92% 聚酯纤维 6% 氨纶 2%", "2026秋", &["直筒", "高腰", "街头"]),
        ("NZK2602", "阔腿牛仔裤女垂感拖地高腰宽松长裤", "Wide Leg Jeans Women High Waist", "牛仔裤", Trousers, Plain, &["牛仔蓝", "烟灰"], Waist, 219_00, 74_00, 620, "棉 100%", "2026春", &["宽松", "高腰", "大码"]),
        ("NZK2603", "加绒牛仔裤女秋冬烟管裤修身小脚裤", "Fleece Lined Jeans Women Skinny Warm", "牛仔裤", Trousers, Plain, &["黑色", "牛仔蓝"], Waist, 229_00, 79_00, 680, "棉 76% 聚酯纤维 22% 氨纶 2%", "2026冬", &["修身", "高腰", "居家"]),
        ("XXK2601", "西装裤女垂感直筒高腰通勤职业长裤", "Straight Dress Pants Women High Waist Office", "休闲裤", Trousers, Plain, &["黑色", "燕麦", "烟灰"], Waist, 189_00, 62_00, 420, "聚酯纤维 70% 粘纤 26% 氨纶 4%", "2026秋", &["通勤", "直筒", "上班"]),
        ("XXK2602", "灯芯绒阔腿裤女秋冬高腰显瘦休闲裤", "Corduroy Wide Leg Pants Women", "休闲裤", Trousers, Stripes, &["焦糖", "墨绿"], Waist, 179_00, 57_00, 520, "棉 98% 氨纶 2%", "2026冬", &["复古", "宽松", "高腰"]),
        ("XXK2603", "格子休闲裤女烟管九分裤显瘦小脚裤", "Plaid Cropped Pants Women Slim Casual", "休闲裤", Trousers, Checks, &["烟灰"], Waist, 159_00, 50_00, 380, "聚酯纤维 65% 粘纤 32% 氨纶 3%", "2026秋", &["学院", "修身", "上班"]),
        ("XXK2604", "束脚运动裤女宽松显瘦休闲卫裤", "Jogger Sweatpants Women Loose", "休闲裤", Trousers, Plain, &["烟灰", "藏青"], Four, 139_00, 43_00, 460, "棉 80% 聚酯纤维 20%", "2026秋", &["运动", "居家", "运动健身"]),
        ("DX2601", "尖头细跟单鞋女通勤浅口高跟鞋", "Pointed Toe Kitten Heels Women Office Pumps", "单鞋", Shoes, Plain, &["黑色", "奶白", "豆沙"], Shoe, 259_00, 98_00, 620, "鞋面羊皮 鞋底橡胶", "2026秋", &["上班", "通勤", "宴会"]),
        ("DX2602", "玛丽珍单鞋女复古方头粗跟小皮鞋", "Mary Jane Shoes Women Vintage Block Heel", "单鞋", Shoes, Plain, &["酒红", "黑色"], Shoe, 239_00, 88_00, 680, "鞋面牛皮 鞋底橡胶", "2026春", &["复古", "学院", "约会"]),
        ("DX2603", "平底乐福鞋女英伦风软皮一脚蹬单鞋", "Penny Loafers Women Soft Leather Flats", "单鞋", Shoes, Plain, &["焦糖", "黑色"], Shoe, 229_00, 84_00, 640, "鞋面牛皮 鞋底橡胶", "2026秋", &["学院", "上班", "旅行"]),
        ("BB2601", "单肩腋下包女复古法棍包小众百搭", "Baguette Shoulder Bag Women Vintage", "单肩包", Bag, Plain, &["焦糖", "酒红", "黑色"], One, 199_00, 72_00, 480, "牛二层皮", "2026秋", &["复古", "约会"]),
        ("BB2602", "大容量托特包女通勤手提电脑包", "Large Tote Bag Women Work Laptop", "手提包", Bag, Plain, &["燕麦", "黑色"], One, 269_00, 98_00, 860, "聚氨酯合成革 涤纶里布", "2026秋", &["通勤", "上班"]),
        ("BB2603", "格纹帆布手提包女学生上课大包", "Plaid Canvas Handbag Women School", "手提包", Bag, Checks, &["藏青", "焦糖"], One, 129_00, 40_00, 520, "棉帆布", "2026春", &["学院", "校园"]),
        ("BB2604", "链条小方包女斜挎宴会精致小包", "Chain Crossbody Square Bag Women Evening", "单肩包", Bag, Dots, &["奶白", "酒红"], One, 219_00, 78_00, 420, "牛皮", "2026冬", &["宴会", "约会"]),
        ("WJ2601", "羊毛围巾女秋冬格纹加厚披肩两用", "Wool Plaid Scarf Women Winter Shawl", "围巾", Scarf, Checks, &["焦糖", "烟灰", "酒红"], One, 159_00, 52_00, 260, "羊毛 100%", "2026冬", &["学院", "旅行"]),
        ("WJ2602", "真丝小方巾女百搭丝巾发带领巾", "Silk Square Scarf Women Neckerchief", "围巾", Scarf, Floral, &["雾霾蓝", "砖红"], One, 99_00, 32_00, 40, "桑蚕丝 100%", "2026春", &["法式", "约会"]),
        ("MZ2601", "羊毛贝雷帽女秋冬复古画家帽显脸小", "Wool Beret Women Vintage French", "帽子", Hat, Plain, &["酒红", "燕麦", "黑色"], One, 89_00, 28_00, 90, "羊毛 100%", "2026冬", &["复古", "法式"]),
        ("MZ2602", "渔夫帽女春夏遮阳防晒大檐太阳帽", "Bucket Hat Women Sun Protection", "帽子", Hat, Plain, &["奶白", "藏青"], One, 69_00, 21_00, 80, "棉 100%", "2026夏", &["街头", "度假"]),
        ("MZ2603", "针织毛线帽女冬季加绒保暖护耳帽", "Knit Beanie Women Fleece Lined Warm", "帽子", Hat, Knit, &["燕麦", "樱花粉", "烟灰"], One, 79_00, 24_00, 120, "腈纶 100%", "2026冬", &["居家", "旅行"]),
        ("PJ2601", "同料丝巾（搭配连衣裙与衬衫）", "Matching Scarf", "围巾", Scarf, Plain, &["雾霾蓝", "酒红"], One, 29_00, 7_00, 30, "醋酸纤维 62% 粘纤 38%", "2026秋", &["法式"]),
        ("PJ2602", "大衣防尘收纳袋", "Coat Dust Bag", "包装物料", Bag, Plain, &["奶白"], One, 12_00, 3_20, 60, "无纺布", "", &[]),
        ("PJ2603", "礼品手提袋 中号", "Gift Bag Medium", "包装物料", Bag, Dots, &["樱花粉"], One, 6_00, 1_60, 70, "铜版纸", "", &[]),
        ("PJ2604", "同款针织发带", "Matching Knit Headband", "帽子", Hat, Knit, &["燕麦", "黑色"], One, 25_00, 6_50, 35, "羊毛 30% 粘纤 70%", "2026冬", &["居家"]),
        ("PJ2605", "同料发带（搭配碎花连衣裙）", "Matching Hair Band", "围巾", Scarf, Floral, &["雾霾蓝", "樱花粉"], One, 19_00, 4_60, 20, "棉 100%", "2026春", &["法式"]),
        ("PJ2606", "同料系带领结（搭配衬衫）", "Matching Neck Tie Bow", "围巾", Scarf, Plain, &["黑色", "酒红"], One, 19_00, 4_20, 18, "聚酯纤维 100%", "2026秋", &["学院"]),
        ("PJ2607", "长条真丝飘带 发带包带两用", "Silk Ribbon Scarf", "围巾", Scarf, Dots, &["奶白", "砖红"], One, 39_00, 11_00, 22, "桑蚕丝 100%", "2026春", &["法式"]),
        ("PJ2608", "羊毛流苏披肩 空调房小盖毯", "Wool Fringe Shawl", "围巾", Scarf, Plain, &["燕麦", "烟灰"], One, 129_00, 42_00, 240, "羊毛 70% 粘纤 30%", "2026秋", &["上班"]),
        ("PJ2609", "针织围脖（毛衣同款纱线）", "Knit Neck Warmer", "围巾", Scarf, Knit, &["燕麦", "酒红"], One, 49_00, 13_50, 85, "羊毛 30% 腈纶 70%", "2026冬", &["居家"]),
        ("PJ2610", "格纹小方巾（大衣胸袋巾）", "Plaid Pocket Square", "围巾", Scarf, Checks, &["烟灰", "焦糖"], One, 19_00, 4_80, 15, "棉 100%", "2026冬", &["学院"]),
        ("PJ2611", "防晒纱巾 海边薄款", "Sheer Sun Scarf", "围巾", Scarf, Stripes, &["雾霾蓝"], One, 35_00, 9_20, 45, "棉 55% 粘纤 45%", "2026夏", &["度假"]),
        ("PJ2612", "满额赠：云朵印花丝巾", "Gift Scarf Cloud Print", "围巾", Scarf, Dots, &["雾霾蓝"], One, 25_00, 5_60, 24, "聚酯纤维 100%", "", &[]),
        ("PJ2613", "同款毛线帽（羊毛衫同色）", "Matching Knit Hat", "帽子", Hat, Knit, &["奶白", "黑色"], One, 45_00, 12_00, 90, "羊毛 30% 腈纶 70%", "2026冬", &["居家"]),
        ("PJ2614", "保暖耳罩发箍", "Earmuff Headband", "帽子", Hat, Plain, &["燕麦", "黑色"], One, 29_00, 8_20, 60, "聚酯纤维 100%", "2026冬", &["旅行"]),
        ("PJ2615", "折叠遮阳空顶帽", "Foldable Visor", "帽子", Hat, Plain, &["奶白", "藏青"], One, 39_00, 10_50, 70, "聚酯纤维 100%", "2026夏", &["度假"]),
        ("PJ2616", "薄款骑行防风帽", "Light Cycling Cap", "帽子", Hat, Plain, &["黑色"], One, 35_00, 9_80, 45, "锦纶 88% 氨纶 12%", "2026秋", &["运动"]),
        ("PJ2617", "满额赠：针织小帽", "Gift Knit Cap", "帽子", Hat, Knit, &["樱花粉"], One, 25_00, 5_90, 55, "腈纶 100%", "", &[]),
        ("PJ2618", "连衣裙防尘袋 长款", "Dress Dust Bag Long", "包装物料", Bag, Plain, &["奶白"], One, 9_00, 2_40, 75, "无纺布", "", &[]),
        ("PJ2619", "西装防尘袋 透明窗", "Suit Cover with Window", "包装物料", Bag, Plain, &["黑色"], One, 11_00, 2_90, 82, "牛津布", "", &[]),
        ("PJ2620", "针织衫平放收纳袋", "Knitwear Storage Bag", "包装物料", Bag, Plain, &["燕麦"], One, 8_00, 2_10, 50, "棉布", "", &[]),
        ("PJ2621", "鞋子抽绳收纳袋", "Shoe Drawstring Bag", "包装物料", Bag, Plain, &["黑色", "奶白"], One, 6_00, 1_50, 32, "棉布", "", &[]),
        ("PJ2622", "包包防尘袋 中号", "Handbag Dust Bag Medium", "包装物料", Bag, Plain, &["奶白"], One, 7_00, 1_80, 48, "绒布", "", &[]),
        ("PJ2623", "包包防尘袋 大号", "Handbag Dust Bag Large", "包装物料", Bag, Plain, &["奶白"], One, 9_00, 2_30, 62, "绒布", "", &[]),
        ("PJ2624", "礼品手提袋 小号", "Gift Bag Small", "包装物料", Bag, Dots, &["樱花粉"], One, 4_00, 1_10, 48, "铜版纸", "", &[]),
        ("PJ2625", "礼品手提袋 大号", "Gift Bag Large", "包装物料", Bag, Dots, &["樱花粉"], One, 8_00, 2_20, 96, "铜版纸", "", &[]),
        ("PJ2626", "新年限定手提袋", "New Year Gift Bag", "包装物料", Bag, Checks, &["酒红"], One, 8_00, 2_40, 98, "铜版纸", "2026冬", &[]),
        ("PJ2627", "会员日帆布购物袋", "Member Day Canvas Tote", "包装物料", Bag, Stripes, &["奶白"], One, 29_00, 7_80, 180, "棉帆布", "", &[]),
        ("PJ2628", "可折叠环保购物袋", "Foldable Eco Bag", "包装物料", Bag, Plain, &["墨绿", "藏青"], One, 15_00, 3_90, 55, "聚酯纤维", "", &[]),
        ("PJ2629", "毛衣洗护网袋 细网", "Fine Mesh Laundry Bag", "包装物料", Bag, Plain, &["奶白"], One, 12_00, 2_80, 45, "聚酯纤维", "", &[]),
        ("PJ2630", "旅行分装收纳袋 三件套", "Travel Organiser Set", "包装物料", Bag, Dots, &["雾霾蓝"], One, 39_00, 11_20, 210, "聚酯纤维", "", &[]),
        ("PJ2631", "内搭衬衫收纳夹板袋", "Shirt Folding Sleeve", "包装物料", Bag, Plain, &["烟灰"], One, 15_00, 4_10, 120, "牛津布", "", &[]),
        ("PJ2632", "同皮零钱包（腋下包同料）", "Matching Coin Purse", "单肩包", Bag, Plain, &["焦糖", "黑色"], One, 49_00, 14_60, 65, "牛二层皮", "2026秋", &["复古"]),
        ("PJ2633", "同皮卡包（托特包同料）", "Matching Card Case", "手提包", Bag, Plain, &["燕麦", "黑色"], One, 59_00, 17_20, 58, "聚氨酯合成革", "2026秋", &["通勤"]),
        ("PJ2634", "链条包替换肩带", "Replacement Bag Strap", "单肩包", Bag, Plain, &["奶白", "酒红"], One, 45_00, 12_80, 90, "牛皮", "2026冬", &["宴会"]),
        ("PJ2635", "半码鞋垫（单鞋专用）", "Half Size Insoles", "包装物料", Shoes, Plain, &["奶白"], One, 12_00, 2_60, 30, "乳胶 猪皮", "", &[]),
        ("PJ2636", "后跟防磨贴 两对装", "Heel Grips Two Pairs", "包装物料", Shoes, Plain, &["豆沙"], One, 9_00, 1_70, 14, "硅胶", "", &[]),
        ("PJ2637", "单鞋防滑底贴", "Anti-slip Sole Pads", "包装物料", Shoes, Plain, &["黑色"], One, 15_00, 3_40, 26, "橡胶", "", &[]),
        ("PJ2638", "大衣快递外袋 加厚", "Coat Mailer Thick", "包装物料", Bag, Plain, &["烟灰"], One, 2_50, 62, 38, "聚乙烯", "", &[]),
        ("PJ2639", "常规快递袋 中号", "Mailer Medium", "包装物料", Bag, Plain, &["烟灰"], One, 1_20, 31, 20, "聚乙烯", "", &[]),
        ("PJ2640", "春节礼盒内袋", "Gift Box Inner Bag", "包装物料", Bag, Floral, &["砖红"], One, 6_00, 1_60, 40, "无纺布", "2026冬", &[]),
    ]
};
