//! The desktop app: the window on the shop, its tray icon, file drops, dialogs and notices.
//!
//! Everything a page asks goes through one command, `call`, to the same door that the hub and the
//! command line use. What is deliberately not here: any rule of the shop, any SQL, any HTTP.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod tray;
mod window;

use std::process::ExitCode;

use arguments::Arguments;
use tauri_plugin_window_state::StateFlags;

fn main() -> ExitCode {
    let arguments = Arguments::read(std::env::args_os(), std::env::var_os("SHOPDESK_DATA"));
    #[cfg(target_os = "linux")]
    settle_renderer(&arguments);

    let mut builder = tauri::Builder::default();
    // A data folder of its own is a shop of its own: only the user's own shop has one window.
    if arguments.data.is_none() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)));
    }
    let kept = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    let ran = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(kept).build())
        .on_window_event(tray::stay_when_closed)
        .setup(|app| {
            window::open(app.handle())?;
            tray::put(app.handle());
            Ok(())
        })
        .run(tauri::generate_context!());
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("shopdesk-desktop: {error}");
            ExitCode::FAILURE
        }
    }
}

/// WebKitGTK draws nothing at all with some graphics drivers when it shares buffers with them.
/// Without, every driver draws; who knows theirs to be sound asks for `--shared-buffers`.
#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "the first thing in main: no other thread reads the environment")]
fn settle_renderer(arguments: &Arguments) {
    const SETTING: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if !arguments.shared_buffers && std::env::var_os(SETTING).is_none() {
        unsafe { std::env::set_var(SETTING, "1") };
    }
}
