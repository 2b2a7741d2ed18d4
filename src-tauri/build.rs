//! Puts the window's settings, icons and Windows resources into the program, and names the
//! commands that a page may be allowed to call (capabilities/window.json allows them).

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&[
        "call",
        "measure_paths",
        "stage_paths",
        "stop_staging",
        "stage_bytes",
        "save_file",
    ]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
