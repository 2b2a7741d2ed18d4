//! The pages are built into the program: it is compiled again whenever they have been.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/dist");
    // A folder that is not there yet would be left out for good, even by a build that reads pages
    // from the disk.
    std::fs::create_dir_all(&pages)?;
    println!("cargo::rerun-if-changed={}", pages.display());
    Ok(())
}
