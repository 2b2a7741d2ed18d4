//! Files dropped from this machine: as many at once as there are cores, each with an end of its own.

use std::fs::{self, File};
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;
use shopdesk_pictures::{Pool, cost, for_each_parallel};

use super::Shop;
use crate::kernel::files::{self, FileFacts};
use crate::kernel::rights::Caller;
use crate::kernel::{Code, Error};

/// Files that systems leave in folders and nobody means to drop.
const LEFTOVERS: &[&str] = &[".ds_store", "thumbs.db", "desktop.ini"];

/// One dropped file: taken in, or refused with a reason. One refusal does not stop the others.
#[derive(Debug, Serialize)]
pub struct Dropped {
    /// Which of the dropped paths it was found under.
    pub from: usize,
    /// Where it lies.
    pub path: PathBuf,
    /// What it is called.
    pub name: String,
    /// What the shop knows of it, when it was taken in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<FileFacts>,
    /// Why it was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Error>,
}

/// How much lies under dropped paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DropSize {
    /// Files, those in folders included.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
}

/// How far a drop has come.
#[derive(Debug, Clone, Serialize)]
pub struct DropProgress {
    /// Files that have come to their end.
    pub done: usize,
    /// Files there are, those in folders included.
    pub files: usize,
    /// The one that has just ended.
    pub name: String,
}

/// How much lies under these paths: looked up, not read. What cannot be looked at counts as a file
/// without bytes; taking it in says why.
pub fn measure_dropped(paths: &[PathBuf]) -> DropSize {
    let found = found_under(paths);
    let bytes = found.iter().filter_map(|one| fs::metadata(&one.path).ok()).map(|it| it.len());
    DropSize { files: found.len(), bytes: bytes.fold(0, u64::saturating_add) }
}

impl Shop {
    /// Takes in files from this machine; of a folder, every file in it. The answers stand in the order
    /// of the paths, whichever file is ready first; `told` hears of each as it ends, and may break off:
    /// then no other file is begun.
    pub fn take_dropped(
        &self,
        caller: &Caller,
        paths: &[PathBuf],
        mut told: impl FnMut(DropProgress) -> ControlFlow<()>,
    ) -> Vec<Dropped> {
        let found = found_under(paths);
        let mut out: Vec<Option<Dropped>> = found.iter().map(|_| None).collect();
        let mut done = 0;
        for_each_parallel(
            Pool::default(),
            &found,
            |one| cost(&one.path),
            |one| self.take_one(caller, one),
            |at, dropped| {
                done += 1;
                let at_now = DropProgress { done, files: found.len(), name: dropped.name.clone() };
                out[at] = Some(dropped);
                told(at_now)
            },
        );
        out.into_iter().flatten().collect()
    }

    fn take_one(&self, caller: &Caller, found: &Found) -> Dropped {
        let Found { from, path, unreadable: why } = found;
        let name = name_of(path);
        let taken = match why {
            Some(why) => Err(why.clone()),
            None => open_patiently(|| File::open(path))
                .map_err(|error| unreadable(path, &error))
                .and_then(|mut file| self.core().put_file(caller, &name, &mut file)),
        };
        let (facts, error) = match taken {
            Ok(facts) => (Some(facts), None),
            Err(error) => (None, Some(error)),
        };
        Dropped { from: *from, path: path.clone(), name, facts, error }
    }
}

/// A file to take in, or a path under which none can be found.
struct Found {
    from: usize,
    path: PathBuf,
    unreadable: Option<Error>,
}

fn found_under(paths: &[PathBuf]) -> Vec<Found> {
    let mut out = Vec::new();
    for (from, path) in paths.iter().enumerate() {
        match files_under(path) {
            Ok(files) => {
                out.extend(files.into_iter().map(|path| Found { from, path, unreadable: None }));
            }
            Err(error) => {
                let unreadable = Some(unreadable(path, &error));
                out.push(Found { from, path: path.clone(), unreadable });
            }
        }
    }
    out
}

/// How long to wait before each further try at a file that another program holds.
const PATIENCE: [Duration; 3] =
    [Duration::from_millis(200), Duration::from_millis(400), Duration::from_millis(800)];

/// Opens a file, trying again while another program (Photoshop in the middle of a save) holds it.
fn open_patiently<T>(mut open: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in PATIENCE {
        match open() {
            Err(error) if is_held(&error) => std::thread::sleep(wait),
            done => return done,
        }
    }
    open()
}

/// Another program holds the file: Windows' sharing and lock violations, a busy file elsewhere.
fn is_held(error: &io::Error) -> bool {
    let windows = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    windows
        || matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy)
}

/// The file itself, or every file in a folder and the folders in it, by name. Links are followed
/// only where the person dropped one, so that a folder cannot contain itself.
fn files_under(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut files = Vec::new();
    for entry in entries {
        let kind = entry.file_type()?;
        if kind.is_dir() {
            files.extend(files_under(&entry.path())?);
        } else if kind.is_file() && !is_leftover(&entry.path()) {
            files.push(entry.path());
        }
    }
    Ok(files)
}

