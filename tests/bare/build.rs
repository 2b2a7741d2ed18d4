//! Puts the window's settings into the program.

fn main() {
    tauri_build::build();
}
