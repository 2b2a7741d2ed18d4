//! The desktop app: the window on the shop, its tray icon, file drops, dialogs and notices.
//!
//! Everything a page asks goes through one command, `call`, to the same door that the hub and the
//! command line use. What is deliberately not here: any rule of the shop, any SQL, any HTTP.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod door;
mod files;
mod tray;
mod window;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use arguments::Arguments;
use door::Door;
use shopdesk::kernel::Error;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
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
        .invoke_handler(tauri::generate_handler![
            door::call,
            files::measure_paths,
            files::stage_paths,
            files::stop_staging,
            files::stage_bytes,
            files::save_file,
        ])
        .register_asynchronous_uri_scheme_protocol("shop", files::answer)
        .on_window_event(tray::stay_when_closed)
        .manage(files::Stagings::default())
        .setup(move |app| {
            let data = match arguments.data {
                Some(data) => data,
                None => app.path().app_data_dir()?,
            };
            match Door::open(&data) {
                Ok(door) => open(app.handle(), door)?,
                Err(error) => give_up(app.handle(), &data, &error),
            }
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

fn open(app: &AppHandle, door: Door) -> tauri::Result<()> {
    let door = Arc::new(door);
    app.manage(Arc::clone(&door));
    door::tell_windows(app, &door);
    window::open(app)?;
    tray::put(app);
    Ok(())
}

/// Says why the shop cannot be opened, and ends when that has been read.
fn give_up(app: &AppHandle, data: &Path, error: &Error) {
    eprintln!("shopdesk-desktop: {}: {error}", data.display());
    let ending = app.clone();
    app.dialog()
        .message(format!("{error}\n\n数据文件夹：{}", data.display()))
        .title("店务台打不开")
        .kind(MessageDialogKind::Error)
        .show(move |_| ending.exit(1));
}

/// `WebKitGTK` draws nothing at all with some graphics drivers when it shares buffers with them.
/// Without, every driver draws; who knows theirs to be sound asks for `--shared-buffers`.
#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "the first thing in main: no other thread reads the environment")]
fn settle_renderer(arguments: &Arguments) {
    const SETTING: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if !arguments.shared_buffers && std::env::var_os(SETTING).is_none() {
        unsafe { std::env::set_var(SETTING, "1") };
    }
}
