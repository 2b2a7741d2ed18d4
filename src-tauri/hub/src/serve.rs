//! The hub: the one door over HTTP, the files, the live events, and the pages for browsers.

use std::convert::Infallible;
use std::io::Read;
use std::net::{SocketAddr, ToSocketAddrs};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HOST, ORIGIN,
    SET_COOKIE,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event as SseEvent, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use axum::{Extension, Router};
use serde::Deserialize;
use shopdesk::kernel::rights::Caller;
use shopdesk::kernel::{Code, Error, events, files};
use shopdesk::shop::{ROUTES, Route};
use shopdesk::{SessionChange, Shop};
use tokio::sync::watch;
use tokio_stream::wrappers::{BroadcastStream, ReceiverStream, WatchStream};
use tokio_stream::{Stream, StreamExt};

use crate::data::Failure;
use crate::{Common, print};

const COOKIE_NAME: &str = "shopdesk_session";
/// Arguments of an operation are small; files go by their own path.
const MAX_ARGS: usize = 8 * 1024 * 1024;

/// How long requests that are under way may still take when the hub is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(5);
/// How long the work behind them (a disk, the database) may still take after that.
const LAST_WORK: Duration = Duration::from_secs(2);

/// The pages, built into the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "../../ui/dist"]
#[allow_missing = true]
struct Pages;

/// Serves until it is told to stop.
pub fn serve(common: &Common, listen: &str) -> Result<(), Failure> {
    let address = loopback(listen).map_err(|e| common.failure(e))?;
    let shop = common.open()?;
    shop.core().sweep_jobs().map_err(|e| common.failure(e))?;
    let _beat = shop.keep_time().map_err(|e| common.failure(e))?;
    let runtime = tokio::runtime::Runtime::new().map_err(|e| common.failure(Error::internal(e)))?;
    let served = runtime.block_on(until_told(address, shop));
    // Work that hangs (a disk that does not answer) must not keep a program that was told to end.
    runtime.shutdown_timeout(LAST_WORK);
    served.map_err(|e: Error| common.failure(e))
}

async fn until_told(address: SocketAddr, shop: Shop) -> Result<(), Error> {
    let listener = tokio::net::TcpListener::bind(address).await.map_err(|e| {
        Error::new(
            Code::Unavailable,
            "port",
            format!("不能监听 {address}（{e}）。请换一个端口，例如 --listen 127.0.0.1:7322"),
        )
    })?;
    let bound = listener.local_addr().map_err(Error::internal)?;
    print::line(&format!("店务台已打开：http://{bound}"))?;
    watch_others(shop.clone());
    let (close, closing) = watch::channel(false);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            close.send_replace(true);
        } else {
            // No signal can be had here: the hub is ended from outside, and must not end by itself.
            std::future::pending::<()>().await;
        }
    });
    let (told, late) = (closing.clone(), closing.clone());
    tokio::select! {
        served = axum::serve(listener, router(shop, &Closing(closing)))
            .with_graceful_shutdown(is_told(told)) => served.map_err(Error::internal),
        () = async {
            is_told(late).await;
            tokio::time::sleep(LAST_REQUESTS).await;
        } => Ok(()),
    }
}

/// Becomes true when the hub is told to stop. Event lines end then: they have no end of their own,
/// and the hub would wait for every open page.
#[derive(Clone)]
struct Closing(watch::Receiver<bool>);

async fn is_told(mut closing: watch::Receiver<bool>) {
    // The sender lives as long as the hub: an error cannot come before the end.
    let _ = closing.wait_for(|told| *told).await;
}

/// Without TLS only this machine may be served.
fn loopback(listen: &str) -> Result<SocketAddr, Error> {
    let bad =
        || Error::invalid("listen", format!("地址“{listen}”不对，应写成 127.0.0.1:7321 这样"));
    let address = listen.to_socket_addrs().map_err(|_| bad())?.next().ok_or_else(bad)?;
    if !address.ip().is_loopback() {
        return Err(Error::new(
            Code::Forbidden,
            "not_loopback",
            format!("{address} 不是本机地址：没有加密就不能开放给别的电脑。请用 127.0.0.1"),
        ));
    }
    Ok(address)
}

