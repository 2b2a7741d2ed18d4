//! Files between the desktop and the shop: dropped in, shown, saved out.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use serde::Serialize;
use shopdesk::kernel::files::{self, FileFacts, facts};
use shopdesk::kernel::rights::Caller;
use shopdesk::kernel::{Code, Error, Result};
use tauri::http::{Request, Response, StatusCode, header};
use tauri::ipc::{InvokeBody, Request as IpcRequest};
use tauri::{Manager, Runtime, State, UriSchemeContext, UriSchemeResponder, WebviewWindow};

use crate::door::{Door, off_the_main_thread};

/// Files that systems leave in folders and nobody means to drop.
const LEFTOVERS: &[&str] = &[".ds_store", "thumbs.db", "desktop.ini"];

/// One dropped file: taken in, or refused with a reason. One refusal does not stop the others.
#[derive(Debug, Serialize)]
pub struct Staged {
    path: PathBuf,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<FileFacts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Error>,
}

/// Takes in files from this machine; of a folder, every file in it.
#[tauri::command]
pub async fn stage_paths(
    window: WebviewWindow,
    door: State<'_, Arc<Door>>,
    paths: Vec<PathBuf>,
) -> Result<Vec<Staged>> {
    let door = Arc::clone(&door);
    off_the_main_thread(move || {
        let caller = door.caller(window.label())?;
        let mut staged = Vec::new();
        for path in &paths {
            match files_under(path) {
                Ok(files) => {
                    staged.extend(files.into_iter().map(|file| stage(&door, &caller, file)));
                }
                Err(error) => {
                    let error = unreadable(path, &error);
                    let name = name_of(path);
                    staged.push(Staged {
                        path: path.clone(),
                        name,
                        facts: None,
                        error: Some(error),
                    });
                }
            }
        }
        Ok(staged)
    })
    .await
}

/// Takes in a file that the page holds itself, such as a pasted picture. Its name comes in the
/// header `name`, percent-encoded.
#[tauri::command]
pub async fn stage_bytes(
    window: WebviewWindow,
    door: State<'_, Arc<Door>>,
    request: IpcRequest<'_>,
) -> Result<FileFacts> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Error::invalid("", "没有收到文件内容，请重新粘贴或拖入"));
    };
    let name = request.headers().get("name").and_then(|name| name.to_str().ok()).unwrap_or("");
    let name = percent_decode_str(name).decode_utf8_lossy().into_owned();
    let bytes = bytes.clone();
    let door = Arc::clone(&door);
    off_the_main_thread(move || {
        let caller = door.caller(window.label())?;
        door.shop().core().put_bytes(&caller, &name, &bytes)
    })
    .await
}

/// Writes a copy of a stored file where the person has chosen, whole or not at all.
#[tauri::command]
pub async fn save_file(
    window: WebviewWindow,
    door: State<'_, Arc<Door>>,
    hash: String,
    path: PathBuf,
) -> Result<()> {
    let door = Arc::clone(&door);
    off_the_main_thread(move || {
        door.caller(window.label())?;
        let Some(mut from) = door.shop().core().store().files().open_file(&hash)? else {
            return Err(Error::not_found("文件", hash.get(..12).unwrap_or(&hash)));
        };
        save(&mut from, &path).map_err(|error| {
            Error::new(
                Code::Unavailable,
                "io",
                format!(
                    "没有保存到 {}：{error}。请检查磁盘空间、文件是否正被打开，或换一个位置",
                    path.display()
                ),
            )
        })
    })
    .await
}

fn save(from: &mut File, path: &Path) -> io::Result<()> {
    let part = path.with_file_name(format!(".{}.part", name_of(path)));
    let written = File::create(&part).and_then(|mut copy| {
        io::copy(from, &mut copy)?;
        copy.sync_all()
    });
    let saved = written.and_then(|()| fs::rename(&part, path));
    if saved.is_err() {
        // What is left of it is of no use; if even that cannot go, the first error says why.
        let _ = fs::remove_file(&part);
    }
    saved
}

fn stage(door: &Door, caller: &Caller, path: PathBuf) -> Staged {
    let name = name_of(&path);
    let taken = open_patiently(|| File::open(&path))
        .map_err(|error| unreadable(&path, &error))
        .and_then(|mut file| door.shop().core().put_file(caller, &name, &mut file));
    match taken {
        Ok(facts) => Staged { path, name, facts: Some(facts), error: None },
        Err(error) => Staged { path, name, facts: None, error: Some(error) },
    }
}

/// How long to wait before each further try at a file that another program holds.
const PATIENCE: [Duration; 3] =
    [Duration::from_millis(200), Duration::from_millis(400), Duration::from_millis(800)];

/// Opens a file, trying again while another program (Photoshop in the middle of a save) holds it.
fn open_patiently<T>(mut open: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in PATIENCE {
        match open() {
            Err(error) if is_held(&error) => std::thread::sleep(wait),
            done => return done,
        }
    }
    open()
}

/// Another program holds the file: Windows' sharing and lock violations, a busy file elsewhere.
fn is_held(error: &io::Error) -> bool {
    let windows = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    windows
        || matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy)
}

/// The file itself, or every file in a folder and the folders in it, by name. Links are followed
/// only where the person dropped one, so that a folder cannot contain itself.
fn files_under(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut files = Vec::new();
    for entry in entries {
        let kind = entry.file_type()?;
        if kind.is_dir() {
            files.extend(files_under(&entry.path())?);
        } else if kind.is_file() && !is_leftover(&entry.path()) {
            files.push(entry.path());
        }
    }
    Ok(files)
}

