//! Pure rules of people: logins, passwords, lock-out, amount limits.

use crate::kernel::{Error, Post, Result};

/// Wrong passwords in a row before an account locks.
pub const TRIES: i64 = 5;
/// How long it stays locked, in milliseconds.
pub const LOCKED_MS: i64 = 5 * 60 * 1000;
/// A session that nobody used for so long has ended, in milliseconds (14 days).
pub const SESSION_MS: i64 = 14 * 24 * 3600 * 1000;

/// The amount limits a new shop begins with: code, what it is, the post, the limit in 分 or basis
/// points. A shop edits its own copy.
pub const LIMITS: &[(&str, &str, Post, i64)] = &[
    ("compensation", "单笔赔付（元）", Post::CustomerService, 20_00),
    ("compensation", "单笔赔付（元）", Post::OpsSupervisor, 200_00),
    ("purchase_order", "采购单（元）", Post::OpsSupervisor, 20_000_00),
    ("expense", "费用（元）", Post::OpsSupervisor, 2_000_00),
    ("campaign_budget", "活动预算（元）", Post::OpsSupervisor, 20_000_00),
    ("price_change_bp", "调价自动通过的幅度（万分之一）", Post::OpsSpecialist, 1_000),
];

/// A login: 2 to 32 letters, digits, `.`, `_`, `-`, or Chinese characters.
pub fn check_login(login: &str) -> Result<String> {
    let login = login.trim();
    let fits = (2..=32).contains(&login.chars().count())
        && login.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'));
    if fits {
        Ok(login.to_lowercase())
    } else {
        Err(Error::invalid(
            "login",
            format!(
                "登录名“{login}”不对，应为 2 到 32 个字母、数字或汉字，可含 . _ -，例如 zhangli"
            ),
        ))
    }
}

/// A password: at least 8 characters, not the login, not one character repeated.
pub fn check_password(password: &str, login: &str) -> Result<()> {
    let bad = |why: &str| {
        Err(Error::invalid("password", format!("密码{why}，请换一个 8 位以上、别人猜不到的密码")))
    };
    let chars: Vec<char> = password.chars().collect();
    if chars.len() < 8 {
        return bad("少于 8 位");
    }
    if chars.len() > 128 {
        return bad("超过 128 位");
    }
    if password.eq_ignore_ascii_case(login) || chars.iter().all(|c| *c == chars[0]) {
        return bad("太容易猜到");
    }
    if ["12345678", "123456789", "1234567890", "password", "88888888", "qwertyui", "11223344"]
        .contains(&password.to_lowercase().as_str())
    {
        return bad("是最常见的密码之一");
    }
    Ok(())
}

/// A name: 1 to 40 characters without control characters.
pub fn check_name(name: &str) -> Result<String> {
    let name: String = name.trim().chars().filter(|c| !c.is_control()).collect();
    if name.is_empty() || name.chars().count() > 40 {
        return Err(Error::invalid("name", "姓名不能为空，最多 40 个字"));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_must_not_be_easy() {
        for easy in ["", "1234567", "12345678", "aaaaaaaa", "zhangli2"] {
            assert!(check_password(easy, "zhangli2").is_err(), "{easy}");
        }
        assert!(check_password("晚风吹过第七条街", "zhangli2").is_ok());
    }

    #[test]
    fn a_login_may_be_chinese_and_is_kept_in_lower_case() {
        assert_eq!(check_login(" ZhangLi ").unwrap(), "zhangli");
        assert_eq!(check_login("张丽").unwrap(), "张丽");
        assert!(check_login("a b").is_err());
    }
}