fn is_leftover(path: &Path) -> bool {
    let name = name_of(path).to_lowercase();
    LEFTOVERS.contains(&name.as_str()) || name.starts_with("._")
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    let name = name_of(path);
    if is_held(error) {
        let message = format!(
            "“{name}”没有收下：正被别的软件占用，试了 {} 次都打不开。请先在 PS 里保存并关闭它，再拖入一次",
            PATIENCE.len() + 1
        );
        return Error::new(Code::Unavailable, "locked", message);
    }
    files::unreadable(&name, error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::TestShop;

    #[test]
    fn many_files_go_in_together_in_the_order_given_and_a_bad_one_falls_alone() {
        let shop = TestShop::new();
        let mei = shop.person("mei", &["designer"]);
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, bytes).unwrap();
            path
        };
        // The first is the largest: it is ready last, and still stands first.
        let mut paths = vec![write("长.txt", &"很长的说明。".repeat(200_000))];
        paths.extend((0..20).map(|n| write(&format!("{n:02}.txt"), &format!("第 {n} 份"))));
        paths.push(write("空.jpg", ""));
        paths.push(folder.path().join("不在了.png"));
        write("外景/甲.txt", "甲");
        write("外景/乙.txt", "甲");
        paths.push(folder.path().join("外景"));

        let mut told = Vec::new();
        let dropped = shop.shop.take_dropped(&mei, &paths, |at| {
            told.push(at);
            ControlFlow::Continue(())
        });
        let from: Vec<usize> = dropped.iter().map(|one| one.from).collect();
        assert_eq!(from, (0..24).chain([23]).collect::<Vec<_>>());
        assert_eq!(dropped[0].name, "长.txt");
        let refused: Vec<_> = dropped
            .iter()
            .filter_map(|one| Some((one.name.as_str(), one.error.as_ref()?.reason.as_str())))
            .collect();
        assert_eq!(refused, [("空.jpg", "empty"), ("不在了.png", "unreadable")]);
        assert_eq!(dropped.iter().filter(|one| one.facts.is_some()).count(), 23);
        // Two names of the same content are one file, however close they came in.
        let hash = |at: usize| &dropped[at].facts.as_ref().unwrap().hash;
        assert_eq!(hash(23), hash(24));
        let counted: Vec<_> = told.iter().map(|at| (at.done, at.files)).collect();
        assert_eq!(counted, (1..=25).map(|done| (done, 25)).collect::<Vec<_>>());
    }

    #[test]
    fn a_drop_that_is_broken_off_begins_no_other_file() {
        let shop = TestShop::new();
        let mei = shop.person("mei", &["designer"]);
        let folder = tempfile::tempdir().unwrap();
        for n in 0..200 {
            fs::write(folder.path().join(format!("{n:03}.txt")), format!("第 {n} 份")).unwrap();
        }
        let paths = [folder.path().to_owned()];
        let mut told = 0;
        let dropped = shop.shop.take_dropped(&mei, &paths, |_| {
            told += 1;
            if told == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!((told, dropped.len()), (3, 3));
        assert!(dropped.iter().all(|one| one.facts.is_some()));
    }

    #[test]
    fn a_drop_is_measured_with_all_its_folders_before_anything_is_read() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("外景/精修")).unwrap();
        for (name, bytes) in [("a.png", 1000), ("外景/b.psd", 3000), ("外景/精修/c.psd", 500)]
        {
            fs::write(folder.path().join(name), vec![0; bytes]).unwrap();
        }
        fs::write(folder.path().join("Thumbs.db"), "left by the system").unwrap();
        let paths = [folder.path().to_owned(), folder.path().join("不在了.png")];
        assert_eq!(measure_dropped(&paths), DropSize { files: 4, bytes: 4500 });
    }

    #[test]
    fn a_folder_is_every_file_in_it_and_nothing_that_a_system_left() {
        let folder = tempfile::tempdir().unwrap();
        let shoot = folder.path().join("外景");
        fs::create_dir_all(shoot.join("精修")).unwrap();
        for name in ["b.jpg", "a.png", "Thumbs.db", ".DS_Store", "._a.png", "精修/c.psd"] {
            fs::write(shoot.join(name), name).unwrap();
        }
        let names: Vec<_> = files_under(&shoot).unwrap().iter().map(|path| name_of(path)).collect();
        assert_eq!(names, ["a.png", "b.jpg", "c.psd"]);
        let one = shoot.join("a.png");
        assert_eq!(files_under(&one).unwrap(), [one]);
    }

    #[test]
    fn a_file_held_by_another_program_is_tried_again_and_then_named() {
        let busy = || io::Error::from(io::ErrorKind::ResourceBusy);
        let mut tries = 0;
        let opened = open_patiently(|| {
            tries += 1;
            if tries < 3 { Err(busy()) } else { Ok(tries) }
        });
        assert_eq!(opened.unwrap(), 3);
        let refused = open_patiently(|| Err::<(), _>(busy())).unwrap_err();
        let error = unreadable(Path::new("/稿/首焦.psd"), &refused);
        assert_eq!(error.reason, "locked");
        assert!(error.message.contains("首焦.psd") && error.message.contains("保存并关闭"));
        let gone = io::Error::from(io::ErrorKind::NotFound);
        let mut tries = 0;
        let once = open_patiently(|| {
            tries += 1;
            Err::<(), _>(io::Error::from(io::ErrorKind::NotFound))
        });
        assert!(once.is_err() && tries == 1, "不在了的文件不用等");
        assert!(unreadable(Path::new("a.jpg"), &gone).message.contains("不在原来的位置"));
    }

    #[test]
    fn a_path_of_more_than_260_characters_is_read_like_any_other() {
        let folder = tempfile::tempdir().unwrap();
        let deep = (0..12).fold(folder.path().to_owned(), |at, n| {
            at.join(format!("第{n}层-双十一主会场素材终稿"))
        });
        fs::create_dir_all(&deep).unwrap();
        let file = deep.join("首焦.jpg");
        fs::write(&file, b"x").unwrap();
        assert!(file.to_string_lossy().len() > 260);
        assert_eq!(files_under(folder.path()).unwrap(), std::slice::from_ref(&file));
        assert!(open_patiently(|| File::open(&file)).is_ok());
    }
}
