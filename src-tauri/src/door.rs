//! The pages' way to the shop's one door, and who has signed in at this window.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value as Json;
use shopdesk::kernel::rights::Caller;
use shopdesk::kernel::{Error, Result};
use shopdesk::{Beat, SessionChange, Shop};
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter, State, WebviewWindow};
use tokio::sync::broadcast::error::RecvError;

/// What a page hears when something in the shop has changed.
const CHANGED: &str = "shop:changed";
/// What a page hears when it may have missed something and must look again.
const LINK: &str = "shop:link";

/// The shop, opened, with the sessions of this program's windows.
pub struct Door {
    shop: Shop,
    /// A window's token, by the window's name. It never leaves this process.
    tokens: Mutex<HashMap<String, String>>,
    /// What time brings is done for as long as the window's program runs.
    _beat: Beat,
}

impl Door {
    /// Opens the shop in a folder, or makes a new one there.
    pub fn open(data: &Path) -> Result<Self> {
        let shop = Shop::open(data)?;
        shop.core().sweep_jobs()?;
        let beat = shop.keep_time()?;
        Ok(Self { shop, tokens: Mutex::default(), _beat: beat })
    }

    /// The shop behind the door.
    pub fn shop(&self) -> &Shop {
        &self.shop
    }

    /// Who has signed in at this window.
    pub fn caller(&self, window: &str) -> Result<Caller> {
        self.shop.signed_in(self.token(window).as_deref())
    }

    fn call(&self, window: &str, name: &str, args: &str) -> Result<String> {
        let answer = self.shop.answer(self.token(window).as_deref(), DEVICE, name, args);
        match answer.session {
            SessionChange::Keep => {}
            SessionChange::Start(token) => {
                self.tokens().insert(window.to_owned(), token);
            }
            SessionChange::End => {
                self.tokens().remove(window);
            }
        }
        answer.body
    }

    fn token(&self, window: &str) -> Option<String> {
        self.tokens().get(window).cloned()
    }

    fn tokens(&self) -> MutexGuard<'_, HashMap<String, String>> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How this machine's sessions are called in the list of somebody's devices.
const DEVICE: &str = "本机桌面端";

/// Every question and every act of a page.
#[tauri::command]
pub async fn call(
    window: WebviewWindow,
    door: State<'_, Arc<Door>>,
    name: String,
    args: Json,
) -> Result<Response> {
    let door = Arc::clone(&door);
    let answer = off_the_main_thread(move || door.call(window.label(), &name, &args.to_string()));
    Ok(Response::new(answer.await?))
}

/// Does what reads or writes the disk where it cannot freeze the window.
pub async fn off_the_main_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(Error::internal)?
}

/// Tells every window what changes in the shop, for as long as the program runs.
pub fn tell_windows(app: &AppHandle, door: &Arc<Door>) {
    let mut events = door.shop.core().feed().listen();
    let windows = app.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            let told = match events.recv().await {
                Ok(event) => windows.emit(CHANGED, event),
                // The queue ran over: what was lost is not known, so the pages look at everything.
                Err(RecvError::Lagged(_)) => windows.emit(LINK, "online"),
                Err(RecvError::Closed) => return,
            };
            if let Err(error) = told {
                eprintln!("a change could not be told: {error}");
            }
        }
    });
    // Another program on this machine may write to the same shop, such as an import from the
    // command line.
    let door = Arc::clone(door);
    tauri::async_runtime::spawn(async move {
        let mut beat = tokio::time::interval(Duration::from_secs(1));
        beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            beat.tick().await;
            let door = Arc::clone(&door);
            let pumped = off_the_main_thread(move || {
                let core = door.shop.core();
                Ok(core.feed().pump(core.store())?)
            });
            if let Err(error) = pumped.await {
                eprintln!("the shop's changes could not be read: {error}");
            }
        }
    });
}
