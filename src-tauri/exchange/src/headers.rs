//! The header rows of platforms' files, seen word for word in public exports and code.
//!
//! Names are joined by `|` and split on use: a list of names reads better than a column of
//! quotation marks. No platform promises its columns, so these serve to recognise and to write,
//! never to count positions.

/// The data pack's keys (line 2), all seen variants: 47, 54, 58, 63 and 67 columns.
pub const DATAPACK_KEYS: &str = "\
    title|cid|seller_cids|stuff_status|location_state|location_city|item_type|price|\
    auction_increment|num|valid_thru|freight_payer|post_fee|ems_fee|express_fee|has_invoice|\
    has_warranty|approve_status|has_showcase|list_time|description|cateProps|postage_id|\
    has_discount|modified|upload_fail_msg|picture_status|auction_point|picture|video|skuProps|\
    inputPids|inputValues|outer_id|propAlias|auto_fill|num_id|local_cid|navigation_type|\
    user_name|syncStatus|is_lighting_consigment|is_xinpin|foodparame|features|buyareatype|\
    global_stock_type|global_stock_country|sub_stock_type|item_size|item_weight|sell_promise|\
    custom_design_flag|wireless_desc|barcode|sku_barcode|newprepay|subtitle|cpv_memo|\
    input_custom_cpv|qualification|add_qualification|o2o_bind_service|tmall_extend|\
    product_combine|tmall_item_prop_combine|taoschema_extend";

/// The Chinese names in the data pack's line 3, for the first 58 columns.
pub const DATAPACK_NAMES: &str = "\
    宝贝名称|宝贝类目|店铺类目|新旧程度|省|城市|出售方式|宝贝价格|加价幅度|宝贝数量|有效期|\
    运费承担|平邮|EMS|快递|发票|保修|放入仓库|橱窗推荐|开始时间|宝贝描述|宝贝属性|邮费模版ID|\
    会员打折|修改时间|上传状态|图片状态|返点比例|新图片|视频|销售属性组合|用户输入ID串|\
    用户输入名-值对|商家编码|销售属性别名|代充类型|数字ID|本地ID|宝贝分类|用户名称|宝贝状态|\
    闪电发货|新品|食品专项|尺码库|采购地|库存类型|国家地区|库存计数|物流体积|物流重量|\
    退换货承诺|定制工具|无线详情|商品条形码|sku 条形码|7天退货|宝贝卖点";

/// Amazon's all listings report (seen with 27 to 31 columns).
pub const AMAZON_ALL_LISTINGS: &str = "\
    item-name|item-description|listing-id|seller-sku|price|quantity|open-date|image-url|\
    item-is-marketplace|product-id-type|zshop-shipping-fee|item-note|item-condition|\
    zshop-category1|zshop-browse-path|zshop-storefront-feature|asin1|asin2|asin3|\
    will-ship-internationally|expedited-shipping|zshop-boldface|product-id|\
    bid-for-featured-placement|add-delete|pending-quantity|fulfillment-channel|\
    merchant-shipping-group|status";

/// Amazon's open listings report.
pub const AMAZON_OPEN_LISTINGS: &str = "\
    sku|asin|price|quantity";

/// Amazon's inventory loader upload.
pub const AMAZON_INVENTORY_LOADER: &str = "\
    sku|product-id|product-id-type|price|minimum-seller-allowed-price|\
    maximum-seller-allowed-price|item-condition|quantity|add-delete|will-ship-internationally|\
    expedited-shipping|standard-plus|item-note|fulfillment-center-id|product-tax-code|\
    leadtime-to-ship|merchant_shipping_group_name";

/// eBay's File Exchange columns after the `*Action(...)` one.
pub const EBAY_LISTING: &str = "\
    CustomLabel|*Category|*Title|*Description|*ConditionID|ConditionDescription|PicURL|*Format|\
    *Duration|*StartPrice|*Quantity|*Location|PostalCode|ShippingProfileName|ReturnProfileName|\
    PaymentProfileName|*ShippingType|ShippingService-1:Option|ShippingService-1:Cost|\
    *DispatchTimeMax|*ReturnsAcceptedOption|ReturnsWithinOption|ShippingCostPaidByOption|\
    RefundOption";

/// Other eBay names: revise files, variations, the newer draft template.
pub const EBAY_MORE: &str = "\
    Action|ItemID|Item number|Relationship|RelationshipDetails|Relationship details|\
    Custom label (SKU)|Category ID|Category name|Start price|Item photo URL|Condition ID|P:UPC|\
    Product:UPC|Product:EAN|BuyItNowPrice|Subtitle|Schedule Time";

/// Reports that are recognised by name, to say what they are: (what it is, names that tell it). The
/// first that fits is it, so what has more of its own stands before what others have as well.
pub(crate) const OTHER_REPORTS: &[(&str, &str)] = &[
    ("淘宝/天猫订单表", "订单编号|买家会员名|买家应付货款|订单状态|宝贝总数量"),
    ("淘宝宝贝明细（订单明细）", "订单编号|购买数量|套餐信息|订单状态"),
    ("千牛销售明细", "子订单编号|主订单编号|购买数量"),
    ("天猫退款表", "退款编号|买家退款金额|退款状态"),
    ("公众号用户分析", "新关注人数|取消关注人数"),
    ("公众号图文数据", "阅读人数|分享人数|渠道"),
    ("拼多多账务明细", "商户订单号|账务类型|发生时间"),
    ("Amazon 收支流水", "date/time|settlement id|type"),
    ("Amazon AFN 库存报表", "seller-sku|fulfillment-channel-sku|asin"),
    ("生意参谋商品报表", "统计日期|商品ID|商品访客数"),
    ("生意参谋店铺报表", "统计日期|访客数|浏览量|支付金额"),
    ("万相台推广报表", "展现量|点击量|花费|点击率"),
    ("支付宝账务明细", "账务流水号|业务流水号|发生时间"),
    ("拼多多订单表", "订单号|商品总价(元)|商家实收金额(元)"),
    ("京东订单表", "订单号|京东价|订购数量|结算金额"),
    ("速卖通订单表", "订单号|买家名称|订单金额|收货国家"),
    ("Amazon 订单报表", "amazon-order-id|purchase-date|order-status"),
    ("Amazon 待发货订单", "order-id|order-item-id|purchase-date|quantity-to-ship"),
    ("Amazon 结算报表", "settlement-id|settlement-start-date|deposit-date"),
    ("Amazon FBA 库存报表", "sku|fnsku|afn-fulfillable-quantity"),
    ("Amazon 业务报告", "(Parent) ASIN|(Child) ASIN|Sessions - Total"),
    ("Amazon 发货确认", "order-id|ship-date|carrier-code"),
    ("eBay 订单报表", "Sales Record Number|Order Number|Buyer Username"),
    // Every order table has these columns too: last.
    ("批量发货表", "订单号|快递公司|快递单号"),
    ("批量发货表", "订单编号|物流公司|运单号"),
];

/// The names of a header, one by one.
pub fn names(header: &'static str) -> std::str::Split<'static, char> {
    header.split('|')
}
