// Made by `npm run generate` from the OpenAPI document of `shopdesk api`. Not to be edited by hand.
export interface paths {
    "/api/assets.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 素材流转 */
        post: operations["assets.act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.add_version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放入新版本 */
        post: operations["assets.add_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.add_versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量放入版本 */
        post: operations["assets.add_versions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 素材看板 */
        post: operations["assets.board"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.bulk_assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量排期 */
        post: operations["assets.bulk_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 美工产能日历 */
        post: operations["assets.capacity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.check_file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 渠道规格检查 */
        post: operations["assets.check_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 版本比较 */
        post: operations["assets.compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 素材需求计数 */
        post: operations["assets.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提素材需求 */
        post: operations["assets.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 素材需求详情 */
        post: operations["assets.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 素材需求列表 */
        post: operations["assets.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.match_files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 文件归到需求 */
        post: operations["assets.match_files"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.put_on_listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 素材放到上架商品 */
        post: operations["assets.put_on_listings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 素材排期 */
        post: operations["assets.schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 渠道图位 */
        post: operations["assets.slots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改素材需求 */
        post: operations["assets.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放行规格检查 */
        post: operations["assets.waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets.where_used": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 用在哪里 */
        post: operations["assets.where_used"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审计记录计数 */
        post: operations["audit.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审计筛选项 */
        post: operations["audit.facets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审计记录详情 */
        post: operations["audit.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审计记录列表 */
        post: operations["audit.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 变更记录 */
        post: operations["audit.of"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核对审计链 */
        post: operations["audit.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches.undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销批量操作 */
        post: operations["batches.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理活动 */
        post: operations["campaigns.act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 活动日历 */
        post: operations["campaigns.calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 活动计数 */
        post: operations["campaigns.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 新建活动 */
        post: operations["campaigns.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.file_pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 生成素材包 */
        post: operations["campaigns.file_pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.finish_improvement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 落实改进措施 */
        post: operations["campaigns.finish_improvement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.finish_milestone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 完成里程碑 */
        post: operations["campaigns.finish_milestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 活动详情 */
        post: operations["campaigns.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 活动列表 */
        post: operations["campaigns.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.move_milestone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 移动里程碑 */
        post: operations["campaigns.move_milestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.note_milestone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填写里程碑进度 */
        post: operations["campaigns.note_milestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.save_template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 维护活动模板 */
        post: operations["campaigns.save_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.set_milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 设置活动里程碑 */
        post: operations["campaigns.set_milestones"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.set_products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 设置活动商品与价 */
        post: operations["campaigns.set_products"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 活动模板 */
        post: operations["campaigns.templates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.tick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 闸门人工确认 */
        post: operations["campaigns.tick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改活动 */
        post: operations["campaigns.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 类目 */
        post: operations["categories.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 保存类目 */
        post: operations["categories.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels.categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 渠道类目 */
        post: operations["channels.categories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 渠道 */
        post: operations["channels.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 渠道 */
        post: operations["channels.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels.put_categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更新渠道类目 */
        post: operations["channels.put_categories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改渠道规格 */
        post: operations["channels.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理文案 */
        post: operations["copy.act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.add_version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 写文案 */
        post: operations["copy.add_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查文案 */
        post: operations["copy.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 文案计数 */
        post: operations["copy.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 详情文案覆盖 */
        post: operations["copy.coverage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 新建文案 */
        post: operations["copy.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 文案版本差异 */
        post: operations["copy.diff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.from_file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 从文件写文案 */
        post: operations["copy.from_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 文案详情 */
        post: operations["copy.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 文案列表 */
        post: operations["copy.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.publish_to_listing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 文案用到上架商品 */
        post: operations["copy.publish_to_listing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 文案字数规则 */
        post: operations["copy.rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.set_limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改文案字数规则 */
        post: operations["copy.set_limit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改文案需求 */
        post: operations["copy.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放行红项 */
        post: operations["copy.waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy.writers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 写文案的人 */
        post: operations["copy.writers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy_words.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 违禁词计数 */
        post: operations["copy_words.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy_words.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 违禁词列表 */
        post: operations["copy_words.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copy_words.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 维护违禁词 */
        post: operations["copy_words.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk.find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 全局查找 */
        post: operations["desk.find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk.today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 今日台 */
        post: operations["desk.today"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duties.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 岗位职责 */
        post: operations["duties.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 实时变更：先补发 after 之后的，再随时推送 */
        get: operations["events.listen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传文件 */
        post: operations["files.put"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 个人授权 */
        post: operations["grants.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 收回个人授权 */
        post: operations["grants.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 个人授权 */
        post: operations["grants.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/help.posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 各岗位能做什么 */
        post: operations["help.posts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.bad_rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 下载错误行 */
        post: operations["imports.bad_rows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整导入选项 */
        post: operations["imports.choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入 */
        post: operations["imports.commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入批次计数 */
        post: operations["imports.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放弃导入 */
        post: operations["imports.discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.fix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改正单元格 */
        post: operations["imports.fix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入批次 */
        post: operations["imports.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入批次列表 */
        post: operations["imports.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 设置列对应 */
        post: operations["imports.map"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入预览 */
        post: operations["imports.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入预览 */
        post: operations["imports.rows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports.undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销导入 */
        post: operations["imports.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消任务 */
        post: operations["jobs.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任务中心 */
        post: operations["jobs.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lifecycles.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 生命周期 */
        post: operations["lifecycles.all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/limits.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 新增金额权限 */
        post: operations["limits.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/limits.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 金额权限 */
        post: operations["limits.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/limits.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 删除金额权限 */
        post: operations["limits.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/limits.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改金额权限 */
        post: operations["limits.set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上架流转 */
        post: operations["listings.act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.act_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量上下架 */
        post: operations["listings.act_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.add_skus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补上新 SKU */
        post: operations["listings.add_skus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.bulk_edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量修改上架 */
        post: operations["listings.bulk_edit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上架商品计数 */
        post: operations["listings.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 计划上架 */
        post: operations["listings.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上架商品 */
        post: operations["listings.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.grid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 铺货表 */
        post: operations["listings.grid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上架商品列表 */
        post: operations["listings.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.of_item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按平台商品ID查上架 */
        post: operations["listings.of_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.set_outer_ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改商家编码 */
        post: operations["listings.set_outer_ids"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.set_pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更换上架图片 */
        post: operations["listings.set_pictures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.set_price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改价 */
        post: operations["listings.set_price"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.set_stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整在售库存 */
        post: operations["listings.set_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改上架资料 */
        post: operations["listings.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists.columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 可导出的列 */
        post: operations["lists.columns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导出列表 */
        post: operations["lists.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists.ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 选择全部 */
        post: operations["lists.ids"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 接口文档 */
        get: operations["openapi.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pins.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 添加批注 */
        post: operations["pins.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pins.reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回复批注 */
        post: operations["pins.reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pins.resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处理批注 */
        post: operations["pins.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pins.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改批注 */
        post: operations["pins.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 岗位与任职 */
        post: operations["posts.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改价单流转 */
        post: operations["prices.act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices.advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改价到点 */
        post: operations["prices.advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices.calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改价日历 */
        post: operations["prices.calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试算改价 */
        post: operations["prices.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改价单计数 */
        post: operations["prices.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改价单 */
        post: operations["prices.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改价单列表 */
        post: operations["prices.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出改价 */
        post: operations["prices.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改改价单草稿 */
        post: operations["prices.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 产品状态 */
        post: operations["products.act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.act_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量改产品状态 */
        post: operations["products.act_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.bulk_update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量修改产品 */
        post: operations["products.bulk_update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 产品速查卡 */
        post: operations["products.card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 产品计数 */
        post: operations["products.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 新建产品 */
        post: operations["products.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 产品详情 */
        post: operations["products.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 产品列表 */
        post: operations["products.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.make_skus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 生成 SKU 矩阵 */
        post: operations["products.make_skus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.set_accessories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 设置配件 */
        post: operations["products.set_accessories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.set_pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 设置产品图片 */
        post: operations["products.set_pictures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.set_size_chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改尺码表 */
        post: operations["products.set_size_chart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.set_styles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 设置风格款式 */
        post: operations["products.set_styles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.size_advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 尺码推荐 */
        post: operations["products.size_advice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改产品资料 */
        post: operations["products.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.update_sku": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改 SKU */
        post: operations["products.update_sku"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入方案 */
        post: operations["profiles.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 删除导入方案 */
        post: operations["profiles.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 保存导入方案 */
        post: operations["profiles.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports.catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报表目录 */
        post: operations["reports.catalogue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 已生成的报表计数 */
        post: operations["reports.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 已生成的报表列表 */
        post: operations["reports.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports.make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 生成报表 */
        post: operations["reports.make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报表预览 */
        post: operations["reports.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rights.matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 权限表 */
        post: operations["rights.matrix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rights.reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复默认权限 */
        post: operations["rights.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rights.set_cell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改权限表 */
        post: operations["rights.set_cell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session.change_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改密码 */
        post: operations["session.change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session.login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登录 */
        post: operations["session.login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session.logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出登录 */
        post: operations["session.logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 我的登录 */
        post: operations["session.me"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session.unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解锁 */
        post: operations["session.unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出设备 */
        post: operations["sessions.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions.mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 我的登录设备 */
        post: operations["sessions.mine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions.of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登录设备 */
        post: operations["sessions.of"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 店铺设置 */
        post: operations["settings.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改设置 */
        post: operations["settings.set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 新建店铺 */
        post: operations["shops.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 店铺 */
        post: operations["shops.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改店铺 */
        post: operations["shops.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slots.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 新建图片位 */
        post: operations["slots.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slots.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改图片位规格 */
        post: operations["slots.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 员工计数 */
        post: operations["staff.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 新建员工 */
        post: operations["staff.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 员工资料 */
        post: operations["staff.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 员工列表 */
        post: operations["staff.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff.reset_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重设为一次性密码 */
        post: operations["staff.reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff.set_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重设密码 */
        post: operations["staff.set_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff.set_posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任免岗位 */
        post: operations["staff.set_posts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改员工资料 */
        post: operations["staff.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/styles.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 风格款式 */
        post: operations["styles.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/styles.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 保存风格款式 */
        post: operations["styles.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 待同步计数 */
        post: operations["sync.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync.drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 平台差异 */
        post: operations["sync.drift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 待同步列表 */
        post: operations["sync.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync.mark_done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 平台已改 */
        post: operations["sync.mark_done"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system.backup_now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 立即备份 */
        post: operations["system.backup_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system.backup_plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 备份计划 */
        post: operations["system.backup_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system.backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 备份 */
        post: operations["system.backups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查数据 */
        post: operations["system.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system.notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重要提醒 */
        post: operations["system.notices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 常用视图 */
        post: operations["views.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 删除视图 */
        post: operations["views.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 保存视图 */
        post: operations["views.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载文件 */
        get: operations["files.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/thumbs/{hash}/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 缩略图 */
        get: operations["thumbs.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An accessory of a product. */
        AccessoryView: {
            /** @description Its code. */
            code: string;
            /** @description `黑 / M` */
            label: string;
            /** @description What to know about it. */
            note: string;
            /**
             * Format: int64
             * @description The product that it is a SKU of.
             */
            product_id: number;
            /** @description `included`, `optional`, `replacement`. */
            relation: string;
            /**
             * Format: int64
             * @description The accessory's SKU.
             */
            sku_id: number;
            /** @description That product's title. */
            title: string;
        };
        /** @description A button: what can be done now, or why it cannot. */
        ActionState: {
            /** @description The action's code. */
            action: string;
            /** @description Whether this caller can do it now. */
            enabled: boolean;
            /** @description What the button says. */
            label: string;
            /** @description The person will be asked for a reason. */
            needs_reason: boolean;
            /** @description Why not. */
            why: string | null;
        };
        /** @description A version that has come in. */
        Added: {
            /** @description The same or nearly the same pictures elsewhere, and earlier versions with the same bytes. */
            duplicates: components["schemas"]["Duplicate"][];
            /**
             * Format: int64
             * @description The request.
             */
            request: number;
            /**
             * Format: int64
             * @description The request's own version now, for the next command on it.
             */
            request_version: number;
            /** @description Its state now: the first file starts an assigned request. */
            state: string;
            /** @description The version. */
            version: components["schemas"]["VersionView"];
        };
        /** @description What became of many files. */
        AddedMany: {
            /** @description What went in. */
            added: components["schemas"]["Added"][];
            /**
             * Format: int64
             * @description For undoing; absent when nothing went in.
             */
            batch: number | null;
            /** @description What did not. */
            failed: components["schemas"]["NotAdded"][];
        };
        /** @description A size, and why. */
        Advice: {
            /** @description Other sizes whose rules fit as well. */
            also: string[];
            /**
             * Format: uint
             * @description Which rule was used, counted from 1.
             */
            row: number | null;
            /** @description The rule. */
            rule: components["schemas"]["SizeRule"] | null;
            /** @description The size; absent when no rule fits. */
            size: string | null;
            /** @description The answer as a sentence. */
            why: string;
        };
        /** @description Who approves a campaign of this budget. */
        Approval: {
            /** @description The post. */
            by: components["schemas"]["Post"];
            /** @description The budget up to which a supervisor approves. */
            limit: components["schemas"]["Fen"] | null;
            /** @description The budget is above it. */
            over: boolean;
        };
        /** @description One area. */
        Area: {
            /** @description How far. */
            level: components["schemas"]["Level2"];
            /** @description The area. */
            module: components["schemas"]["Module"];
            /** @description Only for own records. */
            own: boolean;
            /** @description Only for parts of it. */
            parts: boolean;
            /** @description Its Chinese title. */
            title: string;
        };
        /**
         * @description What is asked for.
         * @enum {string}
         */
        AssetKind: "main_image" | "white_bg" | "detail_page" | "sku_image" | "banner" | "campaign_page" | "ad_creative" | "static_page" | "social_image" | "video_cover" | "retouch" | "other";
        /** @description One request in lists and on the board. */
        AssetRow: {
            /**
             * Format: int64
             * @description Approved, UTC milliseconds.
             */
            approved_at: number | null;
            /**
             * Format: int64
             * @description Who works on it.
             */
            assignee: number | null;
            /** @description Their name. */
            assignee_name: string | null;
            /**
             * Format: int64
             * @description The campaign it is for.
             */
            campaign_id: number | null;
            /** @description The channel, in words. */
            channel: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /**
             * Format: int64
             * @description 1 to 5.
             */
            difficulty: number;
            /** @description The day it should be handed in. */
            due: components["schemas"]["Day"] | null;
            /**
             * Format: double
             * @description Hours.
             */
            est_h: number;
            /**
             * Format: int64
             * @description How often by the designer's fault.
             */
            fault_count: number;
            /**
             * Format: int64
             * @description When, UTC milliseconds.
             */
            first_approved_at: number | null;
            /** @description Who gave the first of two approvals, while the second is waited for. */
            first_approver: string | null;
            /**
             * Format: int64
             * @description The first hand-in, UTC milliseconds.
             */
            first_submitted_at: number | null;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Kind. */
            kind: components["schemas"]["AssetKind"];
            /**
             * Format: int64
             * @description Its number.
             */
            last_version: number | null;
            /** @description Its checks: `green`, `amber`, `red`. */
            level: string | null;
            /** @description The last day it may be shown. */
            live_to: components["schemas"]["Day"] | null;
            /** @description AR-20261123-001. */
            no: string;
            /**
             * Format: int64
             * @description Remarks not yet dealt with.
             */
            open_pins: number;
            /**
             * @description Past due and still open.
             * @default false
             */
            overdue: boolean;
            /** @description Priority. */
            priority: components["schemas"]["Priority"];
            /**
             * Format: int64
             * @description The product it is for.
             */
            product_id: number | null;
            /**
             * Format: int64
             * @description Who asked.
             */
            requester: number;
            /** @description Their name. */
            requester_name: string;
            /**
             * Format: int64
             * @description How often it went back.
             */
            retake_count: number;
            /** @description The slot's code. */
            slot: string | null;
            /** @description State. */
            state: string;
            /** @description The file of the last version. */
            thumb: string | null;
            /** @description Title. */
            title: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
            /** @description Its red checks were let pass. */
            waived: boolean;
        };
        /** @description A request in full. */
        AssetView: {
            /** @description Buttons. */
            actions: components["schemas"]["ActionState"][];
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            approved_at: number | null;
            /** @description The first of two approvals is given. */
            approved_by_requester: boolean;
            /** @description Who works on it. */
            assignee: components["schemas"]["Who"] | null;
            /** @description The brief, Markdown. */
            brief_md: string;
            /**
             * Format: int64
             * @description The campaign.
             */
            campaign_id: number | null;
            /** @description The channel, in words. */
            channel: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            delivered_at: number | null;
            /**
             * Format: int64
             * @description 1 to 5.
             */
            difficulty: number;
            /** @description Due. */
            due: components["schemas"]["Day"] | null;
            /**
             * @description The same or nearly the same pictures in other requests, and earlier versions of this one with
             *     the bytes of a later one.
             */
            duplicates: components["schemas"]["Duplicate"][];
            /**
             * Format: double
             * @description Hours.
             */
            est_h: number;
            /**
             * Format: int64
             * @description How often by the designer's fault.
             */
            fault_count: number;
            /**
             * Format: int64
             * @description When, UTC milliseconds.
             */
            first_approved_at: number | null;
            /** @description By whom. */
            first_approver: string | null;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            first_submitted_at: number | null;
            /**
             * Format: int64
             * @description How often that is free.
             */
            free_retakes: number;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Kind. */
            kind: components["schemas"]["AssetKind"];
            /** @description Its Chinese name. */
            kind_label: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            live_at: number | null;
            /** @description The last day it may be shown. */
            live_to: components["schemas"]["Day"] | null;
            /** @description Where it is shown. */
            live_where: string;
            /** @description What the brief still lacks. */
            missing: string[];
            /** @description Number. */
            no: string;
            /** @description More often than that: the supervisor sees it. */
            over_retakes: boolean;
            /** @description Past due and still open. */
            overdue: boolean;
            /** @description Oldest first. */
            pins: components["schemas"]["PinView"][];
            /** @description Priority. */
            priority: components["schemas"]["Priority"];
            /** @description The product's code and title. */
            product: string | null;
            /**
             * Format: int64
             * @description The product.
             */
            product_id: number | null;
            /** @description Reference pictures. */
            refs: components["schemas"]["FileBrief"][];
            /** @description Who asked. */
            requester: components["schemas"]["Who"];
            /**
             * Format: int64
             * @description How often it went back.
             */
            retake_count: number;
            /** @description Oldest first. */
            retakes: components["schemas"]["RetakeView"][];
            /** @description The slot's code. */
            slot: string | null;
            /** @description The slot's rules. */
            slot_spec: components["schemas"]["SlotSpec"] | null;
            /** @description State. */
            state: string;
            /** @description Its Chinese name. */
            state_label: string;
            /** @description Who handed in last. */
            submitter: components["schemas"]["Who"] | null;
            /**
             * @description What the approver has to have compared (price, time, rules) for campaign pictures, and the
             *     slot's own questions; approving sends those ticked in `ticks`.
             */
            ticks: string[];
            /** @description Title. */
            title: string;
            /** @description Needs the product planner after the requester. */
            two_step: boolean;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
            /** @description Newest first. */
            versions: components["schemas"]["VersionView"][];
            /** @description Where its files are. */
            where_used: components["schemas"]["UseView"][];
        };
        /** @description One backup. */
        BackupView: {
            /** @description Made by the shop itself, and replaced by itself in time. */
            automatic: boolean;
            /**
             * Format: uint64
             * @description Size in bytes.
             */
            bytes: number;
            /** @description It cannot be read any more: why. */
            fault: string | null;
            /**
             * Format: uint64
             * @description How many pictures and documents are inside.
             */
            files: number;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            made_at: number;
            /** @description Its file's name. */
            name: string;
        };
        /** @description How it stands with the backups. */
        BackupsView: {
            /**
             * Format: int64
             * @description So many whole days ago, in the shop's zone.
             */
            age_days: number | null;
            /** @description Newest first. */
            backups: components["schemas"]["BackupView"][];
            /** @description Why the last try failed, when nothing succeeded since. */
            failed: components["schemas"]["Failed3"] | null;
            /** @description Where they lie on the machine that keeps the shop. */
            folder: string;
            /**
             * Format: int64
             * @description When the newest whole one was made, UTC milliseconds.
             */
            last_at: number | null;
            /** @description Older than two days, or none although the shop is older than that. */
            overdue: boolean;
            /** @description The plan. */
            plan: components["schemas"]["Plan"];
            /** @description One is being made now. */
            running: components["schemas"]["Running"] | null;
        };
        /** @description A campaign as a bar. */
        Bar: {
            /** @description The last day. */
            ends: components["schemas"]["Day"];
            /**
             * Format: int64
             * @description The campaign.
             */
            id: number;
            /** @description Whether its days can still be moved, and by this caller. */
            movable: boolean;
            /** @description Its number. */
            no: string;
            /** @description The first day. */
            starts: components["schemas"]["Day"];
            /** @description Its state. */
            state: string;
            /** @description Its name. */
            title: string;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description A product on sale without a text for its detail page. */
        Bare: {
            /** @description Its number. */
            code: string;
            /**
             * Format: int64
             * @description The text that is being written or judged for it.
             */
            doc_id: number | null;
            /** @description That text's number. */
            doc_no: string | null;
            /** @description That text's state. */
            doc_state: string | null;
            /**
             * Format: int64
             * @description The product.
             */
            id: number;
            /** @description Its title. */
            title: string;
        };
        /** @description An earlier import of the same table. */
        Before: {
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Its number. */
            no: string;
        };
        /** @description One column of the board. */
        BoardColumn: {
            /** @description The first ones. */
            cards: components["schemas"]["AssetRow"][];
            /**
             * Format: int64
             * @description How many there are.
             */
            count: number;
            /** @description Its Chinese name. */
            label: string;
            /** @description The state. */
            state: string;
            /** @description How it looks. */
            tone: components["schemas"]["Tone"];
        };
        /** @description The board. */
        BoardView: {
            /** @description Its columns, in the order of the life cycle. */
            columns: components["schemas"]["BoardColumn"][];
        };
        /** @description A product in a line. */
        Brief: {
            /** @description `PD-00001` */
            code: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The hash of the first picture. */
            picture: string | null;
            /** @description A state of the life cycle `product`. */
            state: string;
            /** @description Title. */
            title: string;
        };
        /** @description One cell's change. */
        BulkChange: {
            /** @description `price`, `qty`, `title`, `category`. */
            field: string;
            /** @description After. */
            new: string;
            /** @description Before, as people read it. */
            old: string;
        };
        /** @description What became of a bulk action. */
        BulkDone: {
            /**
             * Format: int64
             * @description For undoing; absent when nothing was done.
             */
            batch: number | null;
            /** @description What it was not done to. */
            failed: components["schemas"]["BulkFailed"][];
            /** @description What it was done to. */
            ok: number[];
        };
        /** @description What a bulk change did. */
        BulkDone2: {
            /**
             * Format: int64
             * @description For undoing it as a whole.
             */
            batch: number;
            /** @description Not changed, and why. */
            failed: components["schemas"]["Failed2"][];
            /** @description Changed. */
            ok: number[];
        };
        /** @description One that a bulk action was refused on. */
        BulkFailed: {
            /**
             * Format: int64
             * @description The id.
             */
            id: number;
            /** @description Why. */
            message: string;
        };
        /** @description A refused row. */
        BulkFailure: {
            /**
             * Format: int64
             * @description The listing.
             */
            id: number;
            /** @description Why. */
            message: string;
        };
        /** @description One row's outcome. */
        BulkLine: {
            /** @description What changes. */
            changes: components["schemas"]["BulkChange"][];
            /**
             * Format: int64
             * @description The listing; 0 when none was found.
             */
            id: number;
            /** @description What was put right or may not be taken by the platform. */
            notes: string[];
            /** @description Why it is refused. */
            refused: string | null;
            /**
             * Format: uint
             * @description Which row, from 0.
             */
            row: number;
            /** @description Its title. */
            title: string;
        };
        /** @description What became, or would become, of the rows. */
        BulkOutcome: {
            /**
             * Format: int64
             * @description The batch, to undo it; nothing for a dry run or when nothing changed.
             */
            batch: number | null;
            /** @description Rows that are refused. */
            failed: components["schemas"]["BulkFailure"][];
            /** @description Listings that are or would be changed. */
            ok: number[];
            /** @description Row by row, in their order. */
            rows: components["schemas"]["BulkLine"][];
        };
        /** @description A price change in the calendar. */
        CalendarLine: {
            /** @description Its number. */
            code: string;
            /** @description The currency. */
            currency: string;
            /**
             * Format: int64
             * @description UTC milliseconds; for good when absent.
             */
            end_at: number | null;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * Format: int64
             * @description The listing.
             */
            listing_id: number;
            /** @description The lowest price after. */
            new_price: components["schemas"]["Money"];
            /** @description The lowest price before. */
            old_price: components["schemas"]["Money"];
            /** @description Its first picture. */
            picture: string | null;
            /** @description Why. */
            reason: string;
            /** @description The shop. */
            shop: string;
            /**
             * Format: int64
             * @description How many SKUs.
             */
            skus: number;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            start_at: number;
            /** @description State. */
            state: string;
            /** @description Its title. */
            title: string;
        };
        /** @description A milestone as a mark. */
        CalendarMark: {
            /** @description The campaign's name. */
            campaign: string;
            /**
             * Format: int64
             * @description Its campaign.
             */
            campaign_id: number;
            /** @description Done. */
            done: boolean;
            /** @description Until when. */
            due: components["schemas"]["Day"];
            /**
             * Format: int64
             * @description The milestone.
             */
            id: number;
            /**
             * @description Whether it can still be moved, and by this caller.
             * @default false
             */
            movable: boolean;
            /** @description How far it is. */
            note: string;
            /** @description The post that sees to it. */
            owner_post: components["schemas"]["Post"];
            /** @description The campaign's state. */
            state: string;
            /**
             * @description Whether this caller may mark it as done.
             * @default false
             */
            tickable: boolean;
            /** @description Its name. */
            title: string;
        };
        /** @description What lies between two days. */
        CalendarView: {
            /** @description Campaigns that run on some of the days. */
            campaigns: components["schemas"]["Bar"][];
            /** @description Milestones whose day has gone by, of all campaigns under way, whatever the days asked for. */
            late: components["schemas"]["CalendarMark"][];
            /** @description Milestones due on one of them. */
            milestones: components["schemas"]["CalendarMark"][];
            /** @description Today in the shop. */
            today: components["schemas"]["Day"];
        };
        /** @description A campaign in the list. */
        CampaignRow: {
            /** @description What it may cost. */
            budget: components["schemas"]["Fen"];
            /** @description The last day. */
            ends: components["schemas"]["Day"];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The code of its kind. */
            kind: string;
            /** @description The kind's name. */
            kind_title: string;
            /** @description `CP-20261123-001`. */
            no: string;
            /**
             * Format: int64
             * @description Milestones not done yet.
             */
            open_milestones: number;
            /** @description Who plans it. */
            owner: string | null;
            /**
             * Format: int64
             * @description Their id.
             */
            owner_id: number;
            /**
             * Format: int64
             * @description How many products.
             */
            products: number;
            /** @description The first day. */
            starts: components["schemas"]["Day"];
            /** @description The state. */
            state: string;
            /** @description Its name. */
            title: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description A campaign as its page shows it. */
        CampaignView: {
            /** @description What can be done now. */
            actions: components["schemas"]["ActionState"][];
            /** @description Who approves a budget like this. */
            approval: components["schemas"]["Approval"];
            /**
             * Format: int64
             * @description When.
             */
            approved_at: number | null;
            /**
             * Format: int64
             * @description Who approved it.
             */
            approved_by: number | null;
            /** @description Who approved it. */
            approver: string | null;
            /** @description What it may cost. */
            budget: components["schemas"]["Fen"];
            /** @description What the gate says now. */
            checks: components["schemas"]["GateCheck"][];
            /** @description How far its texts are. */
            copy: components["schemas"]["Progress"];
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /** @description The last day. */
            ends: components["schemas"]["Day"];
            /** @description What the gate found when it was passed. */
            gate: components["schemas"]["GateCheck"][] | null;
            /** @description What it is to bring. */
            goal: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description What is to be done better next time. */
            improvements: components["schemas"]["ImprovementView"][];
            /** @description The code of its template. */
            kind: string;
            /** @description The kind's name. */
            kind_title: string;
            /** @description What the last campaign of the same kind left to do better. */
            lessons: components["schemas"]["Lessons"] | null;
            /** @description Its milestones by day. */
            milestones: components["schemas"]["MilestoneView"][];
            /** @description `CP-20261123-001`. */
            no: string;
            /** @description Why nothing has to be done better. */
            no_improvement: string;
            /** @description Who plans it. */
            owner: string | null;
            /**
             * Format: int64
             * @description Who plans it.
             */
            owner_id: number;
            /** @description Its asset pack: filed and to be filed. */
            pack: components["schemas"]["PackPiece"][];
            /** @description What the pack will have for each product, while there is no product yet. */
            pack_waits: string[];
            /** @description Its products and prices. */
            products: components["schemas"]["ItemView"][];
            /** @description How it went. */
            review: string;
            /** @description Price, time and rules in words: the one source that pictures and copy take them from. */
            rules: string;
            /** @description The shops it runs in. */
            shops: number[];
            /** @description The first day. */
            starts: components["schemas"]["Day"];
            /** @description The state. */
            state: string;
            /**
             * Format: int64
             * @description Who submitted it.
             */
            submitter_id: number | null;
            /** @description What people have answered for. */
            ticks: components["schemas"]["TickMark"][];
            /** @description Its name. */
            title: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
            /** @description Whether this caller may change it at all. */
            writable: boolean;
        };
        /** @description The load of everybody who makes pictures. */
        CapacityView: {
            /**
             * Format: double
             * @description Hours that a day holds.
             */
            hours_a_day: number;
            /** @description The people. */
            people: components["schemas"]["PersonLoad"][];
            /**
             * Format: int64
             * @description Requests that nobody has yet.
             */
            queued: number;
        };
        /** @description One card. */
        Card: {
            /**
             * Format: int64
             * @description How many there are in all.
             */
            count: number;
            /** @description A stable word. */
            key: string;
            /** @description The page that shows all. */
            route: string;
            /** @description The first of them. */
            rows: components["schemas"]["CardRow"][];
            /** @description Its Chinese title. */
            title: string;
            /** @description How it looks. */
            tone: components["schemas"]["Tone"];
        };
        /** @description One line of a card. */
        CardRow: {
            /** @description Its day. */
            due: components["schemas"]["Day"] | null;
            /** @description The page that shows it. */
            route: string;
            /** @description Number, shop, people. */
            subtitle: string;
            /** @description The hash of its picture. */
            thumb: string | null;
            /** @description What it is. */
            title: string;
        };
        /** @description What a quick card answers. */
        CardView: {
            /** @description Products to choose from, when several fit. */
            candidates: components["schemas"]["Brief"][];
            /** @description The product, when exactly one is meant. */
            card: components["schemas"]["Detail"] | null;
            /** @description What to do when nothing was found. */
            hint: string | null;
            /** @description The platform's item in the pasted link or number; its product is known to the listings. */
            item: components["schemas"]["PlatformItem"] | null;
            /**
             * Format: int64
             * @description The SKU that was named by its code or barcode.
             */
            sku_id: number | null;
        };
        /** @description A category of a channel. */
        CategoryRow: {
            /** @description Nothing is below it. */
            leaf: boolean;
            /** @description `女装 > 连衣裙`. */
            path: string;
        };
        /** @description A category. */
        CategoryView: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Nothing is below it: products can be put here. */
            leaf: boolean;
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description The one above.
             */
            parent_id: number | null;
            /**
             * Format: int64
             * @description Its place among its siblings.
             */
            position: number;
            /**
             * Format: int64
             * @description How many products stand here.
             */
            products: number;
            /** @description Out of use. */
            retired: boolean;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description A cell that a person has put right. */
        CellFix: {
            /** @description The column's name. */
            column: string;
            /**
             * Format: uint64
             * @description The record's number in the file, from 1, header included.
             */
            row: number;
            /** @description What to read there. */
            value: string;
        };
        /** @description One cell as the matrix page shows it. */
        CellView: {
            /** @description `A`, `R m`, `W :request` … */
            cell: string;
            /**
             * @description What a new shop begins with.
             * @default
             */
            default: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The module. */
            module: components["schemas"]["Module"];
            /** @description The post. */
            post: components["schemas"]["Post"];
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description What a field was and would be. */
        Change: {
            /** @description The field's name. */
            label: string;
            /** @description What the file says. */
            new: string;
            /** @description What the shop has; empty for something new. */
            old: string;
        };
        /** @description A price change as a listing shows it. */
        ChangeBrief: {
            /** @description Its number. */
            code: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            end_at: number | null;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The lowest price after. */
            new_price: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            start_at: number;
            /** @description State. */
            state: string;
        };
        /** @description One price change in the list. */
        ChangeRow: {
            /** @description Who approved it. */
            approved_by: string | null;
            /** @description It was within the limits. */
            auto_approved: boolean;
            /** @description Below cost with margin, or below 控价. */
            below_floor: boolean;
            /** @description Who proposed it. */
            by: string;
            /** @description Its number. */
            code: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /** @description The currency. */
            currency: string;
            /**
             * Format: int64
             * @description UTC milliseconds; for good when absent.
             */
            end_at: number | null;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * Format: int64
             * @description The listing.
             */
            listing_id: number;
            /** @description The lowest price after. */
            new_price: components["schemas"]["Money"];
            /** @description The lowest price before. */
            old_price: components["schemas"]["Money"];
            /** @description Its first picture. */
            picture: string | null;
            /** @description Why. */
            reason: string;
            /** @description Its name. */
            shop: string;
            /**
             * Format: int64
             * @description The shop.
             */
            shop_id: number;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            start_at: number;
            /** @description A state of the life cycle `price_change`. */
            state: string;
            /** @description Its title. */
            title: string;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description One price change as its page shows it. */
        ChangeView: {
            /** @description What can be done now. */
            actions: components["schemas"]["ActionState"][];
            /** @description It was within the limits. */
            auto_approved: boolean;
            /** @description Below cost with margin, or below 控价. */
            below_floor: boolean;
            /** @description Its number. */
            code: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            end_at: number | null;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description SKU by SKU. */
            items: components["schemas"]["ItemView2"][];
            /**
             * Format: int64
             * @description The listing.
             */
            listing_id: number;
            /** @description The lowest price after. */
            new_price: components["schemas"]["Money"];
            /** @description The lowest price before. */
            old_price: components["schemas"]["Money"];
            /** @description Why. */
            reason: string;
            /** @description The shop. */
            shop: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            start_at: number;
            /** @description State. */
            state: string;
            /** @description Its title. */
            title: string;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description A channel. */
        ChannelRow: {
            /** @description In use. */
            active: boolean;
            /**
             * Format: int64
             * @description The longest selling point; 0: not limited.
             */
            bullet_max: number;
            /**
             * Format: int64
             * @description The most selling points; 0: the channel has none.
             */
            bullets_max: number;
            /** @description `taobao`. */
            code: string;
            /** @description The platform's own page was seen to say so. */
            confirmed: boolean;
            /** @description Its currency. */
            currency: string;
            /**
             * Format: int64
             * @description The platform's fee, basis points.
             */
            fee_bp: number;
            /**
             * Format: int64
             * @description How many CNY one unit of it costs, in millionths; nothing: not noted.
             */
            fx_micro: number | null;
            /** @description Of which day. */
            fx_on: string | null;
            /**
             * Format: int64
             * @description Days until it must be shipped.
             */
            handling_days: number;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * Format: int64
             * @description The least margin over cost, basis points; nothing: the shop's.
             */
            min_margin_bp: number | null;
            /** @description Since when they are noted. */
            noted_on: string;
            /** @description `domestic` or `overseas`. */
            region: string;
            /** @description Where these numbers come from. */
            source: string;
            /** @description 淘宝. */
            title: string;
            /**
             * Format: int64
             * @description The longest title.
             */
            title_max: number;
            /** @description Counted so. */
            title_unit: components["schemas"]["Unit"];
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description One channel as its page shows it. */
        ChannelView: {
            /**
             * Format: int64
             * @description How many categories are known.
             */
            categories: number;
            /** @description The profile. */
            channel: components["schemas"]["ChannelRow"];
            /** @description Its picture slots. */
            slots: components["schemas"]["SlotRow"][];
            /** @description The caller may change it. */
            writable: boolean;
        };
        /** @description A column of a size chart. */
        ChartColumn: {
            /** @description 尺码, 胸围, 衣长 … */
            name: string;
            /** @description Holds figures (or a span of figures such as 96-100). */
            number: boolean;
        };
        /** @description A size chart as it is stored. */
        ChartView: {
            /** @description Columns. */
            columns: components["schemas"]["ChartColumn"][];
            /** @description A word to the customer. */
            note: string;
            /** @description Rows. */
            rows: string[][];
            /** @description Rules of size advice. */
            rules: components["schemas"]["SizeRule"][];
            /** @description `cm` or `in`. */
            unit: string;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description A chart of the preview; the workbook has the same as a native one. */
        ChartView2: {
            /** @description Under the columns. */
            labels: string[];
            /** @description What is drawn. */
            series: components["schemas"]["Drawn"][];
            /** @description Its title. */
            title: string;
        };
        /** @description One lamp. */
        Check: {
            /** @description What the picture has. */
            actual: string;
            /** @description What is asked for. */
            expected: string;
            /** @description The lamp. */
            level: components["schemas"]["Level"];
            /** @description A sentence: what is wrong and what to do, or that it fits. */
            message: string;
            /** @description Stable word for the rule: `size`, `ratio`, `bytes` ... */
            rule: string;
            /** @description The rule row it was judged by. */
            source: string;
        };
        /** @description One SKU's new price beside its floor. */
        CheckLine: {
            /** @description The lowest price without approval. */
            floor: (components["schemas"]["Money"] | null) | "***";
            /** @description How the floor came about. */
            floor_sum: (string | null) | "***";
            /**
             * Format: int64
             * @description The listing's SKU.
             */
            listing_sku_id: number;
            /**
             * Format: int64
             * @description By how much it moves, basis points.
             */
            moved_bp: number;
            /** @description Then. */
            new: components["schemas"]["Money"];
            /** @description Now. */
            old: components["schemas"]["Money"];
            /** @description 商家编码. */
            sku: string;
        };
        /** @description What a check found. */
        CheckReport: {
            /** @description Nothing is wrong. */
            clean: boolean;
            /**
             * Format: int64
             * @description Events in the trail.
             */
            events: number;
            /** @description What is wrong, a sentence each. */
            faults: string[];
            /**
             * Format: uint64
             * @description Files whose content was compared with their name.
             */
            files: number;
            /**
             * Format: uint64
             * @description Kept figures and entries of the search that are not what the rows give; a repair works them out
             *     anew.
             */
            mendable: number;
            /**
             * Format: uint64
             * @description Rows compared with the trail.
             */
            rows: number;
        };
        /** @description What a check found. */
        CheckView: {
            /**
             * Format: uint
             * @description The length.
             */
            count: number;
            /** @description What is wrong. */
            findings: components["schemas"]["Finding"][];
            /** @description The worst of it. */
            level: components["schemas"]["Severity"];
            /** @description The rule it is held against. */
            limit: components["schemas"]["Limit"] | null;
        };
        /** @description What a check found. */
        Checked: {
            /** @description The lamps. */
            checks: components["schemas"]["Check"][];
            /** @description The same or nearly the same pictures. */
            duplicates: components["schemas"]["Duplicate"][];
            /** @description What the file is. */
            facts: components["schemas"]["FileFacts"];
            /** @description `green`, `amber`, `red`. */
            level: string;
            /** @description What a person has to look for. */
            ticks: string[];
        };
        /** @description A choice of a filter. */
        Choice: {
            /** @description What is shown. */
            label: string;
            /** @description What is sent. */
            value: unknown;
        };
        /** @description Everything a person chose about an import; kept with it, so that committing reads the same. */
        Choices: {
            /**
             * @description Make the product where a listing's product is not known yet.
             * @default false
             */
            create_products: boolean;
            /**
             * @description Files dropped together with it.
             * @default []
             */
            pack: components["schemas"]["PackFile"][];
            /**
             * @description How the table is read.
             * @default {
             *       "currency": null,
             *       "day_order": "ask",
             *       "decimal": null,
             *       "map": null,
             *       "table": {
             *         "delimiter": null,
             *         "encoding": null,
             *         "fixes": [],
             *         "header_row": null,
             *         "include_hidden": false,
             *         "names": [],
             *         "sheet": null
             *       },
             *       "today": null
             *     }
             */
            read: components["schemas"]["ReadOptions"];
        };
        /** @description How many records of each kind. */
        ClassCounts: {
            /** Format: int64 */
            error: number;
            /** Format: int64 */
            new: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            update: number;
            /** Format: int64 */
            warned: number;
        };
        /** @description The kinds of refusal. Programs match on these and on [`Error::reason`], never on the message. */
        Code: "invalid" | "not_found" | "forbidden" | "conflict" | "unauthenticated" | "too_large" | "unavailable" | "internal";
        /** @description How colours are stored. */
        ColourMode: "rgb" | "gray" | "cmyk" | "indexed" | "other";
        /** @description Which column means what. */
        ColumnMap: {
            /** @description The columns; ones that are not named are kept as extra. */
            columns: components["schemas"]["ColumnRule"][];
            /** @description What the rows are. */
            kind: components["schemas"]["Kind"];
        };
        /** @description What one column means. */
        ColumnRule: {
            /** @description What it means. */
            field: components["schemas"]["Field"];
            /** @description The column's name in the file. */
            source: string;
            /**
             * @description What some of its values are to be read as: 上架中 → `on_sale`, 红 → 红色.
             * @default {}
             */
            values: {
                [key: string]: string;
            };
        };
        /** @description A column of an export. */
        ColumnView: {
            /** @description Its name. */
            key: string;
            /** @description A picture: only in small exports. */
            picture: boolean;
            /** @description Its Chinese title. */
            title: string;
        };
        /** @description Two files side by side. */
        Compared: {
            /** @description One. */
            a: components["schemas"]["FileFacts"];
            /** @description The other. */
            b: components["schemas"]["FileFacts"];
            /** @description What differs, in words. */
            differences: string[];
            /**
             * Format: uint8
             * @description How alike they look, in percent; absent when one has no preview or nothing to recognise.
             */
            percent: number | null;
            /** @description The same content. */
            same: boolean;
        };
        /** @description One text of an asset pack. */
        CopyItem: {
            /**
             * @description What the text has to say.
             * @default
             */
            brief: string;
            /** @description What is asked for. */
            copy_kind: components["schemas"]["CopyKind"];
            /** @description Its code inside the template; what was filed is known by it. */
            key: string;
            /**
             * Format: int64
             * @description So many days before the start.
             */
            offset_days: number;
            /** @description Its name. */
            title: string;
        };
        /**
         * @description What a text is for.
         * @enum {string}
         */
        CopyKind: "title" | "subtitle" | "selling_point" | "detail" | "faq" | "campaign" | "brand" | "social" | "script";
        /** @description A copy request in the list. */
        CopyRow: {
            /** @description Who writes. */
            assignee: string | null;
            /**
             * Format: int64
             * @description Their id.
             */
            assignee_id: number | null;
            /**
             * Format: int64
             * @description The campaign.
             */
            campaign_id: number | null;
            /** @description The channel's code. */
            channel: string;
            /** @description Its Chinese name. */
            channel_title: string;
            /**
             * Format: int64
             * @description Length of the newest version, in the channel's unit.
             */
            char_count: number;
            /** @description The worst finding. */
            checks_level: components["schemas"]["Severity"];
            /**
             * Format: int64
             * @description The newest version; 0 when nothing is written yet.
             */
            current: number;
            /** @description Until when. */
            due: components["schemas"]["Day"];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The kind's code. */
            kind: string;
            /** @description `zh-CN`, `en` … */
            locale: string;
            /** @description `CR-20261123-001`. */
            no: string;
            /**
             * Format: int64
             * @description The product.
             */
            product_id: number | null;
            /** @description Who asked. */
            requester: string | null;
            /**
             * Format: int64
             * @description Their id.
             */
            requester_id: number;
            /**
             * Format: int64
             * @description How often it came back.
             */
            retake_count: number;
            /** @description The product has been changed since the text was approved. */
            stale: boolean;
            /** @description The state. */
            state: string;
            /** @description What is asked for. */
            title: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description A request as its page shows it. */
        CopyView: {
            /** @description What can be done now. */
            actions: components["schemas"]["ActionState"][];
            /**
             * Format: int64
             * @description When it was approved.
             */
            approved_at: number | null;
            /**
             * Format: int64
             * @description By whom.
             */
            approved_by: number | null;
            /**
             * Format: int64
             * @description Which version.
             */
            approved_version: number | null;
            /** @description Who approved. */
            approver: string | null;
            /** @description Who writes. */
            assignee: string | null;
            /**
             * Format: int64
             * @description Who writes.
             */
            assignee_id: number | null;
            /** @description The newest text. */
            body: string;
            /** @description What is asked for, at length. */
            brief: string;
            /**
             * Format: int64
             * @description The campaign it is for.
             */
            campaign_id: number | null;
            /** @description The channel it is written for. */
            channel: string;
            /** @description The channel's Chinese name. */
            channel_title: string;
            /**
             * Format: int64
             * @description How long the newest version is, in the channel's unit.
             */
            char_count: number;
            /**
             * Format: int64
             * @description When somebody last held it against the changed product and found it right.
             */
            checked_at: number | null;
            /** @description What is wrong with the newest text under the rules of now. */
            checks: components["schemas"]["Finding"][];
            /** @description The worst finding of the newest version. */
            checks_level: components["schemas"]["Severity"];
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /**
             * Format: int64
             * @description The newest version; 0 when nothing is written yet.
             */
            current: number;
            /** @description From the version before to the newest. */
            diff: components["schemas"]["DiffPiece"][];
            /** @description Until when. */
            due: components["schemas"]["Day"];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The kind's code. */
            kind: string;
            /** @description The rule that its length is held against. */
            limit: components["schemas"]["Limit"] | null;
            /**
             * Format: int64
             * @description The listing it went to.
             */
            listing_id: number | null;
            /** @description `zh-CN`, `en` … */
            locale: string;
            /** @description `CR-20261123-001`. */
            no: string;
            /** @description The product's code and title. */
            product: string | null;
            /**
             * Format: int64
             * @description The product it is about.
             */
            product_id: number | null;
            /**
             * Format: int64
             * @description When it was published.
             */
            published_at: number | null;
            /**
             * Format: int64
             * @description Which version.
             */
            published_version: number | null;
            /** @description Where. */
            published_where: string | null;
            /** @description Who asked. */
            requester: string | null;
            /**
             * Format: int64
             * @description Who asked.
             */
            requester_id: number;
            /**
             * Format: int64
             * @description How often it came back.
             */
            retake_count: number;
            /** @description The product has been changed since the text was approved. */
            stale: components["schemas"]["Stale"] | null;
            /** @description The state. */
            state: string;
            /**
             * Format: int64
             * @description The version submitted last; 0 before.
             */
            submitted: number;
            /**
             * Format: int64
             * @description When.
             */
            submitted_at: number | null;
            /**
             * Format: int64
             * @description Who submitted what is now to be judged.
             */
            submitter_id: number | null;
            /** @description What is asked for, in a line. */
            title: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
            /** @description All versions, newest first. */
            versions: components["schemas"]["VersionView2"][];
            /**
             * Format: int64
             * @description Who let them pass.
             */
            waived_by: number | null;
            /** @description Why a supervisor lets banned words pass. */
            waiver: string | null;
            /** @description Whether this caller may write a version now, and why not. */
            write: components["schemas"]["ActionState"];
        };
        /** @description How many rows each tab has. */
        Counts: {
            /** @description By tab, `all` included. */
            tabs: {
                [key: string]: number;
            };
        };
        /** @description How far the products on sale are covered. */
        CoverageView: {
            /**
             * Format: int64
             * @description Those of them with an approved or published text for the detail page.
             */
            covered: number;
            /** @description The others, by number, 200 at most. */
            missing: components["schemas"]["Bare"][];
            /**
             * Format: int64
             * @description Products with a listing on sale.
             */
            on_sale: number;
        };
        /** @description An ISO 4217 code: three letters, kept in place, because every row with a price has one. */
        Currency: string;
        /**
         * Format: date
         * @description A calendar day, `YYYY-MM-DD`.
         */
        Day: string;
        /** @description One day of one person. */
        DayLoad: {
            /**
             * Format: int64
             * @description Requests due that day.
             */
            count: number;
            /** @description The day. */
            day: components["schemas"]["Day"];
            /**
             * Format: double
             * @description Hours due that day.
             */
            hours: number;
            /** @description More than a day holds. */
            over: boolean;
        };
        /** @description How to read `03/04/2024`. */
        DayOrder: "ask" | "day_first" | "month_first";
        /** @description Which mark stands before the decimals. */
        DecimalMark: "point" | "comma";
        /** @description A product in full. */
        Detail: {
            /** @description What goes with it. */
            accessories: components["schemas"]["AccessoryView"][];
            /** @description What can be done now. */
            actions: components["schemas"]["ActionState"][];
            /** @description Brand. */
            brand: string;
            /** @description How to wash and keep it. */
            care: string;
            /** @description The category with those above it: `女装 › 连衣裙`. */
            category: string | null;
            /**
             * Format: int64
             * @description The leaf category.
             */
            category_id: number | null;
            /** @description The size chart. */
            chart: components["schemas"]["ChartView"] | null;
            /** @description `PD-00001`, or the shop's own. */
            code: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /**
             * Format: int64
             * @description Who made it.
             */
            created_by: number;
            /** @description Who made it. */
            creator: string;
            /** @description What buyers ask. */
            faq: components["schemas"]["Faq"][];
            /** @description Whose accessory it is. */
            fits: components["schemas"]["FitsView"][];
            /** @description What nobody may say of it to a customer or in a text. */
            forbidden_claims: string[];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description What it is made of. */
            material: string;
            /** @description For colleagues. */
            notes: string;
            /** @description Options with their values. */
            options: components["schemas"]["OptionDef"][];
            /** @description Pictures in order. */
            pictures: components["schemas"]["PictureView"][];
            /** @description 2026秋 … */
            season: string;
            /** @description At most five. */
            selling_points: string[];
            /** @description SKUs in the order of the matrix. */
            skus: components["schemas"]["SkuView2"][];
            /** @description A state of the life cycle `product`. */
            state: string;
            /** @description Styles. */
            styles: components["schemas"]["StyleView"][];
            /** @description About the supplier, for the shop only. */
            supplier_note: string;
            /** @description Title. */
            title: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /**
         * @description Whether a piece stands in both texts, only in the new one, or only in the old one.
         * @enum {string}
         */
        DiffOp: "equal" | "insert" | "delete";
        /** @description A piece of a word diff. */
        DiffPiece: {
            /** @description What happened to it. */
            op: components["schemas"]["DiffOp"];
            /** @description The piece. */
            text: string;
        };
        /** @description Two versions and what lies between them. */
        DiffView: {
            /** @description The newer text. */
            new: string;
            /** @description The older text. */
            old: string;
            /** @description What changed. */
            pieces: components["schemas"]["DiffPiece"][];
        };
        /** @description One series of a chart of the preview. */
        Drawn: {
            /** @description A line, in a chart of columns. */
            line: boolean;
            /** @description Its name. */
            name: string;
            /** @description Shares on the right-hand axis, 1 is 100 %. */
            percent: boolean;
            /** @description Columns on top of each other. */
            stacked: boolean;
            /** @description One value a label. */
            values: (number | null)[];
        };
        /** @description One difference. */
        DriftView: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description What. */
            kind: string;
            /**
             * Format: int64
             * @description The listing.
             */
            listing_id: number;
            /** @description Here. */
            ours: string;
            /** @description 商家编码, when it is about one SKU. */
            outer_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            seen_at: number;
            /** @description The shop. */
            shop: string;
            /** @description On the platform. */
            theirs: string;
            /** @description Its title. */
            title: string;
        };
        /** @description Another picture that is the same or nearly the same. */
        Duplicate: {
            /**
             * Format: int64
             * @description When it came in, UTC milliseconds.
             */
            at: number;
            /** @description Not nearly but exactly the same content. */
            exact: boolean;
            /** @description The other file; the same hash when it is an exact double. */
            file: string;
            /** @description As people say it: 与 AR-20261123-001 v3 相同. */
            message: string;
            /** @description Its number. */
            no: string;
            /** @description The file that was looked at. */
            of_file: string;
            /**
             * Format: uint8
             * @description How alike, in percent.
             */
            percent: number;
            /**
             * Format: int64
             * @description The other request.
             */
            request: number;
            /** @description Its state. */
            state: string;
            /** @description Its title. */
            title: string;
            /**
             * Format: int64
             * @description The other version (its id).
             */
            version: number;
            /**
             * Format: int64
             * @description Its number.
             */
            version_no: number;
        };
        /** @description One duty. */
        Duty: {
            /** @description `OS-1`. */
            id: string;
            /** @description The pages that serve it: route and title. Empty: none yet. */
            pages: [
                string,
                string
            ][];
            /** @description The post. */
            post: components["schemas"]["Post"];
            /** @description Its Chinese name. */
            post_title: string;
            /** @description Word for word. */
            text: string;
            /** @description They serve all of it; otherwise a part, and the rest is still done elsewhere. */
            whole: boolean;
        };
        /** @description One way a text file may be encoded. */
        EncodingChoice: {
            /** @description The encoding. */
            encoding: components["schemas"]["TextEncoding"];
            /** @description Its name for people. */
            label: string;
            /** @description The file's first telling lines read that way. */
            preview: string;
        };
        /** @description A refusal: a stable code and reason for programs, a sentence for people. */
        Error: {
            /** @description The kind. */
            code: components["schemas"]["Code"];
            /** @description What a page needs to help: the present row, the allowed actions, the nearest matches. */
            details?: unknown;
            /** @description The input field that it is about. */
            field?: string | null;
            /** @description What is wrong, where, and what to do, in Chinese. */
            message: string;
            /** @description The finer kind, a stable word such as `stale` or `four_eyes`. */
            reason: string;
        };
        /** @description One event in the list. */
        EventRow: {
            /** @description The hat came from an acting cover. */
            acting: boolean;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /**
             * Format: int64
             * @description The bulk operation or import it belongs to.
             */
            batch: number | null;
            /** @description On which device. */
            device: string;
            /** @description The thing's kind; empty for a refusal. */
            entity: string;
            /**
             * Format: int64
             * @description The thing.
             */
            entity_id: number | null;
            /**
             * @description What that is called.
             * @default
             */
            entity_label: string;
            /**
             * Format: uint
             * @description How many fields changed.
             * @default 0
             */
            field_count: number;
            /**
             * @description Field by field, without what the caller may not see; the first few.
             * @default []
             */
            readonly fields: components["schemas"]["FieldChange"][];
            /**
             * Format: int64
             * @description Position in the chain.
             */
            id: number;
            /** @description The operation. */
            op: string;
            /**
             * @description What it is called.
             * @default
             */
            op_label: string;
            /** @description Under which hat: a post's code; empty for nobody's. */
            post: string;
            /** @description Why, in the person's words; for a refusal its sentence. */
            reason: string | null;
            /** @description Refused: the finer reason. */
            refused: string | null;
            /** @description `ui`, `cli`, `import`, `rule`. */
            source: string;
            /**
             * Format: int64
             * @description Who; 0 is the program itself.
             */
            staff_id: number;
            /** @description Their name at the time. */
            staff_name: string;
        };
        /** @description One event. */
        EventView: {
            /** @description On which device. */
            device: string;
            /** @description The thing's kind; empty for a refusal. */
            entity: string;
            /**
             * Format: int64
             * @description The thing.
             */
            entity_id: number | null;
            /** @description What that is called. */
            entity_label: string;
            /** @description Its own. */
            hash: string;
            /** @description Its own hash still fits its content, and the event before still has the hash it names. */
            intact: boolean;
            /** @description As a thing's history shows it. */
            line: components["schemas"]["HistoryLine"];
            /** @description The hash of the event before. */
            prev_hash: string;
            /** @description Refused: the finer reason. */
            refused: string | null;
            /** @description `ui`, `cli`, `import`, `rule`. */
            source: string;
        };
        /** @description The choices of the trail's filters: code and Chinese name. */
        FacetsView: {
            /** @description Kinds of things. */
            entities: [
                string,
                string
            ][];
            /** @description Operations that change something. */
            operations: [
                string,
                string
            ][];
        };
        /** @description What a file is, as the shop keeps it. */
        Facts: {
            /** @description Transparent somewhere. Known from the pixels once decoded, from the header otherwise. */
            alpha: boolean;
            /** @description More than one frame. */
            animated: boolean;
            /**
             * Format: uint64
             * @description Size in bytes.
             */
            bytes: number;
            /** @description Colour mode. */
            colour: components["schemas"]["ColourMode"] | null;
            /**
             * Format: uint8
             * @description Bits a channel.
             */
            depth: number | null;
            /** @description Carries EXIF. */
            exif: boolean;
            /** @description Real format. */
            format: components["schemas"]["Format"];
            /** @description EXIF says where it was taken. */
            gps: boolean;
            /** @description BLAKE3 of the content, 64 hexadecimal digits. */
            hash: string;
            /**
             * Format: uint32
             * @description Height as seen.
             */
            height: number | null;
            /** @description How the shop treats it. */
            kind: components["schemas"]["FileKind"];
            /** @description Media type. */
            mime: string;
            /**
             * Format: uint8
             * @description EXIF orientation, 1 when upright.
             */
            orientation: number;
            /** @description A preview could be made. */
            preview: boolean;
            /** @description Sentences for the person who brought it: a lying extension, CMYK, GPS, no preview ... */
            warnings: string[];
            /**
             * Format: uint32
             * @description Width as seen (orientation applied); `None` when it is not a picture.
             */
            width: number | null;
        };
        /** @description One that did not go through. */
        Failed: {
            /**
             * Format: int64
             * @description Which.
             */
            id: number;
            /** @description Why. */
            message: string;
        };
        /** @description One that was not changed. */
        Failed2: {
            /**
             * Format: int64
             * @description Which.
             */
            id: number;
            /** @description Why. */
            message: string;
        };
        /** @description A try that failed. */
        Failed3: {
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /** @description Why, in a sentence. */
            message: string;
        };
        /** @description A question that buyers ask, and the answer. */
        Faq: {
            /** @description The answer. */
            a: string;
            /** @description The question. */
            q: string;
        };
        /** @description Money in 分 in the database, an amount with its currency on the wire. */
        Fen: {
            /**
             * Format: int64
             * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
             */
            amount: number;
            /** @description The currency. */
            currency: components["schemas"]["Currency"];
        };
        /** @description An amount of 分 in a column; money of the shop's books on the wire. */
        Fen2: {
            /**
             * Format: int64
             * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
             */
            amount: number;
            /** @description The currency. */
            currency: components["schemas"]["Currency"];
        };
        /** @description What a column of a product or listing table means. */
        Field: "code" | "title" | "subtitle" | "category_id" | "category" | "brand" | "price" | "market_price" | "cost" | "stock" | "barcode" | "sku_code" | "platform_item_id" | "platform_sku_id" | "asin" | "sku_option" | "sku_options" | "weight_g" | "weight_kg" | "unit" | "pictures" | "description" | "status" | "attribute" | "extra" | "ignore";
        /** @description Columns that some posts may not see. */
        Field2: "cost" | "buyer_phone";
        /** @description One field's change. */
        FieldChange: {
            /** @description The column. */
            field: string;
            /** @description Its Chinese name. */
            label: string;
            /** @description After. */
            new: unknown;
            /** @description Before. */
            old: unknown;
        };
        /** @description A meaning that a column can have. */
        FieldName: {
            /** @description Its code. */
            field: components["schemas"]["Field"];
            /** @description Its Chinese name. */
            label: string;
        };
        /** @description One figure of the preview. */
        Figure: {
            /** @description How it is made. */
            explain: string;
            /** @description A share, 1 is 100 %. */
            percent: boolean;
            /** @description Its name. */
            title: string;
            /**
             * Format: double
             * @description `None`: there is no such figure (a ratio over zero).
             */
            value: number | null;
        };
        /** @description A file as briefs and versions show it. */
        FileBrief: {
            /**
             * Format: int64
             * @description Bytes.
             */
            bytes: number;
            /** @description Its hash. */
            hash: string;
            /**
             * Format: int64
             * @description Pixels.
             */
            height: number | null;
            /** @description `image`, `source` … */
            kind: string;
            /** @description Media type. */
            mime: string;
            /** @description The name it came with. */
            name: string;
            /**
             * Format: int64
             * @description Pixels.
             */
            width: number | null;
        };
        /** @description What is known of a stored file. */
        FileFacts: {
            /**
             * Format: int64
             * @description Size in bytes.
             */
            bytes: number;
            /** @description Everything the header says. */
            facts: components["schemas"]["Facts"];
            /** @description BLAKE3 of the content. */
            hash: string;
            /**
             * Format: int64
             * @description Pixels, for pictures, as seen.
             */
            height: number | null;
            /** @description `image`, `source`, `document`, `sheet`, `archive`, `text`, `video`, `other`. */
            kind: string;
            /** @description How it looks (perceptual hash), for pictures. */
            likeness: string | null;
            /** @description Ground, subject, sharpness, for pictures with a preview. */
            measures: components["schemas"]["Measures"] | null;
            /** @description The real type, by content. */
            mime: string;
            /** @description The name it came with (the first time). */
            name: string;
            /** @description What a person should know: the extension lies, CMYK, GPS inside … */
            warnings: string[];
            /**
             * Format: int64
             * @description Pixels, for pictures, as seen.
             */
            width: number | null;
        };
        /** @description How the shop treats a file. */
        FileKind: "image" | "source" | "document" | "sheet" | "archive" | "text" | "video" | "other" | "refused";
        /** @description A filter of a report. */
        FilterView: {
            /** @description What can be chosen. */
            choices: components["schemas"]["Choice"][];
            /** @description The field of [`Filters`]. */
            key: string;
            /** @description Its Chinese name. */
            title: string;
        };
        /** @description One finding of a check. */
        Finding: {
            /** @description Where: first character and the one after the last. */
            at: [
                number,
                number
            ] | null;
            /** @description `empty`, `length`, `emoji`, `invisible`, `word`, `points`, `figure`, `duplicate`. */
            code: string;
            /** @description What is wrong and what to do. */
            message: string;
            /** @description How bad. */
            severity: components["schemas"]["Severity"];
            /** @description Whether a supervisor may let it pass with a reason. */
            waivable: boolean;
        };
        /** @description A product that this one is an accessory of. */
        FitsView: {
            /** @description Its code. */
            code: string;
            /**
             * Format: int64
             * @description The product.
             */
            product_id: number;
            /** @description `included`, `optional`, `replacement`. */
            relation: string;
            /** @description Which of our SKUs. */
            sku: string;
            /** @description Its title. */
            title: string;
        };
        /**
         * @description The real format of a file.
         * @enum {string}
         */
        Format: "jpeg" | "png" | "gif" | "webp" | "bmp" | "tiff" | "psd" | "ai" | "eps" | "pdf" | "svg" | "heic" | "avif" | "raw" | "font" | "mp4" | "mov" | "avi" | "mkv" | "docx" | "doc" | "pptx" | "ppt" | "xlsx" | "xls" | "csv" | "text" | "markdown" | "html" | "css" | "json" | "xml" | "zip" | "rar" | "seven_zip" | "gzip" | "other";
        /** @description Something found. */
        Found: {
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /** @description `product`, `sku`, `listing`, `price_change`, `asset`, `copy`, `campaign`, `staff`. */
            kind: string;
            /** @description The page that shows it. */
            route: string;
            /** @description Its number and place. */
            subtitle: string;
            /** @description The hash of its picture. */
            thumb: string | null;
            /** @description What it is called. */
            title: string;
        };
        /** @description One thing that the gate looks at. */
        GateCheck: {
            /**
             * Format: int64
             * @description When.
             * @default null
             */
            at: number | null;
            /**
             * @description Who answered for it, where a person has to.
             * @default null
             */
            by: string | null;
            /** @description What the shop's data says. */
            detail: string;
            /** @description `price`, `assets`, `copy`, `milestones`, `stock`, `roster`. */
            key: string;
            /**
             * @description Whether this caller may answer for it now.
             * @default false
             */
            may_tick: boolean;
            /** @description How it stands. */
            state: components["schemas"]["GateState"];
            /** @description In Chinese. */
            title: string;
            /**
             * @description What to do about it.
             * @default
             */
            todo: string;
        };
        /** @description How one thing at the gate stands. */
        GateState: "pass" | "fail" | "warn" | "confirm";
        /** @description One personal right. */
        GrantView: {
            /** @description The right. */
            cell: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The module. */
            module: components["schemas"]["Module"];
            /** @description Their name. */
            name: string;
            /** @description Why. */
            reason: string;
            /**
             * Format: int64
             * @description Who.
             */
            staff_id: number;
            /** @description The last day it holds. */
            until: components["schemas"]["Day"];
        };
        /** @description A product in a shop. */
        GridCell: {
            /**
             * Format: int64
             * @description Basis points.
             */
            completeness_bp: number;
            /** @description The currency. */
            currency: string;
            /**
             * Format: int64
             * @description The listing.
             */
            listing_id: number;
            /** @description The lowest price of its SKUs. */
            price: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description The product.
             */
            product_id: number;
            /**
             * Format: int64
             * @description On sale.
             */
            qty: number;
            /**
             * Format: int64
             * @description The shop.
             */
            shop_id: number;
            /** @description A state of the life cycle `listing`. */
            state: string;
            /** @description Under a violation. */
            violation: boolean;
        };
        /** @description A page of the grid. */
        GridPage: {
            /**
             * Format: int64
             * @description What to ask next; nothing at the end.
             */
            next: number | null;
            /** @description Products, the newest first. */
            rows: components["schemas"]["GridRow"][];
        };
        /** @description A product with its listings. */
        GridRow: {
            /** @description Its listings. */
            cells: components["schemas"]["GridCell"][];
            /** @description Its number. */
            code: string;
            /** @description Its first picture. */
            picture: string | null;
            /**
             * Format: int64
             * @description The product.
             */
            product_id: number;
            /** @description Its title. */
            title: string;
        };
        /** @description One guess which request a file belongs to. */
        Guess: {
            /**
             * Format: uint8
             * @description 0 to 100; from 80 on it may be taken without asking.
             */
            confidence: number;
            /** @description Its number. */
            no: string;
            /** @description Why, in words. */
            reason: string;
            /**
             * Format: int64
             * @description The request.
             */
            request: number;
            /** @description Its state. */
            state: string;
            /** @description Its title. */
            title: string;
        };
        /** @description A hat as sessions show it. */
        HatView: {
            /**
             * Format: int64
             * @description The acting cover that gives it.
             */
            acting: number | null;
            /** @description The post. */
            post: components["schemas"]["Post"];
            /** @description Its Chinese name. */
            title: string;
        };
        /** @description One post of a person. */
        HeldPost: {
            /** @description The post. */
            post: components["schemas"]["Post"];
            /** @description Since when. */
            since: components["schemas"]["Day"];
        };
        /** @description One line of a thing's history, as a page shows it. */
        HistoryLine: {
            /** @description The hat came from an acting cover. */
            acting: boolean;
            /** @description The operation. */
            action: string;
            /** @description What it is called. */
            action_label: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /**
             * Format: int64
             * @description The bulk operation it belongs to.
             */
            batch: number | null;
            /** @description Who. */
            by: string;
            /** @description Field by field. */
            changes: components["schemas"]["FieldChange"][];
            /** @description Life cycle: from. */
            from_state: string | null;
            /** @description Under which hat: a post's code. */
            hat: string | null;
            /** @description Why. */
            reason: string | null;
            /**
             * Format: int64
             * @description Position in the chain.
             */
            seq: number;
            /** @description Life cycle: to. */
            to_state: string | null;
        };
        /** @description Somebody who holds a post. */
        Holder: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Name. */
            name: string;
        };
        /** @description One import in the list. */
        ImportRow: {
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /**
             * Format: int64
             * @description Records that cannot be imported.
             */
            bad: number;
            /** @description Who. */
            by: string;
            /** @description The table in it. */
            document: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            ended_at: number | null;
            /** @description BLAKE3 of the file. */
            file: string;
            /** @description The format's code; empty when it was not recognised. */
            format: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description `products`, `listings` or empty. */
            kind: string;
            /** @description The file's name. */
            name: string;
            /**
             * Format: int64
             * @description Records that make something new.
             */
            new: number;
            /** @description `IM-20261123-001` */
            no: string;
            /** @description Why the whole table cannot be imported. */
            refused: string | null;
            /** @description The shop's name, or empty. */
            shop: string;
            /** @description `previewed`, `committed`, `undone`, `discarded`. */
            state: string;
            /**
             * Format: int64
             * @description Records that change nothing.
             */
            unchanged: number;
            /**
             * Format: int64
             * @description Records that change something.
             */
            updated: number;
            /**
             * Format: int64
             * @description Records with something to look at.
             */
            warned: number;
        };
        /** @description An import. */
        ImportView: {
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /** @description The same table was imported before. */
            before: components["schemas"]["Before"] | null;
            /** @description Who. */
            by: string;
            /** @description What was chosen. */
            choices: components["schemas"]["Choices"];
            /** @description How many records of each kind. */
            counts: components["schemas"]["ClassCounts"];
            /** @description The table in it. */
            document: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            ended_at: number | null;
            /** @description Sheets, encoding, where the header stands; none for a file that is no table. */
            facts: components["schemas"]["TableLook"] | null;
            /** @description The meanings a column can have. */
            fields: components["schemas"]["FieldName"][];
            /** @description BLAKE3 of the file. */
            file: string;
            /** @description The format's code; empty when it was not recognised. */
            format: string;
            /** @description What people call it. */
            format_label: string;
            /** @description The names of the columns. */
            header: string[];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description `products`, `listings` or empty. */
            kind: string;
            /** @description I may go on with it. */
            mine: boolean;
            /** @description The file's name. */
            name: string;
            /** @description Its number. */
            no: string;
            /** @description Things to know about the whole table. */
            notes: string[];
            /**
             * Format: int64
             * @description The saved map it was read with.
             */
            profile_id: number | null;
            /**
             * Format: int64
             * @description The map's version then.
             */
            profile_version: number | null;
            /** @description Why the whole table cannot be imported. */
            refused: string | null;
            /** @description `needs_map`, `needs_shop`, `other_report` … */
            refused_reason: string | null;
            /** @description The first records of each kind. */
            rows: components["schemas"]["RowView"][];
            /**
             * Format: int64
             * @description Rows that can be imported.
             */
            rows_ok: number;
            /** @description The first rows, with their numbers. */
            sample: [
                number,
                string[]
            ][];
            /**
             * Format: int64
             * @description The shop.
             */
            shop_id: number | null;
            /** @description `previewed`, `committed`, `undone`, `discarded`. */
            state: string;
            /** @description The map that the names suggest. */
            suggested: components["schemas"]["ColumnMap"] | null;
        };
        /** @description Something to do better next time. */
        ImprovementView: {
            /**
             * Format: int64
             * @description When it was done.
             */
            done_at: number | null;
            /** @description By whom. */
            done_by: string | null;
            /** @description Until when. */
            due: components["schemas"]["Day"];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The post that does it. */
            owner_post: components["schemas"]["Post"];
            /** @description What. */
            text: string;
        };
        /** @description A listing that was found by its number on the platform. */
        ItemHit: {
            /**
             * Format: int64
             * @description The listing.
             */
            listing_id: number;
            /**
             * Format: int64
             * @description Its product.
             */
            product_id: number;
            /** @description The shop's name. */
            shop: string;
            /** @description A state of the life cycle `listing`. */
            state: string;
            /** @description Its title. */
            title: string;
        };
        /** @description A product of a campaign. */
        ItemView: {
            /** @description The price is below the floor. */
            below: boolean;
            /** @description Its code. */
            code: string;
            /** @description The lowest price without a supervisor's word. */
            floor: (components["schemas"]["Fen"] | null) | "***";
            /** @description Why the price may be so low. */
            floor_note: string;
            /** @description How the floor comes about. */
            how: string | "***";
            /** @description The channels without a rate that it is sold on: there nobody can tell whether the price is too low. */
            no_rate: string[];
            /** @description The lowest price it has now in the campaign's shops. */
            normal: components["schemas"]["Fen"] | null;
            /** @description What it sells for now, shop by shop. */
            offers: components["schemas"]["Offer"][];
            /** @description The hash of its first picture. */
            picture: string | null;
            /** @description The price in the campaign. */
            price: components["schemas"]["Fen"];
            /**
             * Format: int64
             * @description The product.
             */
            product_id: number;
            /** @description Its state. */
            state: string;
            /** @description Its title. */
            title: string;
        };
        /** @description One SKU of a price change. */
        ItemView2: {
            /** @description The lowest price without approval. */
            floor: (components["schemas"]["Money"] | null) | "***";
            /** @description How the floor came about. */
            floor_sum: (string | null) | "***";
            /**
             * Format: int64
             * @description The listing's SKU.
             */
            listing_sku_id: number;
            /** @description After. */
            new: components["schemas"]["Money"];
            /** @description Before. */
            old: components["schemas"]["Money"];
            /** @description 商家编码. */
            sku: string;
        };
        /** @description A job as the progress centre shows it. */
        JobView: {
            /**
             * Format: uint64
             * @description Steps done.
             */
            done: number;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            ended_at: number | null;
            /** @description Why it failed. */
            error: components["schemas"]["Error"] | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description `export`, `import`, `backup` … */
            kind: string;
            /** @description What it made. */
            result: unknown;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            started_at: number;
            /** @description `running`, `done`, `failed`, `cancelled`. */
            state: string;
            /** @description What it does, in Chinese. */
            title: string;
            /**
             * Format: uint64
             * @description Steps in all; 0 while unknown.
             */
            total: number;
            /** @description What a step is: 行, 个文件. */
            unit: string;
        };
        /** @description What the records of a file are. */
        Kind: "products" | "listings";
        /** @description What the last campaign of the same kind left to do better. */
        Lessons: {
            /**
             * Format: int64
             * @description That campaign.
             */
            campaign_id: number;
            /** @description What was to be done better. */
            improvements: components["schemas"]["ImprovementView"][];
            /** @description Its name. */
            title: string;
        };
        /** @description How bad. */
        Level: "green" | "amber" | "red";
        /** @description How far a right reaches. Each level includes the ones before it. */
        Level2: "none" | "read" | "write" | "approve";
        /** @description The table as the wire and the help page show it. */
        LifecycleView: {
            /** @description The entity. */
            name: string;
            /** @description Its states. */
            states: components["schemas"]["State"][];
            /** @description Its steps. */
            steps: components["schemas"]["StepView"][];
            /** @description Its Chinese title. */
            title: string;
        };
        /** @description How long a text may be on a channel, and whether emoji may stand in it. */
        Limit: {
            /** @description The channel. */
            channel: string;
            /** @description Its Chinese name. */
            channel_title: string;
            /** @description What an emoji is here. */
            emoji: components["schemas"]["Severity"];
            /** @description The kind of text. */
            kind: string;
            /**
             * Format: uint
             * @description At most.
             */
            max: number;
            /**
             * Format: uint
             * @description At least.
             */
            min: number;
            /** @description For selling points, where the channel has a say: how many, and how long each. */
            points: components["schemas"]["Points"] | null;
            /** @description How it counts. */
            unit: components["schemas"]["Unit"];
        };
        /** @description One rule of length. */
        LimitView: {
            /** @description The channel. */
            channel: string;
            /** @description What an emoji is here. */
            emoji: components["schemas"]["Severity"];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The kind's code. */
            kind: string;
            /**
             * Format: int64
             * @description At most.
             */
            max: number;
            /**
             * Format: int64
             * @description At least.
             */
            min: number;
            /** @description How it counts. */
            unit: components["schemas"]["Unit"];
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description One amount limit. */
        LimitView2: {
            /**
             * Format: int64
             * @description 分, or basis points where the code ends in `_bp`.
             */
            amount: number;
            /** @description What kind of decision. */
            code: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The post. */
            post: components["schemas"]["Post"];
            /** @description In Chinese. */
            title: string;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description One listing in the list. Short words are kept in place: a page of rows asks the heap for little. */
        ListingRow: {
            /** @description Category on the platform. */
            category: string;
            /** @description Its name. */
            channel: string;
            /**
             * Format: int64
             * @description The channel.
             */
            channel_id: number;
            /**
             * Format: int64
             * @description Basis points.
             */
            completeness_bp: number;
            /** @description The currency. */
            currency: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The platform's number. */
            item_id: string;
            /** @description 划线价. */
            list_price: components["schemas"]["Money"] | null;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            live_at: number | null;
            /** @description The first picture. */
            picture: string | null;
            /** @description The lowest price of its SKUs. */
            price: components["schemas"]["Money"];
            /** @description Its number. */
            product_code: string;
            /**
             * Format: int64
             * @description The product.
             */
            product_id: number;
            /**
             * Format: int64
             * @description On sale, all SKUs.
             */
            qty: number;
            /** @description Its name. */
            shop: string;
            /**
             * Format: int64
             * @description The shop.
             */
            shop_id: number;
            /**
             * Format: int64
             * @description How many SKUs.
             */
            sku_count: number;
            /** @description A state of the life cycle `listing`. */
            state: string;
            /** @description Title. */
            title: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
            /** @description Under a violation. */
            violation: boolean;
            /** @description Something waits to be changed on the platform. */
            waiting: boolean;
        };
        /** @description One listing as its page shows it. */
        ListingView: {
            /** @description What can be done now. */
            actions: components["schemas"]["ActionState"][];
            /** @description May set 控价 and approve prices. */
            approves: boolean;
            /** @description Attributes the category asks for. */
            attributes: {
                [key: string]: string;
            };
            /**
             * Format: int64
             * @description The longest selling point; 0: not limited by the channel.
             */
            bullet_max: number;
            /** @description Selling points. */
            bullets: string[];
            /**
             * Format: int64
             * @description The most selling points the channel takes; 0: as many as one likes, up to 20.
             */
            bullets_max: number;
            /** @description Category. */
            category: string;
            /** @description Price changes that are not over. */
            changes: components["schemas"]["ChangeBrief"][];
            /** @description Its name. */
            channel: string;
            /**
             * Format: int64
             * @description The channel.
             */
            channel_id: number;
            /**
             * Format: int64
             * @description Basis points.
             */
            completeness_bp: number;
            /** @description 控价: never below without approval. */
            control_price: components["schemas"]["Money"] | null;
            /** @description The currency. */
            currency: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            delisted_at: number | null;
            /** @description Text of the detail page. */
            detail: string;
            /** @description Freight template. */
            freight: string;
            /** @description What prices were and became, newest first. */
            history: components["schemas"]["PriceLine"][];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The platform's number. */
            item_id: string;
            /** @description Keywords. */
            keywords: string;
            /** @description 划线价. */
            list_price: components["schemas"]["Money"] | null;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            live_at: number | null;
            /** @description The first picture. */
            picture: string | null;
            /** @description What it needs, point by point. */
            points: components["schemas"]["Point"][];
            /** @description Presale: when it ships. */
            presale_on: string | null;
            /** @description The lowest price of its SKUs. */
            price: components["schemas"]["Money"];
            /** @description May propose prices. */
            prices_writable: boolean;
            /** @description Its number. */
            product_code: string;
            /**
             * Format: int64
             * @description The product.
             */
            product_id: number;
            /** @description Its title. */
            product_title: string;
            /**
             * Format: int64
             * @description On sale.
             */
            qty: number;
            /** @description `domestic` or `overseas`. */
            region: string;
            /** @description Its name. */
            shop: string;
            /**
             * Format: int64
             * @description The shop.
             */
            shop_id: number;
            /** @description SKUs. */
            skus: components["schemas"]["SkuView"][];
            /** @description Slots of the channel with the pictures in them. */
            slots: components["schemas"]["SlotView"][];
            /** @description State. */
            state: string;
            /**
             * Format: int64
             * @description How much of the stock this shop may sell.
             */
            stock_alloc: number | null;
            /** @description Second line. */
            subtitle: string;
            /** @description Title. */
            title: string;
            /** @description The unit, as the channel's profile has it. */
            title_counts: components["schemas"]["Unit"];
            /**
             * Format: uint
             * @description Its length in the channel's unit.
             */
            title_length: number;
            /**
             * Format: int64
             * @description The most the channel takes.
             */
            title_max: number;
            /** @description The unit, in words. */
            title_unit: string;
            /** @description What the platform may not take although it can be typed. */
            title_warnings: string[];
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
            /** @description Under a violation. */
            violation: boolean;
            /** @description Which. */
            violation_note: string;
            /** @description What waits to be changed on the platform. */
            waiting: components["schemas"]["WaitingView"][];
            /** @description May change title and copy. */
            words_writable: boolean;
            /** @description May change everything of it (and not only the words). */
            writable: boolean;
        };
        /** @description A campaign was made. */
        Made: {
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /** @description Its number. */
            no: string;
            /**
             * Format: int64
             * @description Its version for the next save.
             */
            version: number;
        };
        /** @description A request was made. */
        Made2: {
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /** @description Its number. */
            no: string;
            /**
             * Format: int64
             * @description Its version for the next save.
             */
            version: number;
        };
        /** @description What was made. */
        Made3: {
            /** @description Its code. */
            code: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
        };
        /** @description One that was made. */
        MadeRow: {
            /** @description Who made it. */
            by: string;
            /**
             * Format: int64
             * @description Size.
             */
            bytes: number;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /** @description SHA-256 of the data. */
            digest: string;
            /** @description Why it was not finished. */
            error: string;
            /** @description The file's hash; absent until it is there. */
            file: string | null;
            /** @description Its filters in words. */
            filters: string;
            /** @description The first day, for reports. */
            from_day: string | null;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * Format: int64
             * @description The job.
             */
            job_id: number | null;
            /** @description `R16`, `R19`, `list`. */
            kind: string;
            /** @description The file's name. */
            name: string;
            /** @description Its number. */
            no: string;
            /**
             * Format: int64
             * @description Data rows.
             */
            rows: number;
            /** @description `running`, `done`, `failed`, `cancelled`. */
            state: string;
            /** @description Its title. */
            title: string;
            /** @description The last day, for reports. */
            to_day: string | null;
        };
        /** @description What became of many. */
        Many: {
            /**
             * Format: int64
             * @description The batch, to undo it.
             */
            batch: number;
            /** @description These did not. */
            failed: components["schemas"]["Failed"][];
            /** @description These went through. */
            ok: number[];
        };
        /** @description One milestone of a template. */
        Mark: {
            /**
             * Format: int64
             * @description So many days before the start; negative after it.
             */
            offset_days: number;
            /** @description Who sees to it. */
            owner_post: components["schemas"]["Post"];
            /** @description Its name. */
            title: string;
        };
        /** @description What one file name may belong to. */
        Matched: {
            /** @description Guesses, the best first; empty when nothing fits. */
            guesses: components["schemas"]["Guess"][];
            /** @description The file's name. */
            name: string;
        };
        /** @description What the matrix did. */
        MatrixDone: {
            /**
             * Format: uint
             * @description How many were there already.
             */
            kept: number;
            /** @description SKUs made. */
            made: number[];
            /** @description SKUs that no combination names any more; they can be stopped. */
            outside: number[];
            /**
             * Format: int64
             * @description The product's version now.
             */
            version: number;
        };
        /** @description The matrix with its titles. */
        MatrixView: {
            /** @description The cells. */
            cells: components["schemas"]["CellView"][];
            /** @description Module codes with their Chinese names, in order. */
            modules: [
                string,
                string
            ][];
            /** @description Post codes with their Chinese names, in order. */
            posts: [
                string,
                string
            ][];
        };
        /** @description The session. */
        MeView: {
            /** @description Hats. */
            hats: components["schemas"]["HatView"][];
            /**
             * Format: int64
             * @description The window locks after so many minutes without a key or a click; 0: never.
             */
            lock_after_min: number;
            /** @description The password was given by somebody else and works only for choosing a new one. */
            must_change_password: boolean;
            /** @description The union of the hats' rights, by module. */
            rights: {
                [key: string]: components["schemas"]["Right"];
            };
            /** @description Columns not for everybody that I may see. */
            sees: components["schemas"]["Field2"][];
            /** @description The shop. */
            shop: components["schemas"]["ShopView"];
            /** @description Who. */
            staff: components["schemas"]["Person"];
        };
        /** @description What was measured. */
        Measures: {
            /**
             * Format: float
             * @description Mean brightness, 0 to 255.
             */
            mean: number;
            /**
             * Format: float
             * @description Variance of the Laplacian of brightness at 320 pixels' longer side. A sharp product picture has
             *     150 and more; below [`BLURRED`] it looks soft even as a thumbnail.
             */
            sharpness: number;
            /**
             * @description The box around everything that stands out from the ground; `None` when the ground is not
             *     even (a scene) or nothing stands out.
             */
            subject: components["schemas"]["Subject"] | null;
            /**
             * Format: float
             * @description Share of border pixels (the outermost 1 %, at least one pixel) with every channel ≥ 250.
             */
            white_border: number;
        };
        /** @description A milestone of a campaign. */
        MilestoneView: {
            /**
             * Format: int64
             * @description When it was done.
             */
            done_at: number | null;
            /** @description By whom. */
            done_by: string | null;
            /** @description Until when. */
            due: components["schemas"]["Day"];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description How far it is. */
            note: string;
            /**
             * Format: int64
             * @description Days before the start.
             */
            offset_days: number;
            /** @description The post that sees to it. */
            owner_post: components["schemas"]["Post"];
            /** @description Its name. */
            title: string;
        };
        /**
         * @description The areas that rights are given for.
         * @enum {string}
         */
        Module: "people" | "acting_cover" | "recruiting" | "appraisal" | "personnel_requests" | "tasks" | "goals" | "products" | "development" | "launch" | "suppliers" | "purchasing" | "receiving" | "payments" | "stock" | "stock_count" | "replenishment" | "listings_domestic" | "listings_overseas" | "orders_domestic" | "orders_overseas" | "after_sales" | "service" | "roster" | "assets" | "copy" | "shoots" | "content" | "campaigns" | "ads" | "research" | "issues" | "expenses" | "margin" | "reports" | "sop" | "rules" | "imports" | "audit" | "system";
        /** @description An amount in minor units (分 for CNY) of one currency. */
        Money: {
            /**
             * Format: int64
             * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
             */
            amount: number;
            /** @description The currency. */
            currency: components["schemas"]["Currency"];
        };
        /** @description A file that did not go in. */
        NotAdded: {
            /** @description The file. */
            file: string;
            /** @description Why not. */
            message: string;
            /** @description Its name. */
            name: string;
            /** @description The finer kind of refusal. */
            reason: string;
            /**
             * Format: int64
             * @description The request it was meant for.
             */
            request: number;
        };
        /** @description A listing that did not get the text. */
        NotPublished: {
            /**
             * Format: int64
             * @description The listing.
             */
            id: number;
            /** @description Why not. */
            message: string;
            /** @description The finer kind of refusal. */
            reason: string;
        };
        /** @description A listing that did not get the picture. */
        NotPut: {
            /**
             * Format: int64
             * @description The listing.
             */
            id: number;
            /** @description Why not. */
            message: string;
            /** @description The finer kind of refusal. */
            reason: string;
        };
        /** @description One of them. The page has its words. */
        Notice: {
            /**
             * Format: int64
             * @description Since when, or the record it is measured by: UTC milliseconds.
             */
            at: number | null;
            /**
             * Format: int64
             * @description So many days.
             */
            days: number | null;
            /** @description `clock_behind`, `clock_ahead`, `backup_failed`, `backup_none` or `backup_old`. */
            key: string;
            /** @description Why, in a sentence. */
            why: string | null;
        };
        /** @description All there is to tell. */
        NoticesView: {
            /** @description Most urgent first. */
            notices: components["schemas"]["Notice"][];
            /**
             * Format: int64
             * @description The time on the machine that keeps the shop, UTC milliseconds.
             */
            now: number;
        };
        /** @description What a product sells for in one shop. */
        Offer: {
            /**
             * Format: int64
             * @description The listing.
             */
            listing_id: number;
            /** @description Its price, in its own currency. */
            price: components["schemas"]["Money"];
            /** @description The shop's name. */
            shop: string;
            /** @description The listing's state. */
            state: string;
        };
        /** @description A password that is shown once. */
        OneTimePassword: {
            /** @description It; kept nowhere but as a hash. */
            password: string;
        };
        /** @description One option of a product with all its values: 颜色 with 黑、白. */
        OptionDef: {
            /** @description 颜色, 尺码 … */
            name: string;
            /** @description Its values, in order. */
            values: string[];
        };
        /** @description The value that a SKU has of one option. */
        OptionValue: {
            /** @description 颜色 */
            name: string;
            /** @description 黑 */
            value: string;
        };
        /** @description A file that was dropped together with the table. */
        PackFile: {
            /**
             * @description The stored file.
             * @default null
             */
            file: string | null;
            /** @description Its name as the table says it: `1a2b….tbi`. */
            name: string;
            /**
             * @description Why it was not stored, when it was not: the rows that name it say so.
             * @default null
             */
            refused: string | null;
        };
        /** @description What was filed, and what had been before. */
        PackFiled: {
            /**
             * Format: uint
             * @description Had been filed before and were left alone.
             */
            existed: number;
            /** @description Filed now. */
            filed: components["schemas"]["PackPiece"][];
        };
        /** @description One line of an asset pack. */
        PackItem: {
            /** @description What is asked for. */
            asset_kind: components["schemas"]["AssetKind"];
            /**
             * Format: uint32
             * @description How many of it.
             */
            count: number;
            /** @description Its code inside the template; what was filed is known by it. */
            key: string;
            /**
             * Format: int64
             * @description So many days before the start.
             */
            offset_days: number;
            /**
             * @description So many for each product of the campaign rather than for the campaign.
             * @default false
             */
            per_product: boolean;
            /**
             * @description The slot's code, where it has one.
             * @default null
             */
            slot: string | null;
            /**
             * @description Sizes and rules in words.
             * @default
             */
            specs: string;
            /** @description Its name. */
            title: string;
        };
        /** @description One piece of a campaign's asset pack. */
        PackPiece: {
            /** @description Who works on it. */
            assignee: string | null;
            /** @description Until when: counted back from the start. */
            due: components["schemas"]["Day"];
            /**
             * @description What it is known by: the template's line and the count; empty when it was asked for apart
             *     from the pack.
             */
            item: string;
            /** @description What is asked for, as its own desk calls it. */
            kind: string;
            /** @description In Chinese. */
            kind_title: string;
            /** @description That day has already gone by; it is filed for today. */
            late: boolean;
            /**
             * Format: int64
             * @description The one product that it is for.
             */
            product_id: number | null;
            /**
             * Format: int64
             * @description The request, when it has been filed.
             */
            request_id: number | null;
            /** @description Its number. */
            request_no: string | null;
            /** @description Its state. */
            request_state: string | null;
            /** @description Its slot. */
            slot: string | null;
            /** @description A picture or a text. */
            sort: components["schemas"]["PieceSort"];
            /** @description Sizes and rules in words; for a text what it has to say. */
            specs: string;
            /** @description The hash of the newest picture. */
            thumb: string | null;
            /** @description Its name. */
            title: string;
        };
        /** @description A page of a list. */
        Page: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["AssetRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page10: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["MadeRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page11: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["StaffRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page12: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["SyncRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page2: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["EventRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page3: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["CampaignRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page4: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["CopyRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page5: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["WordRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page6: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["ImportRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page7: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["ListingRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page8: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["ChangeRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A page of a list. */
        Page9: {
            /** @description The cursor of the next page; absent at the end. */
            next: string | null;
            /** @description The rows. */
            rows: components["schemas"]["ProductRow"][];
            /**
             * Format: uint
             * @description How many rows there are in all, where this page shows them all; more are counted by `counts`.
             */
            total: number | null;
        };
        /** @description A person as sessions show them. */
        Person: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Login. */
            login: string;
            /** @description Name. */
            name: string;
            /** @description Own posts. */
            posts: components["schemas"]["Post"][];
        };
        /** @description What one person has to do. */
        PersonLoad: {
            /** @description Day by day. */
            days: components["schemas"]["DayLoad"][];
            /** @description The first day with room, if any in the range. */
            free_on: components["schemas"]["Day"] | null;
            /**
             * Format: double
             * @description Hours of all open requests.
             */
            hours: number;
            /**
             * Format: int64
             * @description Open requests.
             */
            open: number;
            /**
             * Format: int64
             * @description Of these past due.
             */
            overdue: number;
            /** @description Who. */
            staff: components["schemas"]["Who"];
        };
        /** @description A picture of a product. */
        PictureView: {
            /** @description The file. */
            file: string;
            /**
             * Format: int64
             * @description Pixels.
             */
            height: number | null;
            /** @description The name it came with. */
            name: string;
            /** @description The option value that it shows (黑), or empty. */
            option_value: string;
            /**
             * Format: int64
             * @description Pixels.
             */
            width: number | null;
        };
        /** @description A picture or a text. */
        PieceSort: "asset" | "copy";
        /** @description One remark at a place in a picture. */
        PinView: {
            /** @description What was answered. */
            answer: string;
            /**
             * Format: int64
             * @description Who made it.
             */
            author: number;
            /** @description Their name. */
            author_name: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /**
             * Format: int64
             * @description The number of the version it was done in.
             */
            done_in_version: number | null;
            /**
             * Format: int64
             * @description Height of an area.
             */
            h_bp: number | null;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * @description What is said about it, oldest first.
             * @default []
             */
            replies: components["schemas"]["ReplyView"][];
            /** @description `open`, `done` or `wont`. */
            state: string;
            /** @description The remark. */
            text: string;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
            /**
             * Format: int64
             * @description On which version (its id).
             */
            version_id: number;
            /**
             * Format: int64
             * @description That version's number.
             */
            version_no: number;
            /**
             * Format: int64
             * @description Width of an area.
             */
            w_bp: number | null;
            /**
             * Format: int64
             * @description From the left, in ten-thousandths of the picture's width.
             */
            x_bp: number;
            /**
             * Format: int64
             * @description From the top, in ten-thousandths of its height.
             */
            y_bp: number;
        };
        /** @description A picture in its slot. */
        PlacedView: {
            /** @description Which rule of the slot it breaks. */
            fault: string | null;
            /** @description The file. */
            file: string;
            /**
             * Format: uint32
             * @description Pixels.
             */
            height: number | null;
            /** @description The name it came with. */
            name: string;
            /**
             * Format: uint32
             * @description Pixels.
             */
            width: number | null;
        };
        /** @description Whether the shop backs itself up, and how many of these backups it keeps. */
        Plan: {
            /** @description Once a day, by itself. */
            automatic: boolean;
            /**
             * Format: uint32
             * @description The last backup of each of so many days …
             */
            keep_daily: number;
            /**
             * Format: uint32
             * @description … and, before those, the last one of each of so many weeks.
             */
            keep_weekly: number;
        };
        /** @description An item on a platform. */
        PlatformItem: {
            /** @description `taobao`, `tmall`, `1688`, `aliexpress`, `amazon`, `ebay`. */
            channel: string;
            /** @description Its number there. */
            item_id: string;
        };
        /** @description One point of the list of what a listing needs. */
        Point: {
            /** @description Stable word: `title`, `category`, `price`, `sku`, `stock`, `slot:taobao.main` … */
            key: string;
            /** @description In Chinese. */
            label: string;
            /** @description It is there and right. */
            ok: boolean;
            /** @description What is missing or wrong, in words. */
            why: string | null;
        };
        /** @description How many selling points a channel takes, and how long each may be. */
        Points: {
            /**
             * Format: uint
             * @description Each at most so many characters.
             */
            longest: number;
            /**
             * Format: uint
             * @description At most so many.
             */
            most: number;
        };
        /**
         * @description The ten posts, and the two accounts outside them.
         * @enum {string}
         */
        Post: "ops_supervisor" | "customer_service" | "mall_manager" | "designer" | "copywriter" | "ops_specialist" | "overseas" | "merchandiser" | "product_planner" | "promotion" | "director" | "admin";
        /** @description One step that a post may take. */
        PostStep: {
            /** @description The action's code. */
            action: string;
            /** @description The life cycle. */
            cycle: string;
            /** @description What the button says. */
            label: string;
            /** @description Its Chinese title. */
            title: string;
        };
        /** @description One post. */
        PostView: {
            /** @description The areas it may enter, widest rights first. */
            areas: components["schemas"]["Area"][];
            /** @description The post. */
            post: components["schemas"]["Post"];
            /** @description The steps of life cycles it may take. */
            steps: components["schemas"]["PostStep"][];
            /** @description Its Chinese title. */
            title: string;
        };
        /** @description One post of the organisation. */
        PostView2: {
            /** @description Who holds it. */
            holders: components["schemas"]["Holder"][];
            /** @description The post. */
            post: components["schemas"]["Post"];
            /** @description Its Chinese name. */
            title: string;
            /** @description Nobody does. */
            vacant: boolean;
        };
        /** @description The key figures of a report. */
        Preview: {
            /** @description The charts. */
            charts: components["schemas"]["ChartView2"][];
            /** @description The figures. */
            figures: components["schemas"]["Figure"][];
            /** @description What the reader must know, as the cover says it. */
            remarks: string[];
        };
        /** @description What becomes of a new price. */
        PriceCheck: {
            /** @description It may be set at once; otherwise somebody has to approve it. */
            direct: boolean;
            /** @description SKU by SKU. */
            lines: components["schemas"]["CheckLine"][];
            /** @description Why it has to be approved. */
            why: string | null;
        };
        /** @description One line of the price history. */
        PriceLine: {
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /** @description Who. */
            by: string;
            /** @description After. */
            new: components["schemas"]["Money"];
            /** @description Before. */
            old: components["schemas"]["Money"];
            /** @description Which SKU, by its code. */
            sku: string;
            /** @description `direct`, `bulk`, `schedule`, `restore`, `import`. */
            source: string;
        };
        /**
         * @description How urgent a request is.
         * @enum {string}
         */
        Priority: "low" | "normal" | "high" | "urgent";
        /** @description A cell that is wrong, or that the person should look at. */
        Problem: {
            /** @description The column's name in the file. */
            column: string;
            /**
             * @description For something the shop does not know: the nearest it knows.
             * @default []
             */
            nearest: string[];
            /**
             * Format: uint64
             * @description The record's number in the file, from 1, header included.
             */
            row: number;
            /** @description What stands there. */
            value: string;
            /** @description What was expected, in Chinese. */
            why: string;
        };
        /** @description One product in the list. */
        ProductRow: {
            /** @description Brand. */
            brand: string;
            /** @description Its name. */
            category: string | null;
            /**
             * Format: int64
             * @description The leaf category.
             */
            category_id: number | null;
            /** @description Code. */
            code: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The cheapest SKU's cost. */
            min_cost: (components["schemas"]["Fen2"] | null) | "***";
            /** @description The hash of the first picture. */
            picture: string | null;
            /** @description Season. */
            season: string;
            /**
             * Format: int64
             * @description How many SKUs it has.
             */
            sku_count: number;
            /** @description State. */
            state: string;
            /** @description The names of its styles. */
            styles: string;
            /** @description Title. */
            title: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description A saved column map. */
        ProfileView: {
            /** @description Who made it. */
            by: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description What the rows are. */
            kind: components["schemas"]["Kind"];
            /** @description Which column is which. */
            map: components["schemas"]["ColumnMap"];
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description How far the texts of a campaign are. */
        Progress: {
            /**
             * Format: int64
             * @description Approved or further.
             */
            done: number;
            /**
             * Format: int64
             * @description All that were not cancelled.
             */
            total: number;
        };
        /** @description What became of a proposal. */
        Proposed: {
            /** @description Its number. */
            code: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description `draft`, `pending`, `scheduled` or `due`. */
            state: string;
            /**
             * Format: int64
             * @description Its version now.
             */
            version: number;
            /** @description Why it has to be approved, when it has. */
            why: string | null;
        };
        /** @description What became of the listings. */
        Published: {
            /**
             * Format: int64
             * @description For undoing; absent when no listing got it.
             */
            batch: number | null;
            /** @description Those that do not. */
            failed: components["schemas"]["NotPublished"][];
            /** @description The listings that have the text now. */
            ok: number[];
            /**
             * Format: int64
             * @description The version of the request for the next save.
             */
            version: number;
        };
        /** @description What became of the listings. */
        PutDone: {
            /**
             * Format: int64
             * @description For undoing; absent when no listing got it.
             */
            batch: number | null;
            /** @description Those that do not. */
            failed: components["schemas"]["NotPut"][];
            /** @description The listings that show the picture now. */
            ok: number[];
        };
        /** @description Choices about an import; by default everything is found out from the file. */
        ReadOptions: {
            /**
             * @description The currency of a file that names none.
             * @default null
             */
            currency: string | null;
            /**
             * @description How to read `03/04/2024`.
             * @default ask
             */
            day_order: components["schemas"]["DayOrder"];
            /**
             * @description Which mark stands before the decimals.
             * @default null
             */
            decimal: components["schemas"]["DecimalMark"] | null;
            /**
             * @description Which column is which, for a table of the shop's own making.
             * @default null
             */
            map: components["schemas"]["ColumnMap"] | null;
            /**
             * @description How to read the table.
             * @default {
             *       "delimiter": null,
             *       "encoding": null,
             *       "fixes": [],
             *       "header_row": null,
             *       "include_hidden": false,
             *       "names": [],
             *       "sheet": null
             *     }
             */
            table: components["schemas"]["TableOptions"];
            /**
             * @description What 今天 in a file means.
             * @default null
             */
            today: string | null;
        };
        /** @description Something said about a remark. */
        ReplyView: {
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /** @description Who said it. */
            author_name: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * Format: int64
             * @description The remark.
             */
            pin_id: number;
            /** @description What was said. */
            text: string;
        };
        /** @description One workbook of the catalogue. */
        ReportView: {
            /** @description What it answers. */
            about: string;
            /** @description `R16`. */
            code: string;
            /** @description What it can be narrowed by. */
            filters: components["schemas"]["FilterView"][];
            /** @description Its sheets. */
            sheets: string[];
            /** @description Its Chinese title. */
            title: string;
        };
        /** @description What a reset did. */
        Reset: {
            /**
             * Format: int64
             * @description The batch, for taking it back within 30 minutes.
             */
            batch: number;
            /**
             * Format: uint
             * @description How many cells went back.
             */
            cells: number;
        };
        /** @description One time it went back. */
        RetakeView: {
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /** @description Who sent it back. */
            by_name: string;
            /** @description `change`, `below_par`, `wrong_spec`, `wrong_copy`. */
            class: string;
            /**
             * @description In Chinese.
             * @default
             */
            class_label: string;
            /** @description Whether it counts against the designer. */
            counts: boolean;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description What is asked for. */
            text: string;
            /**
             * Format: int64
             * @description About which version (its number).
             */
            version_no: number | null;
        };
        /** @description One cell of the matrix. */
        Right: {
            /** @description `m`: money columns hidden. */
            hides_money: boolean;
            /** @description How far. */
            level: components["schemas"]["Level2"];
            /** @description `o`: own records only (at the cell's own level). */
            own: boolean;
            /** @description `:word`: the cell's own level holds only for these parts of the module. */
            parts: string[];
            /** @description `q`: own queue only. */
            queue: boolean;
            /** @description `p`: buyers' phones shown. */
            shows_phone: boolean;
        };
        /** @description A record of an import. */
        RowView: {
            /** @description The original cells of wrong rows. */
            cells: [
                number,
                string[]
            ][];
            /** @description Field by field. */
            changes: components["schemas"]["Change"][];
            /** @description `new`, `update`, `unchanged`, `error`. */
            class: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Its code or number. */
            key: string;
            /** @description The hash of the first picture that came with it. */
            picture: string | null;
            /** @description Why it cannot be imported. */
            problems: components["schemas"]["Problem"][];
            /**
             * Format: int64
             * @description Its first row in the file, from 1, header included.
             */
            row_no: number;
            /** @description Its title. */
            title: string;
            /** @description What to look at. */
            warnings: components["schemas"]["Problem"][];
        };
        /** @description A page of records. */
        RowsPage: {
            /**
             * Format: int64
             * @description Where the next page begins.
             */
            next: number | null;
            /** @description The records. */
            rows: components["schemas"]["RowView"][];
        };
        /** @description Channels, kinds and rules. */
        RulesView: {
            /** @description Channel codes with their Chinese names. */
            channels: [
                string,
                string
            ][];
            /** @description Kind codes with their Chinese names. */
            kinds: [
                string,
                string
            ][];
            /** @description The rules. */
            limits: components["schemas"]["LimitView"][];
        };
        /** @description A backup in the making. */
        Running: {
            /**
             * Format: uint64
             * @description Files written.
             */
            done: number;
            /**
             * Format: int64
             * @description Its job.
             */
            job: number;
            /**
             * Format: uint64
             * @description Files in all; 0 while unknown.
             */
            total: number;
        };
        /** @description One saved view. */
        SavedView: {
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /** @description The list it is over. */
            list: string;
            /** @description It is the caller's own. */
            mine: boolean;
            /** @description Its name. */
            name: string;
            /** @description Everybody sees it. */
            shared: boolean;
            /** @description What the page keeps in it: tab, filters, sort, columns, density. */
            view: unknown;
        };
        /** @description One place where somebody is signed in. */
        SessionView: {
            /**
             * Format: int64
             * @description Since when, UTC milliseconds.
             */
            created_at: number;
            /** @description It is the one this question came through. */
            current: boolean;
            /** @description On what. */
            device: string;
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /**
             * Format: int64
             * @description Last used.
             */
            used_at: number;
        };
        /** @description What a setting holds. */
        SettingKind: "text" | "zone" | "int" | "number" | "percent";
        /** @description One setting as the page shows it. */
        SettingView: {
            /** @description In a new shop. */
            default: unknown;
            /** @description What it does. */
            hint: string;
            /** @description Its key. */
            key: string;
            /** @description What it holds. */
            kind: components["schemas"]["SettingKind"];
            /**
             * Format: int64
             * @description The greatest value, or the most characters.
             */
            max: number;
            /**
             * Format: int64
             * @description The least value, or the fewest characters.
             */
            min: number;
            /** @description The caller may change it. */
            mine: boolean;
            /** @description What it is called. */
            title: string;
            /** @description Its unit. */
            unit: string;
            /** @description Now. */
            value: unknown;
        };
        /** @description How bad a finding is. */
        Severity: "ok" | "warn" | "block";
        /** @description A sheet of a workbook. */
        SheetFacts: {
            /** @description Hidden in the workbook. */
            hidden: boolean;
            /** @description Its name on the tab. */
            name: string;
        };
        /** @description A shop. */
        ShopRow: {
            /** @description In use. */
            active: boolean;
            /** @description Its name. */
            channel: string;
            /**
             * Format: int64
             * @description The channel.
             */
            channel_id: number;
            /** @description `TB1`. */
            code: string;
            /** @description The currency. */
            currency: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Its name. */
            name: string;
            /** @description `domestic` or `overseas`. */
            region: string;
            /** @description `US`, `RU` … */
            site: string;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description The shop as sessions show it. */
        ShopView: {
            /** @description The currency of its books. */
            currency: string;
            /** @description Its name. */
            name: string;
            /** @description Its zone. */
            zone: string;
        };
        /** @description A rule of size advice: a span of height and weight and the size that fits it. */
        SizeRule: {
            /**
             * Format: double
             * @description Centimetres, from.
             */
            height_from: number;
            /**
             * Format: double
             * @description Centimetres, up to and with.
             */
            height_to: number;
            /** @description The size, one of the chart's first column. */
            size: string;
            /**
             * Format: double
             * @description Kilograms, from.
             */
            weight_from: number;
            /**
             * Format: double
             * @description Kilograms, up to and with.
             */
            weight_to: number;
        };
        /** @description One SKU of a listing. */
        SkuView: {
            /** @description Its code. */
            code: string;
            /** @description The lowest price without approval; nothing when neither cost nor 控价 is known. */
            floor: (components["schemas"]["Money"] | null) | "***";
            /** @description How the floor came about. */
            floor_sum: (string | null) | "***";
            /**
             * Format: int64
             * @description The listing's SKU.
             */
            id: number;
            /** @description 商家编码 in this shop. */
            outer_id: string | null;
            /** @description Price. */
            price: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description Stock on sale.
             */
            qty: number;
            /**
             * Format: int64
             * @description The SKU.
             */
            sku_id: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description A SKU in its product. */
        SkuView2: {
            /** @description Barcode, or empty. */
            barcode: string;
            /** @description 商家编码 */
            code: string;
            /** @description What it costs. */
            cost: (components["schemas"]["Fen2"] | null) | "***";
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description `黑 / M` */
            label: string;
            /** @description Its option values. */
            options: components["schemas"]["OptionValue"][];
            /** @description `active` or `stopped`. */
            state: string;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
            /**
             * Format: int64
             * @description Grams.
             */
            weight_g: number | null;
        };
        /** @description A picture slot of a channel with its rules. */
        SlotRow: {
            /** @description `taobao.main`. */
            code: string;
            /** @description The platform's own page was seen to say so. */
            confirmed: boolean;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * Format: int64
             * @description So many pictures before a listing may go live.
             */
            min_count: number;
            /** @description Since when it is noted. */
            noted_on: string;
            /** @description Where the rule comes from. */
            source: string;
            /** @description What a picture must be. */
            spec: components["schemas"]["SlotSpec"];
            /** @description 主图. */
            title: string;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description The rules of one slot of one channel. Whatever is `None` is not asked for. */
        SlotSpec: {
            /**
             * @description Transparency is allowed.
             * @default false
             */
            alpha: boolean;
            /**
             * @description Moving pictures are allowed.
             * @default false
             */
            animated: boolean;
            /**
             * @description Channel as people say it: 淘宝/天猫.
             * @default
             */
            channel: string;
            /**
             * @description Stable code, e.g. `taobao.main`.
             * @default
             */
            code: string;
            /**
             * @description Colour mode asked for; `None` = RGB (gray is taken too).
             * @default null
             */
            colour: components["schemas"]["ColourMode"] | null;
            /**
             * @description The platform's own page was seen to say so.
             * @default false
             */
            confirmed: boolean;
            /**
             * Format: uint32
             * @description Exactly this height.
             * @default null
             */
            exact_height: number | null;
            /**
             * Format: uint32
             * @description Exactly this width.
             * @default null
             */
            exact_width: number | null;
            /**
             * @description Formats taken; empty = JPEG, PNG.
             * @default []
             */
            formats: components["schemas"]["Format"][];
            /**
             * Format: uint64
             * @description Most bytes.
             * @default null
             */
            max_bytes: number | null;
            /**
             * Format: uint32
             * @description Most pictures in the slot.
             * @default null
             */
            max_count: number | null;
            /**
             * Format: uint32
             * @description Greatest height.
             * @default null
             */
            max_height: number | null;
            /**
             * Format: uint32
             * @description Greatest width.
             * @default null
             */
            max_width: number | null;
            /**
             * Format: uint64
             * @description Least bytes.
             * @default null
             */
            min_bytes: number | null;
            /**
             * Format: uint32
             * @description Least height.
             * @default null
             */
            min_height: number | null;
            /**
             * Format: uint32
             * @description The longer side at least.
             * @default null
             */
            min_longest: number | null;
            /**
             * Format: uint32
             * @description Least width.
             * @default null
             */
            min_width: number | null;
            /**
             * @description Day the rule was noted.
             * @default
             */
            noted_on: string;
            /**
             * @description Width to height, e.g. `[3, 4]`, within ±1 %.
             * @default null
             */
            ratio: number[] | null;
            /**
             * @description A place on the shop's pages or in its ads (首焦, 直通车图), not one of a listing.
             * @default false
             */
            shop_wide: boolean;
            /**
             * @description Slot as people say it: 主图.
             * @default
             */
            slot: string;
            /**
             * @description Where the rule comes from.
             * @default
             */
            source: string;
            /**
             * Format: uint32
             * @description Least size of the subject, pixels on both sides.
             * @default null
             */
            subject_pixels: number | null;
            /**
             * Format: float
             * @description Least share of the frame the subject fills (0 to 1, its longer side).
             * @default null
             */
            subject_share: number | null;
            /**
             * Format: uint32
             * @description Better at least this large (amber, not red).
             * @default null
             */
            suggest_height: number | null;
            /**
             * Format: uint32
             * @description The longer side better at least (amber).
             * @default null
             */
            suggest_longest: number | null;
            /**
             * Format: uint32
             * @description Better at least this large (amber, not red).
             * @default null
             */
            suggest_width: number | null;
            /**
             * @description What a person has to look for.
             * @default []
             */
            ticks: string[];
            /**
             * @description The ground must be white.
             * @default false
             */
            white_ground: boolean;
        };
        /** @description A slot with its pictures. */
        SlotView: {
            /** @description `taobao.main`. */
            code: string;
            /** @description The pictures in it, in order. */
            files: string[];
            /**
             * Format: uint32
             * @description So many at most.
             */
            max_count: number | null;
            /**
             * Format: int64
             * @description So many at least.
             */
            min_count: number;
            /** @description The same with what is known of them. */
            pictures: components["schemas"]["PlacedView"][];
            /** @description What a picture must be. */
            spec: components["schemas"]["SlotSpec"];
            /** @description 主图. */
            title: string;
        };
        /** @description One person in the list. */
        StaffRow: {
            /** @description May sign in. */
            active: boolean;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Login. */
            login: string;
            /** @description Name. */
            name: string;
            /** @description Phone. */
            phone: string;
            /** @description The codes of the posts held. */
            posts: components["schemas"]["Post"][];
            /** @description The first day in any present post; empty without one. */
            since: string;
            /**
             * Format: int64
             * @description Last seen at work, UTC milliseconds; 0: never.
             */
            used_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description One person. */
        StaffView: {
            /** @description May sign in. */
            active: boolean;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            created_at: number;
            /** @description Personal grants, past ones too. */
            grants: components["schemas"]["GrantView"][];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * Format: int64
             * @description Until when the account is locked after wrong passwords; absent when it is not.
             */
            locked_until: number | null;
            /** @description Login. */
            login: string;
            /** @description Name. */
            name: string;
            /** @description Phone. */
            phone: string;
            /** @description Posts held. */
            posts: components["schemas"]["HeldPost"][];
            /** @description Has not yet chosen a password of their own. */
            temporary: boolean;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description The product has been changed since the text was handed in or approved. */
        Stale: {
            /**
             * Format: int64
             * @description When, UTC milliseconds.
             */
            at: number;
            /** @description Who changed it last. */
            by: string;
            /** @description What was changed, in Chinese. */
            fields: string[];
            /** @description It is judged now: whoever approves it looks first. */
            in_review: boolean;
            /** @description The moment in the shop's zone. */
            shown_at: string;
        };
        /** @description A job has been started. */
        Started: {
            /**
             * Format: int64
             * @description The job.
             */
            job: number;
        };
        /** @description One state. */
        State: {
            /** @description The code in data. */
            code: string;
            /** @description Nothing leads out of it but an explicit reopening. */
            final: boolean;
            /** @description The Chinese name. */
            label: string;
            /** @description How it looks. */
            tone: components["schemas"]["Tone"];
        };
        /** @description One step as the wire shows it. */
        StepView: {
            /** @description The action's code. */
            action: string;
            /** @description Who submitted may not. */
            four_eyes: boolean;
            /** @description From any of these states. */
            from: string[];
            /** @description What must hold, in words. */
            guard: string | null;
            /** @description What the button says. */
            label: string;
            /** @description A reason is asked for. */
            needs_reason: boolean;
            /** @description Where it leads; `=` stays. */
            to: string;
            /** @description Who may, in words. */
            who: string[];
        };
        /** @description A style. */
        StyleRow: {
            /** @description 风格, 款式, 场景, 人群 */
            group: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description 通勤 … */
            name: string;
            /**
             * Format: int64
             * @description Its place in its group.
             */
            position: number;
            /**
             * Format: int64
             * @description How many products have it.
             */
            products: number;
            /** @description Out of use. */
            retired: boolean;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description A style of a product. */
        StyleView: {
            /** @description 风格, 款式, 场景, 人群 */
            group: string;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description 通勤 … */
            name: string;
        };
        /** @description Where the subject lies, as shares of the picture's width and height (0 to 1). */
        Subject: {
            /**
             * Format: float
             * @description Height.
             */
            height: number;
            /**
             * Format: float
             * @description Left edge.
             */
            left: number;
            /**
             * Format: float
             * @description Top edge.
             */
            top: number;
            /**
             * Format: float
             * @description Width.
             */
            width: number;
        };
        /** @description One thing to change on a platform. */
        SyncRow: {
            /** @description Who changed it here. */
            by: string;
            /** @description `person` or `import`. */
            confirmed_by: string | null;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            done_at: number | null;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The platform's number. */
            item_id: string;
            /** @description One of the kinds: `price`, `stock`, `title` … */
            kind: string;
            /**
             * Format: int64
             * @description The listing.
             */
            listing_id: number;
            /** @description What it should have. */
            new: string;
            /** @description What the platform has. */
            old: string;
            /** @description 商家编码, when it is about one SKU. */
            outer_id: string;
            /** @description Its first picture. */
            picture: string | null;
            /** @description Its name. */
            shop: string;
            /**
             * Format: int64
             * @description The shop.
             */
            shop_id: number;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            since: number;
            /** @description Its title. */
            title: string;
        };
        /** @description How a table was found in its file, and what else a person could choose. */
        TableLook: {
            /**
             * @description The encoding of a text file.
             * @default null
             */
            encoding: components["schemas"]["TextEncoding"] | null;
            /**
             * @description Whether the encoding is beyond doubt.
             * @default false
             */
            encoding_sure: boolean;
            /**
             * @description How else it may be encoded, best first.
             * @default []
             */
            encodings: components["schemas"]["EncodingChoice"][];
            /**
             * Format: uint64
             * @description The header's row number, from 1.
             * @default 0
             */
            header_row: number;
            /**
             * @description `text`, `xlsx`, `html` …
             * @default
             */
            kind: string;
            /**
             * @description The rows above the header.
             * @default []
             */
            preamble: string[][];
            /**
             * @description The sheet that is read.
             * @default null
             */
            sheet: string | null;
            /**
             * @description All sheets.
             * @default []
             */
            sheets: components["schemas"]["SheetFacts"][];
        };
        /** @description Choices a person may make about reading a file; by default everything is found out. */
        TableOptions: {
            /**
             * @description The delimiter of a text file.
             * @default null
             */
            delimiter: string | null;
            /**
             * @description The encoding of a text file.
             * @default null
             */
            encoding: components["schemas"]["TextEncoding"] | null;
            /**
             * @description Cells that a person has put right; they are read instead of what stands in the file.
             * @default []
             */
            fixes: components["schemas"]["CellFix"][];
            /**
             * Format: uint64
             * @description The header's row number, from 1, as Excel shows it.
             * @default null
             */
            header_row: number | null;
            /**
             * @description Read hidden rows too.
             * @default false
             */
            include_hidden: boolean;
            /**
             * @description Names that count as known besides the built-in ones (those of a saved column map).
             * @default []
             */
            names: string[];
            /**
             * @description The sheet to read; without it the first visible one with known names.
             * @default null
             */
            sheet: string | null;
        };
        /** @description A template as pages show it. */
        Template: {
            /** @description The texts of its pack. */
            copies: components["schemas"]["CopyItem"][];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description The pictures of its pack. */
            items: components["schemas"]["PackItem"][];
            /** @description Its code. */
            kind: string;
            /** @description Its milestones. */
            milestones: components["schemas"]["Mark"][];
            /** @description Its name. */
            title: string;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
        };
        /** @description An encoding this crate reads. */
        TextEncoding: "utf8" | "utf16_le" | "utf16_be" | "gb18030" | "windows1252" | "shift_jis";
        /** @description What a person answers for at the gate, because the shop has no data on it. */
        TickMark: {
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /** @description Who answers for it. */
            by: string;
            /** @description `stock` or `roster`. */
            key: string;
            /** @description What they saw. */
            note: string;
        };
        /** @description The desk. */
        TodayView: {
            /** @description The cards, most urgent first; empty ones are left out. */
            cards: components["schemas"]["Card"][];
        };
        /**
         * @description How a state looks.
         * @enum {string}
         */
        Tone: "neutral" | "info" | "success" | "warning" | "danger";
        /** @description What an undo did. */
        Undone: {
            /**
             * Format: uint64
             * @description How many rows went back.
             */
            rows: number;
        };
        /** @description How a channel counts the length of a title. */
        Unit: "char" | "byte" | "cjk2";
        /** @description A place where a file is used. */
        UseView: {
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /** @description `request` (a version of a request), `place` (put somewhere), `listing` (shown there now). */
            kind: string;
            /**
             * Format: int64
             * @description The listing.
             */
            listing: number | null;
            /** @description The last day it may be shown. */
            live_to: components["schemas"]["Day"] | null;
            /** @description Its number. */
            no: string | null;
            /** @description Where, in words. */
            place: string;
            /**
             * Format: int64
             * @description The request.
             */
            request: number | null;
            /** @description The slot. */
            slot: string | null;
            /** @description The state of the request, or of the listing. */
            state: string | null;
            /**
             * Format: int64
             * @description The version's number.
             */
            version_no: number | null;
        };
        /** @description What walking the chain found. */
        Verified: {
            /**
             * Format: int64
             * @description When it was walked, UTC milliseconds.
             */
            at: number;
            /**
             * Format: int64
             * @description Where it first breaks.
             */
            broken_at: number | null;
            /**
             * Format: int64
             * @description How many events stand.
             */
            events: number;
        };
        /** @description One version. */
        VersionView: {
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            at: number;
            /**
             * Format: int64
             * @description Their id.
             */
            by_id: number;
            /** @description Who brought it. */
            by_name: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            bytes: number;
            /** @description The checks, each with the rule it was judged by. */
            checks: components["schemas"]["Check"][];
            /** @description The file's hash. */
            file: string;
            /** @description `image`, `source` … */
            file_kind: string;
            /**
             * Format: int64
             * @description Pixels.
             */
            height: number | null;
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description A working file, not a picture to judge. */
            is_source: boolean;
            /** @description `green`, `amber` or `red`: the worst of the checks. */
            level: string;
            /** @description Media type. */
            mime: string;
            /** @description The file's name as it was dropped. */
            name: string;
            /**
             * Format: int64
             * @description 1, 2, 3 …
             */
            no: number;
            /** @description What the designer says about it. */
            note: string;
            /** @description Why its red checks were let pass. */
            waived: string | null;
            /** @description Who let them pass. */
            waived_by_name: string | null;
            /**
             * Format: int64
             * @description Pixels.
             */
            width: number | null;
        };
        /** @description A version as pages show it. */
        VersionView2: {
            /**
             * Format: int64
             * @description When.
             */
            at: number;
            /** @description Who wrote it. */
            by: string | null;
            /**
             * Format: int64
             * @description Length in the channel's unit at the time.
             */
            char_count: number;
            /** @description The dropped file it came from. */
            file: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            no: number;
            /** @description What the writer said about it. */
            note: string;
            /** @description That file's name. */
            source_name: string | null;
        };
        /** @description One thing that waits, as a listing shows it. */
        WaitingView: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description What. */
            kind: string;
            /** @description What it should have. */
            new: string;
            /** @description What the platform has. */
            old: string;
            /** @description 商家编码, when it is about one SKU. */
            outer_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            since: number;
        };
        /** @description Somebody by id and name. */
        Who: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Name. */
            name: string;
        };
        /** @description A banned word in the list. */
        WordRow: {
            /** @description In force. */
            active: boolean;
            /** @description Its category. */
            category: string;
            /** @description The channels it holds for; all when empty. */
            channels: string[];
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Banned, reminded of, or an allowed phrase. */
            severity: components["schemas"]["Severity"];
            /** @description What to say instead. */
            suggestion: string;
            /**
             * Format: int64
             * @description UTC milliseconds.
             */
            updated_at: number;
            /**
             * Format: int64
             * @description For optimistic saving.
             */
            version: number;
            /** @description The word. */
            word: string;
        };
        /** @description Somebody who writes. */
        Writer: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Name. */
            name: string;
            /**
             * Format: int64
             * @description Texts not yet approved.
             */
            open: number;
        };
        /** @description A version was written. */
        Written: {
            /**
             * Format: int64
             * @description Length in the channel's unit.
             */
            char_count: number;
            /** @description What is wrong with it. */
            checks: components["schemas"]["Finding"][];
            /**
             * Format: int64
             * @description The text's version.
             */
            no: number;
            /**
             * Format: uint
             * @description So many invisible characters were taken out.
             */
            removed: number;
            /**
             * Format: int64
             * @description The version of the request for the next save.
             */
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "assets.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `submit`, `return`, `start`, `submit_version`, `withdraw`, `approve`, `retake`, `deliver`,
                     *     `mark_live`, `take_down`, `archive`, `cancel`, `reopen`.
                     */
                    action: string;
                    /**
                     * @description For `retake`.
                     * @default null
                     */
                    class?: ("change" | "below_par" | "wrong_spec" | "wrong_copy") | null;
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                    /**
                     * Format: date
                     * @description For `mark_live`: the last day it may be shown.
                     * @default null
                     */
                    live_to?: string | null;
                    /**
                     * @description Why, or what is to be changed (`retake`), or why there is no working file (`deliver`).
                     * @default null
                     */
                    reason?: string | null;
                    /**
                     * @description For `approve`: what was compared.
                     * @default []
                     */
                    ticks?: string[];
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                    /**
                     * @description For `mark_live`: where it is shown.
                     * @default null
                     */
                    where?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.add_version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A working file rather than a picture to judge; by the file's type when absent.
                     * @default null
                     */
                    as_source?: boolean | null;
                    /** @description The stored file's hash. */
                    file: string;
                    /** @description The file's name as it was dropped. */
                    name: string;
                    /**
                     * @description What the designer says about it.
                     * @default null
                     */
                    note?: string | null;
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    request: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Added"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.add_versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The files, 200 at most. */
                    items: {
                        /**
                         * @description A working file rather than a picture to judge; by the file's type when absent.
                         * @default null
                         */
                        as_source?: boolean | null;
                        /** @description The stored file's hash. */
                        file: string;
                        /** @description The file's name as it was dropped. */
                        name: string;
                        /**
                         * @description What the designer says about it.
                         * @default null
                         */
                        note?: string | null;
                        /**
                         * Format: int64
                         * @description The request.
                         */
                        request: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedMany"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `all` (default), `mine` (I work on it), `requested` (I asked for it), `overdue`.
                     * @default null
                     */
                    filter?: string | null;
                    /**
                     * @description Conditions as in the list.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description Cards in each column, 30 by default, 200 at most.
                     * @default null
                     */
                    per_column?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.bulk_assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Who works on them.
                     */
                    assignee: number;
                    /**
                     * Format: date
                     * @description The day they are handed in; each keeps its own when absent.
                     * @default null
                     */
                    due?: string | null;
                    /** @description The requests, 500 at most. */
                    ids: number[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkDone"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uint32
                     * @description How many days, 14 by default, 60 at most.
                     * @default null
                     */
                    days?: number | null;
                    /**
                     * Format: date
                     * @description The first day, today by default.
                     * @default null
                     */
                    from?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapacityView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.check_file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The file's hash. */
                    file: string;
                    /**
                     * @description The slot's code; the general checks when absent.
                     * @default null
                     */
                    slot?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One file's hash. */
                    a: string;
                    /** @description The other's. */
                    b: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Compared"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The brief, Markdown.
                     * @default
                     */
                    brief_md?: string;
                    /**
                     * Format: int64
                     * @description For which campaign.
                     * @default null
                     */
                    campaign_id?: number | null;
                    /**
                     * @description The channel, in words; that of the slot when absent.
                     * @default null
                     */
                    channel?: string | null;
                    /**
                     * Format: date
                     * @description When it is needed.
                     * @default null
                     */
                    due?: string | null;
                    /**
                     * @description What is asked for.
                     * @enum {string}
                     */
                    kind: "main_image" | "white_bg" | "detail_page" | "sku_image" | "banner" | "campaign_page" | "ad_creative" | "static_page" | "social_image" | "video_cover" | "retouch" | "other";
                    /**
                     * @description How urgent.
                     * @default normal
                     * @enum {string}
                     */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /**
                     * Format: int64
                     * @description For which product.
                     * @default null
                     */
                    product_id?: number | null;
                    /**
                     * @description Hashes of reference pictures.
                     * @default []
                     */
                    refs?: string[];
                    /**
                     * @description The slot's code; the usual one of the kind when absent.
                     * @default null
                     */
                    slot?: string | null;
                    /**
                     * @description Hand it in at once; refused when the brief lacks something.
                     * @default false
                     */
                    submit?: boolean;
                    /** @description Title. */
                    title: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.match_files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The files' names, 500 at most. */
                    names: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matched"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.put_on_listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The listings, 200 at most. */
                    listings: number[];
                    /**
                     * Format: int64
                     * @description The place in the slot, from 0; at the end when absent.
                     * @default null
                     */
                    position?: number | null;
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    request: number;
                    /** @description The slot's code. */
                    slot: string;
                    /**
                     * Format: int64
                     * @description The version (its id) that was approved.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutDone"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Who works on it.
                     */
                    assignee: number;
                    /**
                     * Format: int64
                     * @description 1 to 5.
                     * @default null
                     */
                    difficulty?: number | null;
                    /**
                     * Format: date
                     * @description The day it is handed in.
                     */
                    due: string;
                    /**
                     * Format: double
                     * @description Hours it takes.
                     * @default null
                     */
                    est_h?: number | null;
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotSpec"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description New brief.
                     * @default null
                     */
                    brief_md?: string | null;
                    /**
                     * Format: int64
                     * @description New campaign; null takes it away.
                     * @default null
                     */
                    campaign_id?: number | null;
                    /**
                     * @description New channel.
                     * @default null
                     */
                    channel?: string | null;
                    /**
                     * Format: date
                     * @description New due day; null takes it away.
                     * @default null
                     */
                    due?: string | null;
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                    /**
                     * @description New kind (drafts only).
                     * @default null
                     * @enum {string|null}
                     */
                    kind?: "main_image" | "white_bg" | "detail_page" | "sku_image" | "banner" | "campaign_page" | "ad_creative" | "static_page" | "social_image" | "video_cover" | "retouch" | "other" | null;
                    /**
                     * @description New priority.
                     * @default null
                     * @enum {string|null}
                     */
                    priority?: "low" | "normal" | "high" | "urgent" | null;
                    /**
                     * Format: int64
                     * @description New product; null takes it away.
                     * @default null
                     */
                    product_id?: number | null;
                    /**
                     * @description New reference pictures.
                     * @default null
                     */
                    refs?: string[] | null;
                    /**
                     * @description New slot; null takes it away.
                     * @default null
                     */
                    slot?: string | null;
                    /**
                     * @description New title.
                     * @default null
                     */
                    title?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why. */
                    reason: string;
                    /**
                     * Format: int64
                     * @description The version (its id).
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "assets.where_used": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The file's hash. */
                    file: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit.facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacetsView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Position in the chain.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page2"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit.of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its kind: `product`. */
                    entity: string;
                    /**
                     * Format: int64
                     * @description Its id.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryLine"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verified"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "batches.undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The batch.
                     */
                    batch: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The action's code. */
                    action: string;
                    /**
                     * @description For `gate`: what this person answers for (`stock`, `roster`).
                     * @default []
                     */
                    confirmed?: string[];
                    /**
                     * Format: int64
                     * @description The campaign.
                     */
                    id: number;
                    /**
                     * @description Why, where the step asks for it.
                     * @default null
                     */
                    reason?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The first day.
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description The last day.
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it may cost; nothing when absent.
                     * @default null
                     */
                    budget?: {
                        /**
                         * Format: int64
                         * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                         */
                        amount: number;
                        /** @description The currency. */
                        currency: string;
                    } | null;
                    /**
                     * Format: date
                     * @description The last day.
                     */
                    ends: string;
                    /**
                     * @description What it is to bring.
                     * @default
                     */
                    goal?: string;
                    /** @description The code of its kind. */
                    kind: string;
                    /**
                     * @description Price, time and rules in words.
                     * @default
                     */
                    rules?: string;
                    /**
                     * @description The shops it runs in.
                     * @default []
                     */
                    shops?: number[];
                    /**
                     * Format: date
                     * @description The first day.
                     */
                    starts: string;
                    /** @description Its name. */
                    title: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.file_pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The campaign.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackFiled"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.finish_improvement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Done, or open again. */
                    done: boolean;
                    /**
                     * Format: int64
                     * @description The improvement.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.finish_milestone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Done, or open again. */
                    done: boolean;
                    /**
                     * Format: int64
                     * @description The milestone.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The campaign.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page3"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.move_milestone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The day by which it must be done.
                     */
                    due: string;
                    /**
                     * Format: int64
                     * @description The milestone.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.note_milestone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The milestone.
                     */
                    id: number;
                    /** @description How far it is, what holds it up; nothing takes it away. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.save_template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The texts of its pack.
                     * @default []
                     */
                    copies?: {
                        /**
                         * @description What the text has to say.
                         * @default
                         */
                        brief?: string;
                        /**
                         * @description What is asked for.
                         * @enum {string}
                         */
                        copy_kind: "title" | "subtitle" | "selling_point" | "detail" | "faq" | "campaign" | "brand" | "social" | "script";
                        /** @description Its code inside the template; what was filed is known by it. */
                        key: string;
                        /**
                         * Format: int64
                         * @description So many days before the start.
                         */
                        offset_days: number;
                        /** @description Its name. */
                        title: string;
                    }[];
                    /**
                     * Format: int64
                     * @description The template; a new kind when absent.
                     * @default null
                     */
                    id?: number | null;
                    /** @description The pictures of its pack. */
                    items: {
                        /**
                         * @description What is asked for.
                         * @enum {string}
                         */
                        asset_kind: "main_image" | "white_bg" | "detail_page" | "sku_image" | "banner" | "campaign_page" | "ad_creative" | "static_page" | "social_image" | "video_cover" | "retouch" | "other";
                        /**
                         * Format: uint32
                         * @description How many of it.
                         */
                        count: number;
                        /** @description Its code inside the template; what was filed is known by it. */
                        key: string;
                        /**
                         * Format: int64
                         * @description So many days before the start.
                         */
                        offset_days: number;
                        /**
                         * @description So many for each product of the campaign rather than for the campaign.
                         * @default false
                         */
                        per_product?: boolean;
                        /**
                         * @description The slot's code, where it has one.
                         * @default null
                         */
                        slot?: string | null;
                        /**
                         * @description Sizes and rules in words.
                         * @default
                         */
                        specs?: string;
                        /** @description Its name. */
                        title: string;
                    }[];
                    /** @description The code of a new kind: letters, digits, `_`. */
                    kind: string;
                    /** @description Its milestones. */
                    milestones: {
                        /**
                         * Format: int64
                         * @description So many days before the start; negative after it.
                         */
                        offset_days: number;
                        /**
                         * @description Who sees to it.
                         * @enum {string}
                         */
                        owner_post: "ops_supervisor" | "customer_service" | "mall_manager" | "designer" | "copywriter" | "ops_specialist" | "overseas" | "merchandiser" | "product_planner" | "promotion" | "director" | "admin";
                        /** @description Its name. */
                        title: string;
                    }[];
                    /** @description Its name. */
                    title: string;
                    /**
                     * Format: int64
                     * @description The version that was read, with `id`.
                     * @default null
                     */
                    version?: number | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.set_milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The campaign.
                     */
                    id: number;
                    /** @description All milestones from now on. */
                    milestones: {
                        /**
                         * Format: int64
                         * @description The milestone; a new one when absent.
                         * @default null
                         */
                        id?: number | null;
                        /**
                         * Format: int64
                         * @description Days before the start; negative after it.
                         */
                        offset_days: number;
                        /**
                         * @description The post that sees to it.
                         * @enum {string}
                         */
                        owner_post: "ops_supervisor" | "customer_service" | "mall_manager" | "designer" | "copywriter" | "ops_specialist" | "overseas" | "merchandiser" | "product_planner" | "promotion" | "director" | "admin";
                        /** @description Its name. */
                        title: string;
                    }[];
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.set_products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The campaign.
                     */
                    id: number;
                    /** @description All products from now on. */
                    products: {
                        /**
                         * @description Why the price may be so low; a supervisor's word.
                         * @default
                         */
                        floor_note?: string;
                        /** @description Its price in the campaign. */
                        price: {
                            /**
                             * Format: int64
                             * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                             */
                            amount: number;
                            /** @description The currency. */
                            currency: string;
                        };
                        /**
                         * Format: int64
                         * @description The product.
                         */
                        product_id: number;
                    }[];
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.tick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Answered for, or taken back. */
                    done: boolean;
                    /**
                     * Format: int64
                     * @description The campaign.
                     */
                    id: number;
                    /** @description `stock` or `roster`. */
                    key: string;
                    /**
                     * @description What was seen.
                     * @default
                     */
                    note?: string;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "campaigns.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it may cost.
                     * @default null
                     */
                    budget?: {
                        /**
                         * Format: int64
                         * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                         */
                        amount: number;
                        /** @description The currency. */
                        currency: string;
                    } | null;
                    /**
                     * Format: date
                     * @description The last day.
                     * @default null
                     */
                    ends?: string | null;
                    /**
                     * @description What it is to bring.
                     * @default null
                     */
                    goal?: string | null;
                    /**
                     * Format: int64
                     * @description The campaign.
                     */
                    id: number;
                    /** @description All that is to be done better. */
                    improvements?: {
                        /**
                         * Format: date
                         * @description Until when.
                         */
                        due: string;
                        /**
                         * Format: int64
                         * @description The improvement; a new one when absent.
                         * @default null
                         */
                        id?: number | null;
                        /**
                         * @description The post that does it.
                         * @enum {string}
                         */
                        owner_post: "ops_supervisor" | "customer_service" | "mall_manager" | "designer" | "copywriter" | "ops_specialist" | "overseas" | "merchandiser" | "product_planner" | "promotion" | "director" | "admin";
                        /** @description What. */
                        text: string;
                    }[] | null;
                    /**
                     * @description Why nothing has to be done better.
                     * @default null
                     */
                    no_improvement?: string | null;
                    /**
                     * @description How it went.
                     * @default null
                     */
                    review?: string | null;
                    /**
                     * @description Price, time and rules in words.
                     * @default null
                     */
                    rules?: string | null;
                    /**
                     * @description All shops it runs in.
                     * @default null
                     */
                    shops?: number[] | null;
                    /**
                     * Format: date
                     * @description The first day; milestones not done yet move along.
                     * @default null
                     */
                    starts?: string | null;
                    /**
                     * @description Its name.
                     * @default null
                     */
                    title?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "categories.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "categories.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The category; a new one when absent.
                     * @default null
                     */
                    id?: number | null;
                    /** @description Its name. */
                    name: string;
                    /**
                     * Format: int64
                     * @description The one above; absent for the top.
                     * @default null
                     */
                    parent_id?: number | null;
                    /**
                     * Format: int64
                     * @description Its place among its siblings; the end when absent.
                     * @default null
                     */
                    position?: number | null;
                    /**
                     * @description Out of use.
                     * @default false
                     */
                    retired?: boolean;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     * @default null
                     */
                    version?: number | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "channels.categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The channel.
                     */
                    channel_id: number;
                    /**
                     * @description Only leaves.
                     * @default false
                     */
                    leaves?: boolean;
                    /**
                     * @description Words; all when absent.
                     * @default null
                     */
                    q?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryRow"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "channels.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Which.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "channels.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelRow"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "channels.put_categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The channel.
                     */
                    channel_id: number;
                    /** @description One path a line, `女装 > 连衣裙`. */
                    lines: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "channels.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description In use.
                     * @default null
                     */
                    active?: boolean | null;
                    /**
                     * Format: int64
                     * @description The longest selling point.
                     * @default null
                     */
                    bullet_max?: number | null;
                    /**
                     * Format: int64
                     * @description The most selling points.
                     * @default null
                     */
                    bullets_max?: number | null;
                    /**
                     * @description The platform's own page was seen to say so.
                     * @default null
                     */
                    confirmed?: boolean | null;
                    /**
                     * Format: int64
                     * @description The platform's fee, basis points.
                     * @default null
                     */
                    fee_bp?: number | null;
                    /**
                     * Format: int64
                     * @description How many CNY one unit of its currency costs, in millionths.
                     * @default null
                     */
                    fx_micro?: number | null;
                    /**
                     * Format: int64
                     * @description Days until it must be shipped.
                     * @default null
                     */
                    handling_days?: number | null;
                    /**
                     * Format: int64
                     * @description Which.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description The least margin over cost, basis points; −1: the shop's.
                     * @default null
                     */
                    min_margin_bp?: number | null;
                    /**
                     * @description Where these numbers come from.
                     * @default null
                     */
                    source?: string | null;
                    /**
                     * Format: int64
                     * @description The longest title.
                     * @default null
                     */
                    title_max?: number | null;
                    /**
                     * @description Counted so.
                     * @default null
                     */
                    title_unit?: ("char" | "byte" | "cjk2") | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The action's code. */
                    action: string;
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                    /**
                     * @description For `publish`: where, such as a shop and a link.
                     * @default null
                     */
                    published_where?: string | null;
                    /**
                     * @description Why, where the step asks for it.
                     * @default null
                     */
                    reason?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.add_version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The text. */
                    body: string;
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                    /**
                     * @description What changed, in the writer's words.
                     * @default
                     */
                    note?: string;
                    /**
                     * Format: int64
                     * @description The version of the request that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The channel it is for. */
                    channel: string;
                    /**
                     * Format: int64
                     * @description The request that it is written for: what it says is held against its product too.
                     * @default null
                     */
                    id?: number | null;
                    /**
                     * @description Its kind.
                     * @enum {string}
                     */
                    kind: "title" | "subtitle" | "selling_point" | "detail" | "faq" | "campaign" | "brand" | "social" | "script";
                    /** @description The text. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Who writes; a copywriter who asks writes it.
                     * @default null
                     */
                    assignee_id?: number | null;
                    /**
                     * @description The first version, when it is already written.
                     * @default null
                     */
                    body?: string | null;
                    /**
                     * @description What is asked for, at length: every question of the kind answered, unless `body` is there.
                     * @default
                     */
                    brief?: string;
                    /**
                     * Format: int64
                     * @description The campaign it is for.
                     * @default null
                     */
                    campaign_id?: number | null;
                    /**
                     * @description The channel; general when absent.
                     * @default null
                     */
                    channel?: string | null;
                    /**
                     * Format: date
                     * @description Until when; in three days when absent.
                     * @default null
                     */
                    due?: string | null;
                    /**
                     * @description What it is for.
                     * @enum {string}
                     */
                    kind: "title" | "subtitle" | "selling_point" | "detail" | "faq" | "campaign" | "brand" | "social" | "script";
                    /**
                     * @description `zh-CN` when absent.
                     * @default null
                     */
                    locale?: string | null;
                    /**
                     * Format: int64
                     * @description The product it is about.
                     * @default null
                     */
                    product_id?: number | null;
                    /** @description What is asked for, in a line. */
                    title: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made2"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The older version.
                     */
                    from: number;
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description The newer version.
                     */
                    to: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiffView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.from_file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The stored file. */
                    file: string;
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                    /** @description The name it was dropped with. */
                    name: string;
                    /**
                     * Format: int64
                     * @description The version of the request that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CopyView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page4"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.publish_to_listing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                    /** @description The listings, 200 at most. */
                    listings: number[];
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.set_limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What an emoji is here. */
                    emoji: "ok" | "warn" | "block";
                    /**
                     * Format: int64
                     * @description The rule.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description At most.
                     */
                    max: number;
                    /**
                     * Format: int64
                     * @description At least.
                     */
                    min: number;
                    /** @description How it counts. */
                    unit: "char" | "byte" | "cjk2";
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Who writes; 0 puts it back for anybody.
                     * @default null
                     */
                    assignee_id?: number | null;
                    /**
                     * @description At length.
                     * @default null
                     */
                    brief?: string | null;
                    /**
                     * @description The channel.
                     * @default null
                     */
                    channel?: string | null;
                    /**
                     * Format: date
                     * @description Until when.
                     * @default null
                     */
                    due?: string | null;
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                    /**
                     * @description The language.
                     * @default null
                     */
                    locale?: string | null;
                    /**
                     * Format: int64
                     * @description The product; 0 takes it away.
                     * @default null
                     */
                    product_id?: number | null;
                    /**
                     * @description In a line.
                     * @default null
                     */
                    title?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The request.
                     */
                    id: number;
                    /** @description Why the words may stand. */
                    reason: string;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy.writers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Writer"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy_words.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy_words.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page5"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "copy_words.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description In force.
                     * @default true
                     */
                    active?: boolean;
                    /** @description Its category. */
                    category: string;
                    /**
                     * @description The channels it holds for; all when empty.
                     * @default []
                     */
                    channels?: string[];
                    /**
                     * Format: int64
                     * @description The word to change; a new one when absent.
                     * @default null
                     */
                    id?: number | null;
                    /** @description `block`, `warn`, or `ok` for an allowed phrase. */
                    severity: "ok" | "warn" | "block";
                    /**
                     * @description What to say instead.
                     * @default
                     */
                    suggestion?: string;
                    /**
                     * Format: int64
                     * @description The version that was read, with `id`.
                     * @default null
                     */
                    version?: number | null;
                    /** @description The word. */
                    word: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "desk.find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What was typed, pasted or scanned. */
                    q: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "desk.today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "duties.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duty"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "events.listen": {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "files.put": {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileFacts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "grants.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The right. */
                    cell: string;
                    /**
                     * @description The module.
                     * @enum {string}
                     */
                    module: "people" | "acting_cover" | "recruiting" | "appraisal" | "personnel_requests" | "tasks" | "goals" | "products" | "development" | "launch" | "suppliers" | "purchasing" | "receiving" | "payments" | "stock" | "stock_count" | "replenishment" | "listings_domestic" | "listings_overseas" | "orders_domestic" | "orders_overseas" | "after_sales" | "service" | "roster" | "assets" | "copy" | "shoots" | "content" | "campaigns" | "ads" | "research" | "issues" | "expenses" | "margin" | "reports" | "sop" | "rules" | "imports" | "audit" | "system";
                    /** @description Why. */
                    reason: string;
                    /**
                     * Format: int64
                     * @description Who.
                     */
                    staff_id: number;
                    /**
                     * Format: date
                     * @description The last day it holds; at most a year ahead.
                     */
                    until: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "grants.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The grant.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "grants.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "help.posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.bad_rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The import.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Make products for listings whose product is not known.
                     * @default null
                     */
                    create_products?: boolean | null;
                    /**
                     * @description The currency of a file that names none.
                     * @default null
                     */
                    currency?: string | null;
                    /**
                     * @description How to read `03/04/2024`.
                     * @default null
                     */
                    day_order?: ("ask" | "day_first" | "month_first") | null;
                    /**
                     * @description Which mark stands before the decimals.
                     * @default null
                     */
                    decimal?: ("point" | "comma") | null;
                    /**
                     * @description The encoding of a text file.
                     * @default null
                     */
                    encoding?: ("utf8" | "utf16_le" | "utf16_be" | "gb18030" | "windows1252" | "shift_jis") | null;
                    /**
                     * Format: uint64
                     * @description The header's row.
                     * @default null
                     */
                    header_row?: number | null;
                    /**
                     * Format: int64
                     * @description The import.
                     */
                    id: number;
                    /**
                     * @description Read hidden rows too.
                     * @default null
                     */
                    include_hidden?: boolean | null;
                    /**
                     * @description The sheet to read.
                     * @default null
                     */
                    sheet?: string | null;
                    /**
                     * Format: int64
                     * @description The shop; `null` for none.
                     * @default null
                     */
                    shop?: number | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The same file was imported before, and that is meant.
                     * @default false
                     */
                    again?: boolean;
                    /**
                     * Format: int64
                     * @description The import.
                     */
                    id: number;
                    /**
                     * @description Leave wrong rows out; without it one wrong row stops all.
                     * @default false
                     */
                    skip_bad?: boolean;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The import.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": boolean;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.fix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The cells; the same cell again replaces what was put there before. */
                    fixes: {
                        /** @description The column's name. */
                        column: string;
                        /**
                         * Format: uint64
                         * @description The record's number in the file, from 1, header included.
                         */
                        row: number;
                        /** @description What to read there. */
                        value: string;
                    }[];
                    /**
                     * Format: int64
                     * @description The import.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The import.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page6"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The import.
                     */
                    id: number;
                    /** @description The map; `null` goes back to what the program finds by itself. */
                    map?: {
                        /** @description The columns; ones that are not named are kept as extra. */
                        columns: {
                            /** @description What it means. */
                            field: "code" | "title" | "subtitle" | "category_id" | "category" | "brand" | "price" | "market_price" | "cost" | "stock" | "barcode" | "sku_code" | "platform_item_id" | "platform_sku_id" | "asin" | "sku_option" | "sku_options" | "weight_g" | "weight_kg" | "unit" | "pictures" | "description" | "status" | "attribute" | "extra" | "ignore";
                            /** @description The column's name in the file. */
                            source: string;
                            /**
                             * @description What some of its values are to be read as: 上架中 → `on_sale`, 红 → 红色.
                             * @default {}
                             */
                            values?: {
                                [key: string]: string;
                            };
                        }[];
                        /** @description What the rows are. */
                        kind: "products" | "listings";
                    } | null;
                    /**
                     * @description Keep it under this name for files with the same columns.
                     * @default null
                     */
                    save_as?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Make products for listings whose product is not known.
                     * @default false
                     */
                    create_products?: boolean;
                    /**
                     * @description The currency of a file that names none.
                     * @default null
                     */
                    currency?: string | null;
                    /**
                     * @description The encoding of a text file.
                     * @default null
                     */
                    encoding?: ("utf8" | "utf16_le" | "utf16_be" | "gb18030" | "windows1252" | "shift_jis") | null;
                    /** @description The stored file. */
                    file: string;
                    /**
                     * Format: uint64
                     * @description The header's row.
                     * @default null
                     */
                    header_row?: number | null;
                    /**
                     * @description Which column is which.
                     * @default null
                     */
                    map?: {
                        /** @description The columns; ones that are not named are kept as extra. */
                        columns: {
                            /** @description What it means. */
                            field: "code" | "title" | "subtitle" | "category_id" | "category" | "brand" | "price" | "market_price" | "cost" | "stock" | "barcode" | "sku_code" | "platform_item_id" | "platform_sku_id" | "asin" | "sku_option" | "sku_options" | "weight_g" | "weight_kg" | "unit" | "pictures" | "description" | "status" | "attribute" | "extra" | "ignore";
                            /** @description The column's name in the file. */
                            source: string;
                            /**
                             * @description What some of its values are to be read as: 上架中 → `on_sale`, 红 → 红色.
                             * @default {}
                             */
                            values?: {
                                [key: string]: string;
                            };
                        }[];
                        /** @description What the rows are. */
                        kind: "products" | "listings";
                    } | null;
                    /** @description Its name. */
                    name: string;
                    /**
                     * @description Files dropped together with it.
                     * @default []
                     */
                    pack?: {
                        /**
                         * @description The stored file.
                         * @default null
                         */
                        file?: string | null;
                        /** @description Its name as the table says it: `1a2b….tbi`. */
                        name: string;
                        /**
                         * @description Why it was not stored, when it was not: the rows that name it say so.
                         * @default null
                         */
                        refused?: string | null;
                    }[];
                    /**
                     * Format: int64
                     * @description A saved map.
                     * @default null
                     */
                    profile?: number | null;
                    /**
                     * @description The sheet to read.
                     * @default null
                     */
                    sheet?: string | null;
                    /**
                     * Format: int64
                     * @description The shop whose listings these are.
                     * @default null
                     */
                    shop?: number | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Continue after this record's id.
                     * @default null
                     */
                    after?: number | null;
                    /**
                     * @description `new`, `update`, `unchanged`, `error`, `warned`; all when absent.
                     * @default null
                     */
                    class?: string | null;
                    /**
                     * Format: int64
                     * @description The import.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description 100 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * Format: int64
                     * @description Leave out this many after that, for jumping far down.
                     * @default null
                     */
                    skip?: number | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "imports.undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The import.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "jobs.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The job.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": boolean;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "jobs.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "lifecycles.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecycleView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "limits.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The amount.
                     */
                    amount: number;
                    /** @description What kind of decision. */
                    code: string;
                    /**
                     * @description The post.
                     * @enum {string}
                     */
                    post: "ops_supervisor" | "customer_service" | "mall_manager" | "designer" | "copywriter" | "ops_specialist" | "overseas" | "merchandiser" | "product_planner" | "promotion" | "director" | "admin";
                    /** @description Why. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "limits.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitView2"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "limits.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The limit.
                     */
                    id: number;
                    /** @description Why. */
                    reason: string;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "limits.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The new amount.
                     */
                    amount: number;
                    /**
                     * Format: int64
                     * @description The limit.
                     */
                    id: number;
                    /** @description Why. */
                    reason: string;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The action's code. */
                    action: string;
                    /**
                     * Format: int64
                     * @description Which.
                     */
                    id: number;
                    /**
                     * @description The platform's number, when it has one now.
                     * @default null
                     */
                    item_id?: string | null;
                    /**
                     * @description For deleting: nothing is open on the platform.
                     * @default false
                     */
                    no_open_orders?: boolean;
                    /**
                     * @description Why.
                     * @default null
                     */
                    reason?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read; absent: whatever it is now.
                     * @default null
                     */
                    version?: number | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.act_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The action's code. */
                    action: string;
                    /** @description Which. */
                    ids: number[];
                    /**
                     * @description Why.
                     * @default null
                     */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Many"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.add_skus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The listing.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.bulk_edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Only say what would happen.
                     * @default false
                     */
                    dry_run?: boolean;
                    /**
                     * @description Why.
                     * @default null
                     */
                    reason?: string | null;
                    /** @description The rows. */
                    rows: {
                        /**
                         * @description New category.
                         * @default null
                         */
                        category?: string | null;
                        /**
                         * Format: int64
                         * @description The listing; 0 when it is named otherwise.
                         * @default 0
                         */
                        id?: number;
                        /**
                         * @description Or the platform's number of it …
                         * @default null
                         */
                        item_id?: string | null;
                        /**
                         * @description Only the SKU with this 商家编码; all SKUs when blank. Alone it names the listing as well.
                         * @default null
                         */
                        outer_id?: string | null;
                        /**
                         * @description New price, as typed.
                         * @default null
                         */
                        price?: string | null;
                        /**
                         * @description New stock, as typed.
                         * @default null
                         */
                        qty?: string | null;
                        /**
                         * @description … in this shop (its code or name), where the number or 商家编码 is used in several.
                         * @default null
                         */
                        shop?: string | null;
                        /**
                         * @description New title.
                         * @default null
                         */
                        title?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A first price for all SKUs, in each shop's own currency.
                     * @default null
                     */
                    price?: {
                        /**
                         * Format: int64
                         * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                         */
                        amount: number;
                        /** @description The currency. */
                        currency: string;
                    } | null;
                    /**
                     * Format: int64
                     * @description The product.
                     */
                    product_id: number;
                    /** @description The shops. */
                    shop_ids: number[];
                    /**
                     * @description Title; the product's when absent.
                     * @default null
                     */
                    title?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number[];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Which.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.grid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Products after this one, for the next page.
                     * @default null
                     */
                    after?: number | null;
                    /**
                     * @description Only products that some shop in use does not have.
                     * @default false
                     */
                    gaps?: boolean;
                    /**
                     * @description Words of the product: title, codes, initials.
                     * @default null
                     */
                    q?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page7"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.of_item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The platform's number. */
                    item_id: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemHit"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.set_outer_ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The listing.
                     */
                    id: number;
                    /** @description By SKU of the listing. */
                    rows: {
                        /**
                         * Format: int64
                         * @description The listing's SKU.
                         */
                        listing_sku_id: number;
                        /** @description From now on. */
                        outer_id: string;
                    }[];
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.set_pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The pictures' hashes. */
                    files: string[];
                    /**
                     * Format: int64
                     * @description The listing.
                     */
                    id: number;
                    /** @description The slot's code. */
                    slot: string;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.set_price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The listing.
                     */
                    id: number;
                    /** @description The new price. */
                    price: {
                        /**
                         * Format: int64
                         * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                         */
                        amount: number;
                        /** @description The currency. */
                        currency: string;
                    };
                    /**
                     * @description Why.
                     * @default null
                     */
                    reason?: string | null;
                    /**
                     * @description Only these SKUs of the listing; all when absent.
                     * @default null
                     */
                    sku_ids?: number[] | null;
                    /**
                     * Format: int64
                     * @description The version that was read; absent: whatever it is now.
                     * @default null
                     */
                    version?: number | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.set_stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The listing.
                     */
                    id: number;
                    /**
                     * @description Why.
                     * @default null
                     */
                    reason?: string | null;
                    /** @description By SKU of the listing. */
                    rows: {
                        /**
                         * Format: int64
                         * @description The listing's SKU.
                         */
                        listing_sku_id: number;
                        /**
                         * Format: int64
                         * @description From now on.
                         */
                        qty: number;
                    }[];
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "listings.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Attributes, all of them.
                     * @default null
                     */
                    attributes?: {
                        [key: string]: string;
                    } | null;
                    /**
                     * @description Selling points.
                     * @default null
                     */
                    bullets?: string[] | null;
                    /**
                     * @description Category.
                     * @default null
                     */
                    category?: string | null;
                    /**
                     * @description 控价; an amount of 0 takes it away.
                     * @default null
                     */
                    control_price?: {
                        /**
                         * Format: int64
                         * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                         */
                        amount: number;
                        /** @description The currency. */
                        currency: string;
                    } | null;
                    /**
                     * @description Text of the detail page.
                     * @default null
                     */
                    detail?: string | null;
                    /**
                     * @description Freight template.
                     * @default null
                     */
                    freight?: string | null;
                    /**
                     * Format: int64
                     * @description Which.
                     */
                    id: number;
                    /**
                     * @description The platform's number.
                     * @default null
                     */
                    item_id?: string | null;
                    /**
                     * @description Keywords.
                     * @default null
                     */
                    keywords?: string | null;
                    /**
                     * @description 划线价; below or equal to nothing takes it away.
                     * @default null
                     */
                    list_price?: {
                        /**
                         * Format: int64
                         * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                         */
                        amount: number;
                        /** @description The currency. */
                        currency: string;
                    } | null;
                    /**
                     * @description Presale day; empty takes it away.
                     * @default null
                     */
                    presale_on?: string | null;
                    /**
                     * Format: int64
                     * @description Allocation; −1 takes it away.
                     * @default null
                     */
                    stock_alloc?: number | null;
                    /**
                     * @description Second line.
                     * @default null
                     */
                    subtitle?: string | null;
                    /**
                     * @description Title.
                     * @default null
                     */
                    title?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "lists.columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The list. */
                    list: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColumnView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "lists.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description These columns in this order; all when absent. What the caller may not see is left out.
                     * @default null
                     */
                    columns?: string[] | null;
                    /** @description As what; a workbook when absent. */
                    format?: "xlsx" | "csv";
                    /**
                     * @description Only these.
                     * @default null
                     */
                    ids?: number[] | null;
                    /** @description The list. */
                    list: string;
                    /**
                     * @description Its filter and order.
                     * @default {
                     *       "after": null,
                     *       "filters": [],
                     *       "limit": null,
                     *       "q": null,
                     *       "skip": null,
                     *       "sort": [],
                     *       "tab": null
                     *     }
                     */
                    query?: {
                        /**
                         * @description Continue after this cursor.
                         * @default null
                         */
                        after?: string | null;
                        /**
                         * @description Conditions, all of which must hold.
                         * @default []
                         */
                        filters?: {
                            /** @description The column. */
                            field: string;
                            /**
                             * @description How it is compared.
                             * @enum {string}
                             */
                            op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                            /**
                             * @description With what; a list for `in` and `between`.
                             * @default null
                             */
                            value?: unknown;
                        }[];
                        /**
                         * Format: uint32
                         * @description How many rows, 50 by default, 500 at most.
                         * @default null
                         */
                        limit?: number | null;
                        /**
                         * @description Words to look for.
                         * @default null
                         */
                        q?: string | null;
                        /**
                         * Format: uint32
                         * @description Jump over so many rows (only for jumps; paging goes by `after`).
                         * @default null
                         */
                        skip?: number | null;
                        /**
                         * @description The order; at most three columns.
                         * @default []
                         */
                        sort?: {
                            /**
                             * @description Largest first.
                             * @default false
                             */
                            desc?: boolean;
                            /** @description The column. */
                            field: string;
                        }[];
                        /**
                         * @description The tab; all when absent.
                         * @default null
                         */
                        tab?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "lists.ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The list. */
                    list: string;
                    /**
                     * @description Its question.
                     * @default {
                     *       "after": null,
                     *       "filters": [],
                     *       "limit": null,
                     *       "q": null,
                     *       "skip": null,
                     *       "sort": [],
                     *       "tab": null
                     *     }
                     */
                    query?: {
                        /**
                         * @description Continue after this cursor.
                         * @default null
                         */
                        after?: string | null;
                        /**
                         * @description Conditions, all of which must hold.
                         * @default []
                         */
                        filters?: {
                            /** @description The column. */
                            field: string;
                            /**
                             * @description How it is compared.
                             * @enum {string}
                             */
                            op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                            /**
                             * @description With what; a list for `in` and `between`.
                             * @default null
                             */
                            value?: unknown;
                        }[];
                        /**
                         * Format: uint32
                         * @description How many rows, 50 by default, 500 at most.
                         * @default null
                         */
                        limit?: number | null;
                        /**
                         * @description Words to look for.
                         * @default null
                         */
                        q?: string | null;
                        /**
                         * Format: uint32
                         * @description Jump over so many rows (only for jumps; paging goes by `after`).
                         * @default null
                         */
                        skip?: number | null;
                        /**
                         * @description The order; at most three columns.
                         * @default []
                         */
                        sort?: {
                            /**
                             * @description Largest first.
                             * @default false
                             */
                            desc?: boolean;
                            /** @description The column. */
                            field: string;
                        }[];
                        /**
                         * @description The tab; all when absent.
                         * @default null
                         */
                        tab?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number[];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "openapi.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "pins.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Height of an area.
                     * @default null
                     */
                    h_bp?: number | null;
                    /** @description What is to be done. */
                    text: string;
                    /**
                     * Format: int64
                     * @description The version (its id).
                     */
                    version: number;
                    /**
                     * Format: int64
                     * @description Width of an area.
                     * @default null
                     */
                    w_bp?: number | null;
                    /**
                     * Format: int64
                     * @description From the left, in ten-thousandths of the width.
                     */
                    x_bp: number;
                    /**
                     * Format: int64
                     * @description From the top, in ten-thousandths of the height.
                     */
                    y_bp: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "pins.reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The remark.
                     */
                    id: number;
                    /** @description What is said. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "pins.resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The remark.
                     */
                    id: number;
                    /**
                     * @description Why, when it will not be done; an answer otherwise.
                     * @default null
                     */
                    reason?: string | null;
                    /** @description What became of it. */
                    state: "open" | "done" | "wont";
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "pins.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The remark.
                     */
                    id: number;
                    /** @description New place. */
                    place?: {
                        /**
                         * Format: int64
                         * @description Height of an area.
                         * @default null
                         */
                        h_bp?: number | null;
                        /**
                         * Format: int64
                         * @description Width of an area.
                         * @default null
                         */
                        w_bp?: number | null;
                        /**
                         * Format: int64
                         * @description From the left.
                         */
                        x_bp: number;
                        /**
                         * Format: int64
                         * @description From the top.
                         */
                        y_bp: number;
                    } | null;
                    /**
                     * @description New words.
                     * @default null
                     */
                    text?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "posts.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostView2"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "prices.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The action's code. */
                    action: string;
                    /**
                     * Format: int64
                     * @description Which.
                     */
                    id: number;
                    /**
                     * @description Why.
                     * @default null
                     */
                    reason?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "prices.advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "prices.calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description From, UTC milliseconds.
                     */
                    from: number;
                    /**
                     * Format: int64
                     * @description Only this listing.
                     * @default null
                     */
                    listing_id?: number | null;
                    /**
                     * Format: int64
                     * @description Only this shop.
                     * @default null
                     */
                    shop_id?: number | null;
                    /**
                     * Format: int64
                     * @description Until, UTC milliseconds, not with it.
                     */
                    to: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLine"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "prices.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description … or one for each of these. */
                    items?: {
                        /**
                         * Format: int64
                         * @description The listing's SKU.
                         */
                        listing_sku_id: number;
                        /** @description Its price. */
                        price: {
                            /**
                             * Format: int64
                             * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                             */
                            amount: number;
                            /** @description The currency. */
                            currency: string;
                        };
                    }[];
                    /**
                     * Format: int64
                     * @description The listing.
                     */
                    listing_id: number;
                    /**
                     * @description One price for all its SKUs …
                     * @default null
                     */
                    price?: {
                        /**
                         * Format: int64
                         * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                         */
                        amount: number;
                        /** @description The currency. */
                        currency: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceCheck"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "prices.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "prices.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Which.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "prices.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page8"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "prices.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Only keeps a draft.
                     * @default false
                     */
                    draft?: boolean;
                    /**
                     * Format: int64
                     * @description Until when; for good when absent.
                     * @default null
                     */
                    end_at?: number | null;
                    /** @description … or one for each of these. */
                    items?: {
                        /**
                         * Format: int64
                         * @description The listing's SKU.
                         */
                        listing_sku_id: number;
                        /** @description Its price. */
                        price: {
                            /**
                             * Format: int64
                             * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                             */
                            amount: number;
                            /** @description The currency. */
                            currency: string;
                        };
                    }[];
                    /**
                     * Format: int64
                     * @description The listing.
                     */
                    listing_id: number;
                    /**
                     * @description One price for all its SKUs …
                     * @default null
                     */
                    price?: {
                        /**
                         * Format: int64
                         * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                         */
                        amount: number;
                        /** @description The currency. */
                        currency: string;
                    } | null;
                    /** @description Why. */
                    reason: string;
                    /**
                     * Format: int64
                     * @description From when, UTC milliseconds; now when absent.
                     * @default null
                     */
                    start_at?: number | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "prices.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Until when; for good when absent.
                     * @default null
                     */
                    end_at?: number | null;
                    /**
                     * Format: int64
                     * @description Which.
                     */
                    id: number;
                    /** @description … or one for each of these. */
                    items?: {
                        /**
                         * Format: int64
                         * @description The listing's SKU.
                         */
                        listing_sku_id: number;
                        /** @description Its price. */
                        price: {
                            /**
                             * Format: int64
                             * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                             */
                            amount: number;
                            /** @description The currency. */
                            currency: string;
                        };
                    }[];
                    /**
                     * @description One price for all the listing's SKUs …
                     * @default null
                     */
                    price?: {
                        /**
                         * Format: int64
                         * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                         */
                        amount: number;
                        /** @description The currency. */
                        currency: string;
                    } | null;
                    /** @description Why. */
                    reason: string;
                    /**
                     * Format: int64
                     * @description From when, UTC milliseconds; now when absent.
                     * @default null
                     */
                    start_at?: number | null;
                    /**
                     * @description Submits it as well.
                     * @default false
                     */
                    submit?: boolean;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description `launch`, `clear`, `resume`, `retire`, `reopen`. */
                    action: string;
                    /**
                     * Format: int64
                     * @description The product.
                     */
                    id: number;
                    /**
                     * @description Why, where the step asks for it.
                     * @default null
                     */
                    reason?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.act_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description `launch`, `clear`, `resume`, `retire`, `reopen`. */
                    action: string;
                    /** @description Which. */
                    ids: number[];
                    /**
                     * @description Why, where the step asks for it.
                     * @default null
                     */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkDone2"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.bulk_update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Styles that each gets.
                     * @default []
                     */
                    add_styles?: number[];
                    /** @description What changes; a blank text or an empty list keeps. Titles are not changed in bulk. */
                    facts?: {
                        /**
                         * @description Brand.
                         * @default null
                         */
                        brand?: string | null;
                        /**
                         * @description How to wash and keep it.
                         * @default null
                         */
                        care?: string | null;
                        /**
                         * Format: int64
                         * @description A leaf category.
                         * @default null
                         */
                        category_id?: number | null;
                        /**
                         * @description What buyers ask.
                         * @default null
                         */
                        faq?: {
                            /** @description The answer. */
                            a: string;
                            /** @description The question. */
                            q: string;
                        }[] | null;
                        /**
                         * @description What nobody may say of it, at most twenty.
                         * @default null
                         */
                        forbidden_claims?: string[] | null;
                        /**
                         * @description What it is made of.
                         * @default null
                         */
                        material?: string | null;
                        /**
                         * @description For colleagues.
                         * @default null
                         */
                        notes?: string | null;
                        /**
                         * @description 2026秋 …
                         * @default null
                         */
                        season?: string | null;
                        /**
                         * @description At most five.
                         * @default null
                         */
                        selling_points?: string[] | null;
                        /**
                         * @description About the supplier, for the shop only.
                         * @default null
                         */
                        supplier_note?: string | null;
                        /**
                         * @description Title.
                         * @default null
                         */
                        title?: string | null;
                    };
                    /** @description Which. */
                    ids: number[];
                    /**
                     * @description Why.
                     * @default null
                     */
                    reason?: string | null;
                    /**
                     * @description Styles that each loses.
                     * @default []
                     */
                    remove_styles?: number[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkDone2"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The product, when it is already known (from an item number that the listings resolved).
                     * @default null
                     */
                    id?: number | null;
                    /**
                     * @description What was typed, scanned or pasted.
                     * @default
                     */
                    q?: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The shop's own code; the next `PD-` number when absent.
                     * @default null
                     */
                    code?: string | null;
                    /** @description What is known of it; at least the title. */
                    facts: {
                        /**
                         * @description Brand.
                         * @default null
                         */
                        brand?: string | null;
                        /**
                         * @description How to wash and keep it.
                         * @default null
                         */
                        care?: string | null;
                        /**
                         * Format: int64
                         * @description A leaf category.
                         * @default null
                         */
                        category_id?: number | null;
                        /**
                         * @description What buyers ask.
                         * @default null
                         */
                        faq?: {
                            /** @description The answer. */
                            a: string;
                            /** @description The question. */
                            q: string;
                        }[] | null;
                        /**
                         * @description What nobody may say of it, at most twenty.
                         * @default null
                         */
                        forbidden_claims?: string[] | null;
                        /**
                         * @description What it is made of.
                         * @default null
                         */
                        material?: string | null;
                        /**
                         * @description For colleagues.
                         * @default null
                         */
                        notes?: string | null;
                        /**
                         * @description 2026秋 …
                         * @default null
                         */
                        season?: string | null;
                        /**
                         * @description At most five.
                         * @default null
                         */
                        selling_points?: string[] | null;
                        /**
                         * @description About the supplier, for the shop only.
                         * @default null
                         */
                        supplier_note?: string | null;
                        /**
                         * @description Title.
                         * @default null
                         */
                        title?: string | null;
                    };
                    /**
                     * @description Options from which the SKUs are made; absent: none yet, empty: one SKU without options.
                     * @default null
                     */
                    options?: {
                        /** @description 颜色, 尺码 … */
                        name: string;
                        /** @description Its values, in order. */
                        values: string[];
                    }[] | null;
                    /**
                     * @description Its styles.
                     * @default []
                     */
                    styles?: number[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made3"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The product.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page9"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.make_skus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The product.
                     */
                    id: number;
                    /** @description Options with their values; none makes one SKU without options. */
                    options: {
                        /** @description 颜色, 尺码 … */
                        name: string;
                        /** @description Its values, in order. */
                        values: string[];
                    }[];
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatrixDone"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.set_accessories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All its accessories. */
                    accessories: {
                        /**
                         * @description What to know about it.
                         * @default
                         */
                        note?: string;
                        /** @description `included`, `optional`, `replacement`. */
                        relation: string;
                        /**
                         * Format: int64
                         * @description The accessory's SKU.
                         */
                        sku_id: number;
                    }[];
                    /**
                     * Format: int64
                     * @description The product.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.set_pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The product.
                     */
                    id: number;
                    /** @description All pictures, in order. */
                    pictures: {
                        /** @description The file. */
                        file: string;
                        /**
                         * @description The option value that it shows.
                         * @default
                         */
                        option_value?: string;
                    }[];
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.set_size_chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The chart; absent takes it away.
                     * @default null
                     */
                    chart?: {
                        /** @description The columns; the first one is the size. */
                        columns: {
                            /** @description 尺码, 胸围, 衣长 … */
                            name: string;
                            /** @description Holds figures (or a span of figures such as 96-100). */
                            number: boolean;
                        }[];
                        /**
                         * @description A word to the customer: how it was measured, how it falls.
                         * @default
                         */
                        note?: string;
                        /** @description The rows, each as wide as the columns. */
                        rows: string[][];
                        /**
                         * @description The rules of size advice, the first that fits counts.
                         * @default []
                         */
                        rules?: {
                            /**
                             * Format: double
                             * @description Centimetres, from.
                             */
                            height_from: number;
                            /**
                             * Format: double
                             * @description Centimetres, up to and with.
                             */
                            height_to: number;
                            /** @description The size, one of the chart's first column. */
                            size: string;
                            /**
                             * Format: double
                             * @description Kilograms, from.
                             */
                            weight_from: number;
                            /**
                             * Format: double
                             * @description Kilograms, up to and with.
                             */
                            weight_to: number;
                        }[];
                        /** @description `cm` or `in`. */
                        unit: string;
                    } | null;
                    /**
                     * Format: int64
                     * @description The product.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description The chart's version that was read; 0 when there was none.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.set_styles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The product.
                     */
                    id: number;
                    /** @description All its styles. */
                    styles: number[];
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.size_advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: double
                     * @description Centimetres.
                     */
                    height: number;
                    /**
                     * Format: int64
                     * @description The product.
                     */
                    id: number;
                    /**
                     * Format: double
                     * @description Kilograms.
                     */
                    weight: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A new code.
                     * @default null
                     */
                    code?: string | null;
                    /** @description What changes. */
                    facts?: {
                        /**
                         * @description Brand.
                         * @default null
                         */
                        brand?: string | null;
                        /**
                         * @description How to wash and keep it.
                         * @default null
                         */
                        care?: string | null;
                        /**
                         * Format: int64
                         * @description A leaf category.
                         * @default null
                         */
                        category_id?: number | null;
                        /**
                         * @description What buyers ask.
                         * @default null
                         */
                        faq?: {
                            /** @description The answer. */
                            a: string;
                            /** @description The question. */
                            q: string;
                        }[] | null;
                        /**
                         * @description What nobody may say of it, at most twenty.
                         * @default null
                         */
                        forbidden_claims?: string[] | null;
                        /**
                         * @description What it is made of.
                         * @default null
                         */
                        material?: string | null;
                        /**
                         * @description For colleagues.
                         * @default null
                         */
                        notes?: string | null;
                        /**
                         * @description 2026秋 …
                         * @default null
                         */
                        season?: string | null;
                        /**
                         * @description At most five.
                         * @default null
                         */
                        selling_points?: string[] | null;
                        /**
                         * @description About the supplier, for the shop only.
                         * @default null
                         */
                        supplier_note?: string | null;
                        /**
                         * @description Title.
                         * @default null
                         */
                        title?: string | null;
                    };
                    /**
                     * Format: int64
                     * @description The product.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "products.update_sku": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Barcode; empty takes it away.
                     * @default null
                     */
                    barcode?: string | null;
                    /**
                     * @description Figures to take away: `cost`, `weight_g`.
                     * @default []
                     */
                    clear?: string[];
                    /**
                     * @description 商家编码
                     * @default null
                     */
                    code?: string | null;
                    /**
                     * @description What it costs.
                     * @default null
                     */
                    cost?: {
                        /**
                         * Format: int64
                         * @description Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
                         */
                        amount: number;
                        /** @description The currency. */
                        currency: string;
                    } | null;
                    /**
                     * Format: int64
                     * @description The SKU.
                     */
                    id: number;
                    /**
                     * @description `active` or `stopped`.
                     * @default null
                     */
                    state?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                    /**
                     * Format: int64
                     * @description Grams.
                     * @default null
                     */
                    weight_g?: number | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "profiles.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "profiles.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The map.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description Its version.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": boolean;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "profiles.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The columns' names of the files it is for. */
                    header: string[];
                    /** @description Which column is which. */
                    map: {
                        /** @description The columns; ones that are not named are kept as extra. */
                        columns: {
                            /** @description What it means. */
                            field: "code" | "title" | "subtitle" | "category_id" | "category" | "brand" | "price" | "market_price" | "cost" | "stock" | "barcode" | "sku_code" | "platform_item_id" | "platform_sku_id" | "asin" | "sku_option" | "sku_options" | "weight_g" | "weight_kg" | "unit" | "pictures" | "description" | "status" | "attribute" | "extra" | "ignore";
                            /** @description The column's name in the file. */
                            source: string;
                            /**
                             * @description What some of its values are to be read as: 上架中 → `on_sale`, 红 → 红色.
                             * @default {}
                             */
                            values?: {
                                [key: string]: string;
                            };
                        }[];
                        /** @description What the rows are. */
                        kind: "products" | "listings";
                    };
                    /** @description Its name. */
                    name: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "reports.catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "reports.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "reports.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page10"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "reports.make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is narrowed to.
                     * @default {
                     *       "asset_kind": null,
                     *       "assignee": null,
                     *       "shop": null
                     *     }
                     */
                    filters?: {
                        /**
                         * @description R16: only this kind of picture.
                         * @default null
                         * @enum {string|null}
                         */
                        asset_kind?: "main_image" | "white_bg" | "detail_page" | "sku_image" | "banner" | "campaign_page" | "ad_creative" | "static_page" | "social_image" | "video_cover" | "retouch" | "other" | null;
                        /**
                         * Format: int64
                         * @description R16: only this person's work.
                         * @default null
                         */
                        assignee?: number | null;
                        /**
                         * Format: int64
                         * @description R19: only this shop.
                         * @default null
                         */
                        shop?: number | null;
                    };
                    /**
                     * Format: date
                     * @description The first day.
                     */
                    from: string;
                    /** @description `R16`, `R19`. */
                    kind: string;
                    /**
                     * Format: date
                     * @description The last day.
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "reports.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is narrowed to.
                     * @default {
                     *       "asset_kind": null,
                     *       "assignee": null,
                     *       "shop": null
                     *     }
                     */
                    filters?: {
                        /**
                         * @description R16: only this kind of picture.
                         * @default null
                         * @enum {string|null}
                         */
                        asset_kind?: "main_image" | "white_bg" | "detail_page" | "sku_image" | "banner" | "campaign_page" | "ad_creative" | "static_page" | "social_image" | "video_cover" | "retouch" | "other" | null;
                        /**
                         * Format: int64
                         * @description R16: only this person's work.
                         * @default null
                         */
                        assignee?: number | null;
                        /**
                         * Format: int64
                         * @description R19: only this shop.
                         * @default null
                         */
                        shop?: number | null;
                    };
                    /**
                     * Format: date
                     * @description The first day.
                     */
                    from: string;
                    /** @description `R16`, `R19`. */
                    kind: string;
                    /**
                     * Format: date
                     * @description The last day.
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "rights.matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatrixView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "rights.reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Only this post's column.
                     * @default null
                     * @enum {string|null}
                     */
                    post?: "ops_supervisor" | "customer_service" | "mall_manager" | "designer" | "copywriter" | "ops_specialist" | "overseas" | "merchandiser" | "product_planner" | "promotion" | "director" | "admin" | null;
                    /** @description Why. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reset"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "rights.set_cell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The new right. */
                    cell: string;
                    /**
                     * Format: int64
                     * @description The cell.
                     */
                    id: number;
                    /** @description Why. */
                    reason: string;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "session.change_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The new one. */
                    new: string;
                    /** @description The present one. */
                    old: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "session.login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "session.logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "session.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "session.unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": boolean;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "sessions.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The session.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "sessions.mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "sessions.of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Who.
                     */
                    staff_id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "settings.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "settings.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which. */
                    key: string;
                    /** @description What it shall be. */
                    value: unknown;
                    /** @description What it was when the page was read; somebody else's change in between is not overwritten. */
                    was: unknown;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "shops.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The channel.
                     */
                    channel_id: number;
                    /** @description Short code, unique. */
                    code: string;
                    /** @description Name. */
                    name: string;
                    /**
                     * @description `US`, `RU` …
                     * @default
                     */
                    site?: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "shops.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopRow"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "shops.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description In use.
                     * @default null
                     */
                    active?: boolean | null;
                    /**
                     * Format: int64
                     * @description Which.
                     */
                    id: number;
                    /**
                     * @description New name.
                     * @default null
                     */
                    name?: string | null;
                    /**
                     * @description New site.
                     * @default null
                     */
                    site?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "slots.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The channel.
                     */
                    channel_id: number;
                    /**
                     * Format: int64
                     * @description So many at least.
                     * @default 0
                     */
                    min_count?: number;
                    /**
                     * @description Where the rules come from.
                     * @default
                     */
                    source?: string;
                    /**
                     * @description What a picture must be.
                     * @default {
                     *       "alpha": false,
                     *       "animated": false,
                     *       "channel": "",
                     *       "code": "",
                     *       "colour": null,
                     *       "confirmed": false,
                     *       "exact_height": null,
                     *       "exact_width": null,
                     *       "formats": [],
                     *       "max_bytes": null,
                     *       "max_count": null,
                     *       "max_height": null,
                     *       "max_width": null,
                     *       "min_bytes": null,
                     *       "min_height": null,
                     *       "min_longest": null,
                     *       "min_width": null,
                     *       "noted_on": "",
                     *       "ratio": null,
                     *       "shop_wide": false,
                     *       "slot": "",
                     *       "source": "",
                     *       "subject_pixels": null,
                     *       "subject_share": null,
                     *       "suggest_height": null,
                     *       "suggest_longest": null,
                     *       "suggest_width": null,
                     *       "ticks": [],
                     *       "white_ground": false
                     *     }
                     */
                    spec?: {
                        /**
                         * @description Transparency is allowed.
                         * @default false
                         */
                        alpha?: boolean;
                        /**
                         * @description Moving pictures are allowed.
                         * @default false
                         */
                        animated?: boolean;
                        /**
                         * @description Channel as people say it: 淘宝/天猫.
                         * @default
                         */
                        channel?: string;
                        /**
                         * @description Stable code, e.g. `taobao.main`.
                         * @default
                         */
                        code?: string;
                        /**
                         * @description Colour mode asked for; `None` = RGB (gray is taken too).
                         * @default null
                         */
                        colour?: ("rgb" | "gray" | "cmyk" | "indexed" | "other") | null;
                        /**
                         * @description The platform's own page was seen to say so.
                         * @default false
                         */
                        confirmed?: boolean;
                        /**
                         * Format: uint32
                         * @description Exactly this height.
                         * @default null
                         */
                        exact_height?: number | null;
                        /**
                         * Format: uint32
                         * @description Exactly this width.
                         * @default null
                         */
                        exact_width?: number | null;
                        /**
                         * @description Formats taken; empty = JPEG, PNG.
                         * @default []
                         */
                        formats?: ("jpeg" | "png" | "gif" | "webp" | "bmp" | "tiff" | "psd" | "ai" | "eps" | "pdf" | "svg" | "heic" | "avif" | "raw" | "font" | "mp4" | "mov" | "avi" | "mkv" | "docx" | "doc" | "pptx" | "ppt" | "xlsx" | "xls" | "csv" | "text" | "markdown" | "html" | "css" | "json" | "xml" | "zip" | "rar" | "seven_zip" | "gzip" | "other")[];
                        /**
                         * Format: uint64
                         * @description Most bytes.
                         * @default null
                         */
                        max_bytes?: number | null;
                        /**
                         * Format: uint32
                         * @description Most pictures in the slot.
                         * @default null
                         */
                        max_count?: number | null;
                        /**
                         * Format: uint32
                         * @description Greatest height.
                         * @default null
                         */
                        max_height?: number | null;
                        /**
                         * Format: uint32
                         * @description Greatest width.
                         * @default null
                         */
                        max_width?: number | null;
                        /**
                         * Format: uint64
                         * @description Least bytes.
                         * @default null
                         */
                        min_bytes?: number | null;
                        /**
                         * Format: uint32
                         * @description Least height.
                         * @default null
                         */
                        min_height?: number | null;
                        /**
                         * Format: uint32
                         * @description The longer side at least.
                         * @default null
                         */
                        min_longest?: number | null;
                        /**
                         * Format: uint32
                         * @description Least width.
                         * @default null
                         */
                        min_width?: number | null;
                        /**
                         * @description Day the rule was noted.
                         * @default
                         */
                        noted_on?: string;
                        /**
                         * @description Width to height, e.g. `[3, 4]`, within ±1 %.
                         * @default null
                         */
                        ratio?: number[] | null;
                        /**
                         * @description A place on the shop's pages or in its ads (首焦, 直通车图), not one of a listing.
                         * @default false
                         */
                        shop_wide?: boolean;
                        /**
                         * @description Slot as people say it: 主图.
                         * @default
                         */
                        slot?: string;
                        /**
                         * @description Where the rule comes from.
                         * @default
                         */
                        source?: string;
                        /**
                         * Format: uint32
                         * @description Least size of the subject, pixels on both sides.
                         * @default null
                         */
                        subject_pixels?: number | null;
                        /**
                         * Format: float
                         * @description Least share of the frame the subject fills (0 to 1, its longer side).
                         * @default null
                         */
                        subject_share?: number | null;
                        /**
                         * Format: uint32
                         * @description Better at least this large (amber, not red).
                         * @default null
                         */
                        suggest_height?: number | null;
                        /**
                         * Format: uint32
                         * @description The longer side better at least (amber).
                         * @default null
                         */
                        suggest_longest?: number | null;
                        /**
                         * Format: uint32
                         * @description Better at least this large (amber, not red).
                         * @default null
                         */
                        suggest_width?: number | null;
                        /**
                         * @description What a person has to look for.
                         * @default []
                         */
                        ticks?: string[];
                        /**
                         * @description The ground must be white.
                         * @default false
                         */
                        white_ground?: boolean;
                    };
                    /** @description As people say it: 细节图. */
                    title: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "slots.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The platform's own page was seen to say so.
                     * @default null
                     */
                    confirmed?: boolean | null;
                    /**
                     * Format: int64
                     * @description Which.
                     */
                    id: number;
                    /**
                     * Format: int64
                     * @description So many at least.
                     * @default null
                     */
                    min_count?: number | null;
                    /**
                     * @description Where they come from.
                     * @default null
                     */
                    source?: string | null;
                    /**
                     * @description The rules, whole.
                     * @default null
                     */
                    spec?: {
                        /**
                         * @description Transparency is allowed.
                         * @default false
                         */
                        alpha?: boolean;
                        /**
                         * @description Moving pictures are allowed.
                         * @default false
                         */
                        animated?: boolean;
                        /**
                         * @description Channel as people say it: 淘宝/天猫.
                         * @default
                         */
                        channel?: string;
                        /**
                         * @description Stable code, e.g. `taobao.main`.
                         * @default
                         */
                        code?: string;
                        /**
                         * @description Colour mode asked for; `None` = RGB (gray is taken too).
                         * @default null
                         */
                        colour?: ("rgb" | "gray" | "cmyk" | "indexed" | "other") | null;
                        /**
                         * @description The platform's own page was seen to say so.
                         * @default false
                         */
                        confirmed?: boolean;
                        /**
                         * Format: uint32
                         * @description Exactly this height.
                         * @default null
                         */
                        exact_height?: number | null;
                        /**
                         * Format: uint32
                         * @description Exactly this width.
                         * @default null
                         */
                        exact_width?: number | null;
                        /**
                         * @description Formats taken; empty = JPEG, PNG.
                         * @default []
                         */
                        formats?: ("jpeg" | "png" | "gif" | "webp" | "bmp" | "tiff" | "psd" | "ai" | "eps" | "pdf" | "svg" | "heic" | "avif" | "raw" | "font" | "mp4" | "mov" | "avi" | "mkv" | "docx" | "doc" | "pptx" | "ppt" | "xlsx" | "xls" | "csv" | "text" | "markdown" | "html" | "css" | "json" | "xml" | "zip" | "rar" | "seven_zip" | "gzip" | "other")[];
                        /**
                         * Format: uint64
                         * @description Most bytes.
                         * @default null
                         */
                        max_bytes?: number | null;
                        /**
                         * Format: uint32
                         * @description Most pictures in the slot.
                         * @default null
                         */
                        max_count?: number | null;
                        /**
                         * Format: uint32
                         * @description Greatest height.
                         * @default null
                         */
                        max_height?: number | null;
                        /**
                         * Format: uint32
                         * @description Greatest width.
                         * @default null
                         */
                        max_width?: number | null;
                        /**
                         * Format: uint64
                         * @description Least bytes.
                         * @default null
                         */
                        min_bytes?: number | null;
                        /**
                         * Format: uint32
                         * @description Least height.
                         * @default null
                         */
                        min_height?: number | null;
                        /**
                         * Format: uint32
                         * @description The longer side at least.
                         * @default null
                         */
                        min_longest?: number | null;
                        /**
                         * Format: uint32
                         * @description Least width.
                         * @default null
                         */
                        min_width?: number | null;
                        /**
                         * @description Day the rule was noted.
                         * @default
                         */
                        noted_on?: string;
                        /**
                         * @description Width to height, e.g. `[3, 4]`, within ±1 %.
                         * @default null
                         */
                        ratio?: number[] | null;
                        /**
                         * @description A place on the shop's pages or in its ads (首焦, 直通车图), not one of a listing.
                         * @default false
                         */
                        shop_wide?: boolean;
                        /**
                         * @description Slot as people say it: 主图.
                         * @default
                         */
                        slot?: string;
                        /**
                         * @description Where the rule comes from.
                         * @default
                         */
                        source?: string;
                        /**
                         * Format: uint32
                         * @description Least size of the subject, pixels on both sides.
                         * @default null
                         */
                        subject_pixels?: number | null;
                        /**
                         * Format: float
                         * @description Least share of the frame the subject fills (0 to 1, its longer side).
                         * @default null
                         */
                        subject_share?: number | null;
                        /**
                         * Format: uint32
                         * @description Better at least this large (amber, not red).
                         * @default null
                         */
                        suggest_height?: number | null;
                        /**
                         * Format: uint32
                         * @description The longer side better at least (amber).
                         * @default null
                         */
                        suggest_longest?: number | null;
                        /**
                         * Format: uint32
                         * @description Better at least this large (amber, not red).
                         * @default null
                         */
                        suggest_width?: number | null;
                        /**
                         * @description What a person has to look for.
                         * @default []
                         */
                        ticks?: string[];
                        /**
                         * @description The ground must be white.
                         * @default false
                         */
                        white_ground?: boolean;
                    } | null;
                    /**
                     * @description As people say it.
                     * @default null
                     */
                    title?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "staff.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "staff.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Login, unique. */
                    login: string;
                    /** @description Name. */
                    name: string;
                    /** @description First password; it only lets them choose their own. */
                    password: string;
                    /**
                     * @description Phone.
                     * @default
                     */
                    phone?: string;
                    /**
                     * @description Posts held from today.
                     * @default []
                     */
                    posts?: ("ops_supervisor" | "customer_service" | "mall_manager" | "designer" | "copywriter" | "ops_specialist" | "overseas" | "merchandiser" | "product_planner" | "promotion" | "director" | "admin")[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "staff.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Who.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "staff.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page11"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "staff.reset_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Who.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePassword"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "staff.set_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Who.
                     */
                    id: number;
                    /** @description The new password. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "staff.set_posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Who.
                     */
                    id: number;
                    /** @description All posts held from now on. */
                    posts: ("ops_supervisor" | "customer_service" | "mall_manager" | "designer" | "copywriter" | "ops_specialist" | "overseas" | "merchandiser" | "product_planner" | "promotion" | "director" | "admin")[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "staff.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description May sign in.
                     * @default null
                     */
                    active?: boolean | null;
                    /**
                     * Format: int64
                     * @description Who.
                     */
                    id: number;
                    /**
                     * @description New name.
                     * @default null
                     */
                    name?: string | null;
                    /**
                     * @description New phone.
                     * @default null
                     */
                    phone?: string | null;
                    /**
                     * @description Why, when somebody leaves or comes back.
                     * @default null
                     */
                    reason?: string | null;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "styles.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StyleRow"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "styles.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 风格, 款式, 场景, 人群 */
                    group: string;
                    /**
                     * Format: int64
                     * @description The style; a new one when absent.
                     * @default null
                     */
                    id?: number | null;
                    /** @description Its name. */
                    name: string;
                    /**
                     * Format: int64
                     * @description Its place in its group; the end when absent.
                     * @default null
                     */
                    position?: number | null;
                    /**
                     * @description Out of use: no product gets it any more.
                     * @default false
                     */
                    retired?: boolean;
                    /**
                     * Format: int64
                     * @description The version that was read.
                     * @default null
                     */
                    version?: number | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "sync.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * @description Only these tabs; every tab when empty. A page asks for its own first.
                     * @default []
                     */
                    tabs?: string[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "sync.drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "sync.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Continue after this cursor.
                     * @default null
                     */
                    after?: string | null;
                    /**
                     * @description Conditions, all of which must hold.
                     * @default []
                     */
                    filters?: {
                        /** @description The column. */
                        field: string;
                        /**
                         * @description How it is compared.
                         * @enum {string}
                         */
                        op: "eq" | "ne" | "in" | "lt" | "le" | "gt" | "ge" | "between" | "contains" | "is_null" | "not_null";
                        /**
                         * @description With what; a list for `in` and `between`.
                         * @default null
                         */
                        value?: unknown;
                    }[];
                    /**
                     * Format: uint32
                     * @description How many rows, 50 by default, 500 at most.
                     * @default null
                     */
                    limit?: number | null;
                    /**
                     * @description Words to look for.
                     * @default null
                     */
                    q?: string | null;
                    /**
                     * Format: uint32
                     * @description Jump over so many rows (only for jumps; paging goes by `after`).
                     * @default null
                     */
                    skip?: number | null;
                    /**
                     * @description The order; at most three columns.
                     * @default []
                     */
                    sort?: {
                        /**
                         * @description Largest first.
                         * @default false
                         */
                        desc?: boolean;
                        /** @description The column. */
                        field: string;
                    }[];
                    /**
                     * @description The tab; all when absent.
                     * @default null
                     */
                    tab?: string | null;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page12"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "sync.mark_done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which. */
                    ids: number[];
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Many"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "system.backup_now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "system.backup_plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Once a day, by itself. */
                    automatic: boolean;
                    /**
                     * Format: uint32
                     * @description The last backup of each of so many days …
                     */
                    keep_daily: number;
                    /**
                     * Format: uint32
                     * @description … and, before those, the last one of each of so many weeks.
                     */
                    keep_weekly: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "system.backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupsView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "system.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckReport"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "system.notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesView"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "views.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The list. */
                    list: string;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "views.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The view.
                     */
                    id: number;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "views.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The view to change; a new one when absent.
                     * @default null
                     */
                    id?: number | null;
                    /** @description The list. */
                    list: string;
                    /** @description Its name. */
                    name: string;
                    /**
                     * @description Everybody sees it.
                     * @default false
                     */
                    shared?: boolean;
                    /** @description What to keep. */
                    view: unknown;
                };
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "files.get": {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "thumbs.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
                size: 80 | 320 | 1600;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                    "image/png": unknown;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