/// Changes written by another program on the same shop are told too.
fn watch_others(shop: Shop) {
    tokio::spawn(async move {
        let mut every = tokio::time::interval(std::time::Duration::from_millis(500));
        loop {
            every.tick().await;
            let shop = shop.clone();
            let _ =
                tokio::task::spawn_blocking(move || shop.core().feed().pump(shop.core().store()))
                    .await;
        }
    });
}

fn router(shop: Shop, closing: &Closing) -> Router {
    let files_limit = usize::try_from(files::MAX_BYTES).unwrap_or(usize::MAX);
    let mut routes = Router::new();
    for route in ROUTES {
        let answer: MethodRouter<Shop> = match route {
            Route::Operation => post(call).layer(DefaultBodyLimit::max(MAX_ARGS)),
            Route::Events => get(tell).layer(Extension(closing.clone())),
            Route::Document => get(openapi),
            Route::TakeFile => post(take_file).layer(DefaultBodyLimit::max(files_limit)),
            Route::GiveFile => get(give_file),
            Route::GiveThumb => get(give_thumb),
        };
        routes = routes.route(route.path(), answer);
    }
    routes.fallback(page).layer(middleware::from_fn(guard)).with_state(shop)
}

/// Requests from other sites are refused; every answer carries the safe headers.
async fn guard(request: Request, next: Next) -> Response {
    if !asks_for_this_machine(request.headers()) {
        return refuse(&Error::new(
            Code::Forbidden,
            "host",
            "这里只接受本机地址的请求，请用 http://127.0.0.1 打开",
        ));
    }
    if !same_origin(request.method(), request.headers()) {
        return refuse(&Error::new(Code::Forbidden, "origin", "这个请求来自别的网站，已拒绝"));
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: &'static str, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(
        "content-security-policy",
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; \
         base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    );
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "no-referrer");
    set("x-frame-options", "DENY");
    response
}

/// A site elsewhere may have its name point to this machine and have a browser ask here under it.
fn asks_for_this_machine(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(HOST) else { return true };
    let Ok(host) = host.to_str() else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || address.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// A browser sends `Origin` with every changing request; a program of one's own sends none.
fn same_origin(method: &Method, headers: &HeaderMap) -> bool {
    if method == Method::GET || method == Method::HEAD {
        return true;
    }
    let Some(origin) = headers.get(ORIGIN) else { return true };
    let host = headers.get(HOST).and_then(|h| h.to_str().ok()).unwrap_or_default();
    origin.to_str().is_ok_and(|o| o.split_once("://").is_some_and(|(_, at)| at == host))
}

fn token(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|c| c.to_str().ok())
        .flat_map(|c| c.split(';'))
        .find_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            (name == COOKIE_NAME).then(|| value.to_owned())
        })
}

fn status(code: Code) -> StatusCode {
    match code {
        Code::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::Forbidden => StatusCode::FORBIDDEN,
        Code::Conflict => StatusCode::CONFLICT,
        Code::Unauthenticated => StatusCode::UNAUTHORIZED,
        Code::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn refuse(error: &Error) -> Response {
    let body = serde_json::to_string(error).unwrap_or_default();
    (status(error.code), [(CONTENT_TYPE, "application/json")], body).into_response()
}

fn json(body: String) -> Response {
    ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], body).into_response()
}

/// Runs what blocks (SQL, disks) away from the threads that serve.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|e| Err(Error::internal(e)))
}

async fn call(
    State(shop): State<Shop>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let body = match body {
        Ok(body) => body,
        Err(cut) if cut.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return refuse(&Error::new(
                Code::TooLarge,
                "too_large",
                format!(
                    "参数超过 {} MB，没有接收。文件请用 /api/files 上传",
                    MAX_ARGS / 1024 / 1024
                ),
            ));
        }
        Err(_) => return refuse(&Error::invalid("", "请求没有收完整，请重试")),
    };
    let Ok(args) = String::from_utf8(body.to_vec()) else {
        return refuse(&Error::invalid("", "参数必须是 UTF-8 的 JSON"));
    };
    let token = token(&headers);
    let answer = blocking(move || Ok(shop.answer(token.as_deref(), "浏览器", &name, &args))).await;
    let answer = match answer {
        Ok(answer) => answer,
        Err(e) => return refuse(&e),
    };
    let mut response = match answer.body {
        Ok(body) => json(body),
        Err(e) => refuse(&e),
    };
    let cookie = match answer.session {
        SessionChange::Keep => None,
        SessionChange::Start(token) => Some(format!(
            "{COOKIE_NAME}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=1209600"
        )),
        SessionChange::End => {
            Some(format!("{COOKIE_NAME}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"))
        }
    };
    if let Some(value) = cookie.and_then(|c| HeaderValue::from_str(&c).ok()) {
        response.headers_mut().insert(SET_COOKIE, value);
    }
    response
}

