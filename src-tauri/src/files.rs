//! Files between the desktop and the shop: dropped in, shown, saved out.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use percent_encoding::percent_decode_str;
use shopdesk::kernel::files::{FileFacts, facts};
use shopdesk::kernel::rights::Caller;
use shopdesk::kernel::{Code, Error, Result};
use shopdesk::{DropProgress, DropSize, Dropped, measure_dropped};
use tauri::http::{Request, Response, StatusCode, header};
use tauri::ipc::{Channel, InvokeBody, JavaScriptChannelId, Request as IpcRequest};
use tauri::{Manager, Runtime, State, UriSchemeContext, UriSchemeResponder, WebviewWindow};

use crate::door::{Door, off_the_main_thread};

/// The drops that are being taken in, by the numbers their pages gave them, and whether each is to stop.
#[derive(Default)]
pub struct Stagings(Mutex<HashMap<(String, u64), Arc<AtomicBool>>>);

impl Stagings {
    fn begin(&self, key: (String, u64)) -> Arc<AtomicBool> {
        let stop = Arc::new(AtomicBool::new(false));
        self.running().insert(key, Arc::clone(&stop));
        stop
    }

    fn stop(&self, key: &(String, u64)) {
        if let Some(stop) = self.running().get(key) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    fn running(&self) -> MutexGuard<'_, HashMap<(String, u64), Arc<AtomicBool>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes in files from this machine, over all cores; of a folder, every file in it. `progress` hears
/// of each file as it ends; by its `ticket` the page can stop it.
#[tauri::command]
pub async fn stage_paths(
    window: WebviewWindow,
    door: State<'_, Arc<Door>>,
    stagings: State<'_, Stagings>,
    paths: Vec<PathBuf>,
    progress: Option<JavaScriptChannelId>,
    ticket: u64,
) -> Result<Vec<Dropped>> {
    let door = Arc::clone(&door);
    let progress: Option<Channel<DropProgress>> =
        progress.map(|id| id.channel_on(window.as_ref().clone()));
    let key = (window.label().to_owned(), ticket);
    let stop = stagings.begin(key.clone());
    let taken = off_the_main_thread(move || {
        let caller = door.caller(window.label())?;
        Ok(door.shop().take_dropped(&caller, &paths, |at| {
            if let Some(progress) = &progress {
                // A page that has gone needs no telling; what it dropped is taken in all the same.
                let _ = progress.send(at);
            }
            if stop.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        }))
    })
    .await;
    stagings.running().remove(&key);
    taken
}

/// Stops a drop: the files under way come to their end, no other is begun.
#[tauri::command]
pub fn stop_staging(window: WebviewWindow, stagings: State<'_, Stagings>, ticket: u64) {
    stagings.stop(&(window.label().to_owned(), ticket));
}

/// How much lies under dropped paths, before any of it is read.
#[tauri::command]
pub async fn measure_paths(
    window: WebviewWindow,
    door: State<'_, Arc<Door>>,
    paths: Vec<PathBuf>,
) -> Result<DropSize> {
    let door = Arc::clone(&door);
    off_the_main_thread(move || {
        door.caller(window.label())?;
        Ok(measure_dropped(&paths))
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

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
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
