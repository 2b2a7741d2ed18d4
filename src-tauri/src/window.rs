//! The one window: how it opens, and where it may never go.

use tauri::utils::config::Color;
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{AppHandle, Manager, Theme, Url, WebviewWindow, WebviewWindowBuilder};
use tauri_plugin_opener::OpenerExt;

/// The window's name among Tauri's windows, as in `tauri.conf.json`.
pub const MAIN: &str = "main";

const LIGHT: Color = Color(0xf5, 0xf7, 0xfa, 0xff);
const DARK: Color = Color(0x14, 0x14, 0x14, 0xff);

/// Opens the window, unseen until its page has loaded so that nothing flashes.
pub fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let Some(config) = app.config().app.windows.iter().find(|config| config.label == MAIN) else {
        return Err(tauri::Error::WindowNotFound);
    };
    let outside = app.clone();
    let window = WebviewWindowBuilder::from_config(app, config)?
        .background_color(LIGHT)
        .on_navigation(is_own_page)
        .on_new_window(move |url, _| {
            open_outside(&outside, &url);
            NewWindowResponse::Deny
        })
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                let _ = window.show();
            }
        })
        .build()?;
    if window.theme()? == Theme::Dark {
        window.set_background_color(Some(DARK))?;
    }
    Ok(window)
}

/// Brings the window to the front, wherever it was put away.
pub fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.show();
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Whether the window may go there: to the pages it carries and nowhere else. A file dropped on
/// the wrong spot would otherwise take the place of the page.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => url.as_str() == "about:blank",
    }
}

/// A link that asks for a window of its own opens in the user's browser, if it is a web page.
fn open_outside(app: &AppHandle, url: &Url) {
    if matches!(url.scheme(), "http" | "https") {
        let _ = app.opener().open_url(url.as_str(), None::<&str>);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_to_its_own_pages_only() {
        let may = |url: &str| is_own_page(&Url::parse(url).unwrap());
        assert!(may("tauri://localhost/assets?tab=mine"));
        assert!(may("http://tauri.localhost/assets"));
        assert!(!may("file:///home/me/主图.png"));
        assert!(!may("https://example.com/"));
        assert!(!may("http://tauri.localhost.example.com/"));
        assert!(!may("tauri://elsewhere/"));
        assert!(!may("shop://localhost/files/00"));
        assert!(!may("data:text/html,x"));
    }
}
