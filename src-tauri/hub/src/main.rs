//! `shopdesk`: the shop without a window. Every verb takes `--data DIR` (default: the platform's data
//! folder) and `--json`; the exit status is 0 only when it did what was asked.

mod data;
mod import;
mod print;
mod report;
mod serve;
mod verbs;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

#[derive(Parser)]
#[command(
    name = "shopdesk",
    version,
    about = "店务台：不开窗口的店铺程序",
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

/// What every verb takes.
#[derive(Args, Clone)]
struct Common {
    /// 店铺数据所在的文件夹（默认：系统的应用数据文件夹）
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// 输出 JSON，供程序读取
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Scale {
    Small,
    Large,
}

#[derive(Subcommand)]
enum Verb {
    /// 建一个示例店铺，供试用
    Demo {
        #[command(flatten)]
        common: Common,
        /// small：几百个商品；large：一百万个 SKU 与上架，供测速
        #[arg(long, value_enum, default_value = "small")]
        scale: Scale,
    },
    /// 以某位员工的身份调用任意操作
    Call {
        /// 操作名，例如 listings.list
        name: String,
        /// 参数，JSON
        #[arg(default_value = "{}")]
        args: String,
        #[command(flatten)]
        common: Common,
        /// 员工的登录名
        #[arg(long = "as", value_name = "LOGIN")]
        login: String,
    },
    /// 导入平台的文件、商品表格或助理数据包（也可以是文件夹、zip），按内容识别
    Import {
        /// 要导入的文件或文件夹
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        common: Common,
        /// 员工的登录名
        #[arg(long = "as", value_name = "LOGIN")]
        login: String,
        #[command(flatten)]
        how: import::How,
    },
    /// 生成一份报表，写入 Excel 文件
    Report {
        /// 报表，例如 R16、R19
        kind: String,
        /// 开始日，例如 2026-11-01
        #[arg(long, value_name = "DAY")]
        from: String,
        /// 结束日，例如 2026-11-30
        #[arg(long, value_name = "DAY")]
        to: String,
        /// 写到哪个文件（.xlsx）
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        common: Common,
        /// 员工的登录名
        #[arg(long = "as", value_name = "LOGIN")]
        login: String,
    },
    /// 打开给浏览器使用（仅本机地址，除非另行指定）
    Serve {
        #[command(flatten)]
        common: Common,
        /// 监听的地址
        #[arg(long, default_value = "127.0.0.1:7321")]
        listen: String,
    },
    /// 备份整个店铺到一个文件
    Backup {
        #[command(flatten)]
        common: Common,
        /// 备份文件
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// 从备份文件恢复到一个空文件夹
    Restore {
        /// 备份文件
        file: PathBuf,
        #[command(flatten)]
        common: Common,
    },
    /// 检查数据库、文件、审计记录，以及记着的合计与搜索索引
    Check {
        #[command(flatten)]
        common: Common,
        /// 先把能从现有记录重新算出的合计与搜索索引算一遍，再检查
        #[arg(long)]
        repair: bool,
    },
    /// 输出 OpenAPI 3.1 文档
    Api,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.verb {
        Verb::Demo { common, scale } => verbs::demo(&common, matches!(scale, Scale::Large)),
        Verb::Call { name, args, common, login } => verbs::call(&common, &name, &args, &login),
        Verb::Import { files, common, login, how } => import::import(&common, &files, &login, how),
        Verb::Report { kind, from, to, out, common, login } => {
            let asked =
                report::Asked { kind: &kind, from: &from, to: &to, out: &out, login: &login };
            report::report(&common, &asked)
        }
        Verb::Serve { common, listen } => serve::serve(&common, &listen),
        Verb::Backup { common, out } => verbs::backup(&common, &out),
        Verb::Restore { file, common } => verbs::restore(&common, &file),
        Verb::Check { common, repair } => verbs::check(&common, repair),
        Verb::Api => verbs::api(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.print();
            ExitCode::FAILURE
        }
    }
}
