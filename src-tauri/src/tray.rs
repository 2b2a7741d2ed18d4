//! The icon beside the clock: open, quit.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tauri::menu::{Menu, MenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager, Window, WindowEvent};

use crate::window;

const OPEN: &str = "open";
const QUIT: &str = "quit";

/// Puts the icon there. A desktop that has no place for one still gets the window.
pub fn put(app: &AppHandle) {
    // On Linux the library behind the icon is looked for at run time, and panics when it is not
    // installed.
    match catch_unwind(AssertUnwindSafe(|| build(app))) {
        Ok(Ok(())) => {}
        Ok(Err(error)) => eprintln!("no tray icon: {error}"),
        Err(_) => eprintln!("no tray icon: its library is not installed"),
    }
}

fn build(app: &AppHandle) -> tauri::Result<()> {
    let open = MenuItem::with_id(app, OPEN, "打开店务台", true, None::<&str>)?;
    let quit = MenuItem::with_id(app, QUIT, "退出", true, None::<&str>)?;
    let menu = Menu::with_items(app, &[&open, &quit])?;
    let mut tray = TrayIconBuilder::with_id("main")
        .tooltip("店务台")
        .menu(&menu)
        .show_menu_on_left_click(false)
        .on_menu_event(|app, event| match event.id().as_ref() {
            OPEN => window::show(app),
            QUIT => app.exit(0),
            _ => {}
        })
        .on_tray_icon_event(|tray, event| {
            if let TrayIconEvent::Click {
                button: MouseButton::Left,
                button_state: MouseButtonState::Up,
                ..
            } = event
            {
                window::show(tray.app_handle());
            }
        });
    if let Some(icon) = app.default_window_icon() {
        tray = tray.icon(icon.clone());
    }
    tray.build(app)?;
    Ok(())
}

/// Closing the window leaves the app beside the clock, so that its notices still arrive.
///
/// Not on Linux: many desktops there show no tray, and the app would seem gone and yet run.
pub fn stay_when_closed(window: &Window, event: &WindowEvent) {
    let has_tray = window.app_handle().tray_by_id("main").is_some();
    if cfg!(not(target_os = "linux"))
        && has_tray
        && let WindowEvent::CloseRequested { api, .. } = event
    {
        api.prevent_close();
        let _ = window.hide();
    }
}
