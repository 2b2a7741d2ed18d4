//! Where the shop lies, and how a failed verb says so.

use std::path::{Path, PathBuf};

use shopdesk::Shop;
use shopdesk::kernel::{Code, Error};

use crate::{Common, print};

/// A refusal with how to print it.
pub struct Failure {
    error: Error,
    json: bool,
}

impl Failure {
    /// Prints to standard error: the error object with `--json`, else the sentence.
    pub fn print(&self) {
        if self.json {
            print::complaint(&serde_json::to_string(&self.error).unwrap_or_default());
        } else {
            print::complaint(&format!("shopdesk: {}", self.error.message));
        }
    }
}

impl Common {
    /// Wraps an error as this verb prints it.
    pub fn failure(&self, error: impl Into<Error>) -> Failure {
        Failure { error: error.into(), json: self.json }
    }

    /// The shop's folder.
    pub fn folder(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(default_folder)
    }

    /// Opens the shop; it must be there already.
    pub fn open(&self) -> Result<Shop, Failure> {
        let folder = self.folder();
        if !folder.join(shopdesk::store::DATABASE).is_file() {
            return Err(self.failure(Error::new(
                Code::NotFound,
                "no_shop",
                format!("{} 里没有店铺数据。请用 --data 指明文件夹，或先用 shopdesk demo 建一个示例店铺", folder.display()),
            )));
        }
        Shop::open(&folder).map_err(|e| self.failure(e))
    }

    /// Prints what was done: JSON, or the sentence.
    pub fn say(&self, json: &serde_json::Value, sentence: &str) -> Result<(), Failure> {
        let said = if self.json { print::line(&json.to_string()) } else { print::line(sentence) };
        said.map_err(|e| self.failure(e))
    }
}

/// The platform's folder for an application's data.
fn default_folder() -> PathBuf {
    let env = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let base = if cfg!(windows) {
        env("APPDATA")
    } else if cfg!(target_os = "macos") {
        env("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        env("XDG_DATA_HOME").or_else(|| env("HOME").map(|home| home.join(".local/share")))
    };
    base.unwrap_or_else(|| Path::new(".").to_owned()).join("cn.shopdesk.app")
}