async fn caller(shop: &Shop, headers: &HeaderMap) -> Result<Caller, Error> {
    let (shop, token) = (shop.clone(), token(headers));
    blocking(move || shop.signed_in(token.as_deref())).await
}

async fn openapi(State(shop): State<Shop>, headers: HeaderMap) -> Response {
    match caller(&shop, &headers).await {
        Ok(_) => json(shop.openapi().to_string()),
        Err(e) => refuse(&e),
    }
}

#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    name: Option<String>,
}

/// Takes a file in as it streams, without holding it in memory.
async fn take_file(
    State(shop): State<Shop>,
    Query(Named { name }): Query<Named>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let caller = match caller(&shop, &headers).await {
        Ok(caller) => caller,
        Err(e) => return refuse(&e),
    };
    let Some(name) = name.filter(|n| !n.trim().is_empty()) else {
        return refuse(&Error::invalid("name", "缺少文件名"));
    };
    let (send, receive) = tokio::sync::mpsc::channel::<std::io::Result<Option<Bytes>>>(4);
    let mut stream = body.into_data_stream();
    tokio::spawn(async move {
        while let Some(part) = stream.next().await {
            let part = part.map(Some).map_err(std::io::Error::other);
            if send.send(part).await.is_err() {
                return;
            }
        }
        // That all has come is said: a hub that is told to stop drops this task in the middle.
        let _ = send.send(Ok(None)).await;
    });
    let taken = blocking(move || {
        let mut from = Incoming { receive, rest: Bytes::new(), ended: false };
        shop.core().put_file(&caller, &name, &mut from)
    })
    .await;
    match taken.and_then(|facts| serde_json::to_string(&facts).map_err(Error::internal)) {
        Ok(body) => json(body),
        Err(e) => refuse(&e),
    }
}

/// An upload as a reader; a broken line is an error, not an end, so that nothing half is kept.
struct Incoming {
    receive: tokio::sync::mpsc::Receiver<std::io::Result<Option<Bytes>>>,
    rest: Bytes,
    ended: bool,
}

impl Read for Incoming {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        while self.rest.is_empty() && !self.ended {
            match self.receive.blocking_recv() {
                Some(part) => match part? {
                    Some(bytes) => self.rest = bytes,
                    None => self.ended = true,
                },
                None => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            }
        }
        let n = self.rest.len().min(to.len());
        to[..n].copy_from_slice(&self.rest[..n]);
        self.rest = self.rest.slice(n..);
        Ok(n)
    }
}

async fn give_file(
    State(shop): State<Shop>,
    Path(hash): Path<String>,
    Query(Named { name }): Query<Named>,
    headers: HeaderMap,
) -> Response {
    let caller = match caller(&shop, &headers).await {
        Ok(caller) => caller,
        Err(e) => return refuse(&e),
    };
    let given = blocking(move || {
        let facts = shop.core().read(&caller, |cx| files::facts(cx, &hash))?;
        let file = shop.core().store().files().open_file(&hash)?;
        Ok((facts, file.ok_or_else(|| Error::not_found("文件", &hash[..12]))?))
    })
    .await;
    match given {
        Ok((facts, file)) => {
            let name = name.unwrap_or(facts.name);
            // Only pictures are shown in place; whatever else is saved, never run.
            let inline = facts.kind == "image" && facts.mime != "image/svg+xml";
            let way = if inline { "inline" } else { "attachment" };
            let disposition = format!("{way}; filename*=UTF-8''{}", percent(&name));
            let mime = if inline { facts.mime } else { "application/octet-stream".to_owned() };
            (
                [
                    (CONTENT_TYPE, mime),
                    (CONTENT_DISPOSITION, disposition),
                    (CACHE_CONTROL, "private, max-age=31536000, immutable".to_owned()),
                    (CONTENT_LENGTH, facts.bytes.to_string()),
                ],
                Body::from_stream(outgoing(file)),
            )
                .into_response()
        }
        Err(e) => refuse(&e),
    }
}

