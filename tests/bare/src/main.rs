//! A Tauri window with one line in it. `cargo xtask bench` opens it beside the shop's window, to
//! tell what the shop costs from what any window costs.

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    settle_renderer();
    match tauri::Builder::default().run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bare-window: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Draws the way the shop's window does.
#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "the first thing in main: no other thread reads the environment")]
fn settle_renderer() {
    unsafe { std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1") };
}
