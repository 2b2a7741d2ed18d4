//! The pictures that come along in a data pack.

use std::collections::HashMap;

use shopdesk_exchange::{Document, ProductRecord};
use shopdesk_pictures::NO_END;

use super::goods;
use crate::kernel::jobs::JobCx;
use crate::kernel::{Code, Result};

/// What became of the pictures of a pack, by their paths in it.
#[derive(Default)]
pub(super) struct Taken {
    /// The stored file of each.
    pub files: HashMap<String, String>,
    /// Why they cannot be taken in.
    pub refused: HashMap<String, String>,
    /// What is to be looked at in one that was taken in.
    pub doubtful: HashMap<String, String>,
}

impl Taken {
    /// The pictures of a record that cannot be taken in, with the reasons.
    pub fn refused_of<'a>(
        &'a self,
        record: &'a ProductRecord,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        goods::entries(record)
            .filter_map(|path| self.refused.get(path).map(|why| (path, why.as_str())))
    }

    /// The pictures of a record that were taken in with a doubt, and which.
    pub fn doubtful_of<'a>(
        &'a self,
        record: &'a ProductRecord,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        goods::entries(record)
            .filter_map(|path| self.doubtful.get(path).map(|why| (path, why.as_str())))
    }
}

/// The last part of a path inside a pack.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Takes the pictures of a pack in, before anything is written.
pub(super) fn take_pictures(
    job: &JobCx,
    document: &Document,
    records: &[ProductRecord],
) -> Result<Taken> {
    let mut taken = Taken::default();
    if document.pack.is_empty() {
        return Ok(taken);
    }
    let total = records.len() as u64;
    for (done, record) in records.iter().enumerate() {
        if done % 50 == 0 {
            job.step(done as u64, total)?;
        }
        for path in goods::entries(record) {
            if taken.files.contains_key(path) || taken.refused.contains_key(path) {
                continue;
            }
            let name = file_name(path);
            // A file that is named but did not come along was told of when the rows were read.
            if document.pack.find(name).is_none() {
                continue;
            }
            let why = match document.pack.read(path) {
                Ok(bytes) => match job.core().put_bytes(job.caller(), name, &bytes) {
                    Ok(facts) if matches!(facts.kind.as_str(), "image" | "source") => {
                        if facts.warnings.iter().any(|said| said == NO_END) {
                            taken.doubtful.insert(path.to_owned(), NO_END.to_owned());
                        }
                        taken.files.insert(path.to_owned(), facts.hash);
                        continue;
                    }
                    Ok(_) => format!("“{name}”不是图片"),
                    Err(e) if e.code == Code::Internal || e.code == Code::Unavailable => {
                        return Err(e);
                    }
                    Err(e) => e.message,
                },
                Err(refused) => refused.message,
            };
            taken.refused.insert(path.to_owned(), why.trim_end_matches('。').to_owned());
        }
    }
    Ok(taken)
}
