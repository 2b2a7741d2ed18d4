//! Signing in and out. Passwords are kept as argon2id hashes, sessions as hashes of their tokens.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use serde::Deserialize;
use serde_json::Value as Json;

use super::rules::{LOCKED_MS, SESSION_MS, TRIES, check_login};
use super::table::{SESSION, STAFF, hats};
use crate::kernel::door::Core;
use crate::kernel::rights::{Caller, Worn};
use crate::kernel::{Code, Error, Result, Tx};
use crate::params;

#[derive(Deserialize)]
struct Account {
    id: i64,
    name: String,
    password: String,
    failed: i64,
    locked_until: i64,
}

/// 7 MiB, five passes, one lane: of the settings that OWASP's Password Storage Cheat Sheet holds to be
/// equally strong, the one that a sign-in waits for least. Older hashes carry their own.
fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(7 * 1024, 5, 1, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The password as it is stored.
pub(super) fn hash_password(password: &str) -> Result<String> {
    Ok(argon2()?.hash_password(password.as_bytes()).map_err(Error::internal)?.to_string())
}

/// Signs somebody in. Five wrong passwords lock the account for five minutes; a wrong login and a
/// wrong password give the same answer.
pub fn login(core: &Arc<Core>, login: &str, password: &str, device: &str) -> Result<String> {
    let wrong = || {
        Error::new(
            Code::Unauthenticated,
            "wrong_password",
            "登录名或密码不对，请检查大小写后再试一次",
        )
    };
    let login = check_login(login).map_err(|_| wrong())?;
    let system = Caller::system();
    let account: Option<Account> = core.read(&system, |cx| {
        cx.maybe(
            "select id, name, password, failed, locked_until from staff
             where login = ?1 and active = 1",
            params![login],
        )
    })?;
    let Some(account) = account else {
        // As long as for a real account, so that nobody learns which logins exist.
        hash_password(password)?;
        return Err(wrong());
    };
    refuse_locked(&account, core.now())?;
    if !matches(&account.password, password) {
        core.write_unasked("session", |tx| note_failure(tx, &account))?;
        return Err(wrong());
    }
    let token = fresh_token()?;
    core.write_by(&person(core, &account, device)?, "session.login", |tx| {
        tx.exec(
            &SESSION,
            "insert into session (token_hash, staff_id, device, created_at, used_at)
             values (?1, ?2, ?3, ?4, ?4)",
            params![token_hash(&token), account.id, device, tx.now],
        )?;
        let id =
            tx.one("select id from session where token_hash = ?1", params![token_hash(&token)])?;
        tx.note(&SESSION, id, "created", &[("device", Json::Null, device.into())]);
        if account.failed > 0 {
            forgive(tx, account.id)?;
        }
        Ok(())
    })?;
    Ok(token)
}

/// Whoever the account is of, as the trail names them at the moment of signing in.
fn person(core: &Arc<Core>, account: &Account, device: &str) -> Result<Caller> {
    Ok(Caller {
        staff: account.id,
        name: account.name.clone(),
        hats: core.read(&Caller::system(), |cx| hats(cx, account.id))?,
        source: "ui",
        device: device.to_owned(),
        session: None,
        worn: Worn::default(),
    })
}

fn note_failure(tx: &mut Tx<'_>, account: &Account) -> Result<()> {
    let failed = account.failed + 1;
    let (failed, locked) = if failed >= TRIES { (0, tx.now + LOCKED_MS) } else { (failed, 0) };
    tx.because(Some("密码不对"));
    tx.update(
        &STAFF,
        account.id,
        None,
        &[("failed", failed.into()), ("locked_until", locked.into())],
    )?;
    Ok(())
}

/// Ends a session; one that is over already stays so.
pub fn logout(core: &Arc<Core>, token: &str) -> Result<()> {
    let caller = match caller(core, token) {
        Ok(caller) => caller,
        Err(e) if e.code == Code::Unauthenticated => return Ok(()),
        Err(e) => return Err(e),
    };
    let session = caller.session.unwrap_or_default();
    core.write_by(&caller, "session.logout", |tx| end(tx, &Of::Session(session)))
}

/// Whose sessions.
pub(super) enum Of {
    /// This one.
    Session(i64),
    /// All of a person.
    Staff(i64),
}

/// Ends those that are open, and says in the trail where.
pub(super) fn end(tx: &mut Tx<'_>, of: &Of) -> Result<()> {
    let (column, id) = match of {
        Of::Session(id) => ("id", *id),
        Of::Staff(id) => ("staff_id", *id),
    };
    let open: Vec<(i64, String, i64)> = tx.all(
        &format!(
            "select id, device, staff_id from session where {column} = ?1 and ended_at is null"
        ),
        params![id],
    )?;
    tx.exec(
        &SESSION,
        &format!("update session set ended_at = ?2 where {column} = ?1 and ended_at is null"),
        params![id, tx.now],
    )?;
    for (session, device, staff) in open {
        let was = [("device", device.into(), Json::Null), ("staff_id", staff.into(), Json::Null)];
        tx.note(&SESSION, session, "removed", &was);
    }
    Ok(())
}

/// Ends the sessions that nobody has come back to; answers how many.
pub fn end_stale(tx: &mut Tx<'_>) -> Result<u64> {
    let ended = tx.exec(
        &SESSION,
        "update session set ended_at = ?1 where ended_at is null and used_at <= ?2",
        params![tx.now, tx.now - SESSION_MS],
    )?;
    Ok(ended as u64)
}

/// How old the note of a session's last use may become before it is written anew.
const USED_EVERY_MS: i64 = 10 * 60 * 1000;

/// Who is behind a token. With a password that somebody else gave, no hat is worn: all that can be
/// done is choosing another one.
pub fn caller(core: &Arc<Core>, token: &str) -> Result<Caller> {
    #[derive(Deserialize)]
    struct Row {
        session: i64,
        used_at: i64,
        id: i64,
        name: String,
        device: String,
        temporary: bool,
    }
    let system = Caller::system();
    let (caller, used_at) = core.read(&system, |cx| {
        let row: Option<Row> = cx.maybe(
            "select e.id as session, e.used_at, s.id, s.name, e.device, s.temporary
             from session e join staff s on s.id = e.staff_id
             where e.token_hash = ?1 and e.ended_at is null and e.used_at > ?2 and s.active = 1",
            params![token_hash(token), cx.now - SESSION_MS],
        )?;
        let row = row.ok_or_else(|| {
            Error::new(
                Code::Unauthenticated,
                "no_session",
                "登录已失效，请重新登录；没保存的内容还在页面上",
            )
        })?;
        let hats = if row.temporary { Vec::new() } else { hats(cx, row.id)? };
        let caller = Caller {
            staff: row.id,
            name: row.name,
            hats,
            source: "ui",
            device: row.device,
            session: Some(row.session),
            worn: Worn::default(),
        };
        Ok((caller, row.used_at))
    })?;
    if core.now() - used_at > USED_EVERY_MS {
        core.write_unasked("session", |tx| {
            tx.exec(
                &SESSION,
                "update session set used_at = ?2 where id = ?1",
                params![caller.session, tx.now],
            )?;
            Ok(())
        })?;
    }
    Ok(caller)
}

/// The member of staff with this login, for programs on the machine itself.
pub fn local(core: &Arc<Core>, login: &str, source: &'static str) -> Result<Caller> {
    let system = Caller::system();
    core.read(&system, |cx| {
        let row: Option<(i64, String)> = cx.maybe(
            "select id, name from staff where login = ?1 and active = 1",
            params![login.trim().to_lowercase()],
        )?;
        let (id, name) = row.ok_or_else(|| Error::not_found("在职员工", login))?;
        let hats = hats(cx, id)?;
        Ok(Caller {
            staff: id,
            name,
            hats,
            source,
            device: "本机".to_owned(),
            session: None,
            worn: Worn::default(),
        })
    })
}

fn token_hash(token: &str) -> String {
    blake3::hash(token.as_bytes()).to_hex().to_string()
}

/// 256 random bits from the system.
fn fresh_token() -> Result<String> {
    let mut bytes = [0_u8; 32];
    // Without the system's randomness nobody may be let in with a guessable token.
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(blake3::hash(&bytes).to_hex().to_string())
}

/// A password to be read out and typed once: groups of letters and digits that are not mistaken for
/// each other.
pub(super) fn fresh_password() -> Result<String> {
    const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789x";
    let mut bytes = [0_u8; 12];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    let letters: Vec<char> = bytes.iter().map(|b| char::from(SIGNS[usize::from(b % 32)])).collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    Ok(groups.join("-"))
}

/// Whether this is the password behind a stored hash.
pub(super) fn matches(stored: &str, password: &str) -> bool {
    PasswordHash::new(stored)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Whether this is the caller's password; wrong ones count towards the lock as at signing in, and
/// while the account is locked none is right.
pub fn knows_password(core: &Arc<Core>, caller: &Caller, password: &str) -> Result<bool> {
    let account: Account = core.read(&Caller::system(), |cx| {
        cx.one(
            "select id, name, password, failed, locked_until from staff where id = ?1",
            params![caller.staff],
        )
    })?;
    refuse_locked(&account, core.now())?;
    if !matches(&account.password, password) {
        core.write_unasked("session", |tx| note_failure(tx, &account))?;
        return Ok(false);
    }
    if account.failed > 0 {
        core.write_unasked("session", |tx| forgive(tx, account.id))?;
    }
    Ok(true)
}

fn refuse_locked(account: &Account, now: i64) -> Result<()> {
    if account.locked_until <= now {
        return Ok(());
    }
    let minutes = (account.locked_until - now + 59_999) / 60_000;
    Err(Error::new(
        Code::Unauthenticated,
        "account_locked",
        format!("密码连续输错 {TRIES} 次，账号已锁定，请 {minutes} 分钟后再试，或请管理员重设密码"),
    ))
}

fn forgive(tx: &mut Tx<'_>, staff: i64) -> Result<()> {
    tx.update(&STAFF, staff, None, &[("failed", 0.into()), ("locked_until", 0.into())]).map(|_| ())
}