/// A stored file piece by piece: the largest is not held in memory for everyone who fetches it.
fn outgoing(mut file: std::fs::File) -> ReceiverStream<std::io::Result<Bytes>> {
    let (send, receive) = tokio::sync::mpsc::channel(4);
    tokio::task::spawn_blocking(move || {
        loop {
            let mut piece = vec![0_u8; 1 << 18];
            let part = match file.read(&mut piece) {
                Ok(0) => return,
                Ok(n) => {
                    piece.truncate(n);
                    Ok(Bytes::from(piece))
                }
                Err(e) => Err(e),
            };
            // Nobody is there to receive: they closed the page.
            if send.blocking_send(part).is_err() {
                return;
            }
        }
    });
    ReceiverStream::new(receive)
}

fn percent(name: &str) -> String {
    name.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b"-._".contains(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

async fn give_thumb(
    State(shop): State<Shop>,
    Path((hash, size)): Path<(String, u32)>,
    headers: HeaderMap,
) -> Response {
    if let Err(e) = caller(&shop, &headers).await {
        return refuse(&e);
    }
    let made = blocking(move || shop.core().thumb(&hash, size)).await;
    match made {
        Ok(Some(bytes)) => {
            let mime = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
            ([(CONTENT_TYPE, mime), (CACHE_CONTROL, "private, max-age=31536000, immutable")], bytes)
                .into_response()
        }
        Ok(None) => refuse(&Error::not_found("缩略图", size)),
        Err(e) => refuse(&e),
    }
}

#[derive(Deserialize)]
struct After {
    after: Option<i64>,
}

/// The live events: first what was missed since `after`, then as they come.
async fn tell(
    State(shop): State<Shop>,
    Extension(Closing(closing)): Extension<Closing>,
    Query(After { after }): Query<After>,
    headers: HeaderMap,
) -> Response {
    if let Err(e) = caller(&shop, &headers).await {
        return refuse(&e);
    }
    let live = shop.core().feed().listen();
    let missed = blocking({
        let shop = shop.clone();
        move || match after {
            None => Ok(Vec::new()),
            Some(after) => {
                let reader = shop.core().store().read()?;
                Ok(events::since(&reader, after)?)
            }
        }
    })
    .await;
    let missed = match missed {
        Ok(missed) => missed,
        Err(e) => return refuse(&e),
    };
    Sse::new(stream(missed, live, closing)).keep_alive(KeepAlive::default()).into_response()
}

fn stream(
    missed: Vec<events::Event>,
    live: tokio::sync::broadcast::Receiver<events::Event>,
    closing: watch::Receiver<bool>,
) -> impl Stream<Item = Result<SseEvent, Infallible>> {
    // A listener too slow for the channel is cut off here and resumes by its last number.
    let live = BroadcastStream::new(live).map(Result::ok);
    let closed = WatchStream::new(closing).filter(|told| *told).map(|_| None);
    let live = live.merge(closed).take_while(Option::is_some).filter_map(|event| event);
    tokio_stream::iter(missed).chain(live).map(|event| {
        Ok(SseEvent::default().data(serde_json::to_string(&event).unwrap_or_default()))
    })
}

/// The pages; any other path is the app's own and gets its first page.
async fn page(request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let (name, found) = match Pages::get(path) {
        Some(found) if !path.is_empty() => (path, found),
        _ if path.starts_with("api/") => return refuse(&Error::not_found("路径", path)),
        _ => match Pages::get("index.html") {
            Some(found) => ("index.html", found),
            None => {
                return refuse(&Error::new(
                    Code::Unavailable,
                    "no_pages",
                    "这个程序没有带网页。请先执行 npm run build，再重新编译",
                ));
            }
        },
    };
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    let cache = if name.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    (
        [(CONTENT_TYPE, mime.as_ref().to_owned()), (CACHE_CONTROL, cache.to_owned())],
        found.data.into_owned(),
    )
        .into_response()
}