fn is_leftover(path: &Path) -> bool {
    let name = name_of(path).to_lowercase();
    LEFTOVERS.contains(&name.as_str()) || name.starts_with("._")
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    let name = name_of(path);
    if is_held(error) {
        let message = format!(
            "“{name}”没有收下：正被别的软件占用，试了 {} 次都打不开。请先在 PS 里保存并关闭它，再拖入一次",
            PATIENCE.len() + 1
        );
        return Error::new(Code::Unavailable, "locked", message);
    }
    files::unreadable(&name, error)
}

/// Answers `shop://localhost/files/…` and `shop://localhost/thumbs/…`: pictures and files of the
/// shop, for who has signed in at the window that asks.
pub fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let door = Arc::clone(context.app_handle().state::<Arc<Door>>().inner());
    let window = context.webview_label().to_owned();
    tauri::async_runtime::spawn_blocking(move || {
        let found = door.caller(&window).and_then(|caller| find(&door, &caller, request.uri()));
        responder.respond(found.unwrap_or_else(|error| refuse(&error)));
    });
}

fn find(door: &Door, caller: &Caller, uri: &tauri::http::Uri) -> Result<Response<Vec<u8>>> {
    let core = door.shop().core();
    let parts: Vec<&str> = uri.path().trim_matches('/').split('/').collect();
    match parts.as_slice() {
        ["files", hash] => {
            let Some(mut file) = core.store().files().open_file(hash)? else {
                return Err(Error::not_found("文件", hash.get(..12).unwrap_or(hash)));
            };
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map_err(Error::internal)?;
            let facts = core.read(caller, |cx| facts(cx, hash))?;
            Ok(found(&facts.mime, bytes))
        }
        ["thumbs", hash, size] => {
            let size = size.parse().map_err(|_| Error::not_found("缩略图", size))?;
            let Some(bytes) = core.thumb(hash, size)? else {
                return Err(Error::not_found("缩略图", hash.get(..12).unwrap_or(hash)));
            };
            // Thumbnails are JPEG, or PNG where something shows through.
            let mime = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
            Ok(found(mime, bytes))
        }
        _ => Err(Error::not_found("地址", uri.path())),
    }
}

/// A file is what its name says for good, so it may be kept; what is in it may not run.
fn found(mime: &str, bytes: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(bytes);
    let headers = response.headers_mut();
    let mime = header::HeaderValue::from_str(mime)
        .unwrap_or(header::HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_TYPE, mime);
    for (name, value) in [
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ] {
        headers.insert(name, header::HeaderValue::from_static(value));
    }
    response
}

fn refuse(error: &Error) -> Response<Vec<u8>> {
    let mut response = Response::new(error.message.clone().into_bytes());
    *response.status_mut() = match error.code {
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::Unauthenticated => StatusCode::UNAUTHORIZED,
        Code::Forbidden => StatusCode::FORBIDDEN,
        Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let plain = header::HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, plain);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_every_file_in_it_and_nothing_that_a_system_left() {
        let folder = tempfile::tempdir().unwrap();
        let shoot = folder.path().join("外景");
        fs::create_dir_all(shoot.join("精修")).unwrap();
        for name in ["b.jpg", "a.png", "Thumbs.db", ".DS_Store", "._a.png", "精修/c.psd"] {
            fs::write(shoot.join(name), name).unwrap();
        }
        let names: Vec<_> = files_under(&shoot).unwrap().iter().map(|path| name_of(path)).collect();
        assert_eq!(names, ["a.png", "b.jpg", "c.psd"]);
        let one = shoot.join("a.png");
        assert_eq!(files_under(&one).unwrap(), [one]);
    }

    #[test]
    fn a_file_held_by_another_program_is_tried_again_and_then_named() {
        let busy = || io::Error::from(io::ErrorKind::ResourceBusy);
        let mut tries = 0;
        let opened = open_patiently(|| {
            tries += 1;
            if tries < 3 { Err(busy()) } else { Ok(tries) }
        });
        assert_eq!(opened.unwrap(), 3);
        let refused = open_patiently(|| Err::<(), _>(busy())).unwrap_err();
        let error = unreadable(Path::new("/稿/首焦.psd"), &refused);
        assert_eq!(error.reason, "locked");
        assert!(error.message.contains("首焦.psd") && error.message.contains("保存并关闭"));
        let gone = io::Error::from(io::ErrorKind::NotFound);
        let mut tries = 0;
        let once = open_patiently(|| {
            tries += 1;
            Err::<(), _>(io::Error::from(io::ErrorKind::NotFound))
        });
        assert!(once.is_err() && tries == 1, "不在了的文件不用等");
        assert!(unreadable(Path::new("a.jpg"), &gone).message.contains("不在原来的位置"));
    }

    #[test]
    fn a_path_of_more_than_260_characters_is_read_like_any_other() {
        let folder = tempfile::tempdir().unwrap();
        let deep = (0..12).fold(folder.path().to_owned(), |at, n| {
            at.join(format!("第{n}层-双十一主会场素材终稿"))
        });
        fs::create_dir_all(&deep).unwrap();
        let file = deep.join("首焦.jpg");
        fs::write(&file, b"x").unwrap();
        assert!(file.to_string_lossy().len() > 260);
        assert_eq!(files_under(folder.path()).unwrap(), std::slice::from_ref(&file));
        assert!(open_patiently(|| File::open(&file)).is_ok());
    }

    #[test]
    fn saving_replaces_a_file_whole() {
        let folder = tempfile::tempdir().unwrap();
        let from = folder.path().join("from");
        let to = folder.path().join("月报.xlsx");
        fs::write(&from, "new").unwrap();
        fs::write(&to, "old and longer").unwrap();
        save(&mut File::open(&from).unwrap(), &to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        assert!(save(&mut File::open(&from).unwrap(), &folder.path().join("gone/x")).is_err());
    }
}
