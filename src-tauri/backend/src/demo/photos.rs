//! The pictures of the demo shop: each is drawn once, on all cores, and kept like any other file.

use std::ops::ControlFlow;

use shopdesk_pictures::draw::{Banner, Drawing};
use shopdesk_pictures::{Bitmap, Pool, for_each_parallel, thumbs};

use crate::Shop;
use crate::kernel::rights::Caller;
use crate::kernel::{Error, Result};

/// A picture that will have been taken, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Photo(pub usize);

/// What is on a picture.
enum Subject {
    Drawing(Drawing),
    /// A drawing cut to this share of its width and height around the middle, as for a close-up.
    CloseUp(Drawing, f64),
    /// A drawing on white, cut so that what is on it fills nine tenths of the frame, as platforms want.
    Filling(Drawing),
    /// The picture at this place again, this much narrower; made together with it.
    Narrower(usize, u32),
    Banner(Box<Banner>),
}

/// The pictures to take.
#[derive(Default)]
pub(super) struct Studio {
    wanted: Vec<(String, Subject)>,
}

impl Studio {
    fn want(&mut self, name: String, subject: Subject) -> Photo {
        self.wanted.push((name, subject));
        Photo(self.wanted.len() - 1)
    }

    /// A drawing under this file name.
    pub fn picture(&mut self, name: impl Into<String>, drawing: Drawing) -> Photo {
        self.want(name.into(), Subject::Drawing(drawing))
    }

    /// A drawing on white that fills the frame.
    pub fn filling(&mut self, name: impl Into<String>, drawing: Drawing) -> Photo {
        self.want(name.into(), Subject::Filling(drawing))
    }

    /// The middle of a drawing, enlarged.
    pub fn close_up(&mut self, name: impl Into<String>, drawing: Drawing, share: f64) -> Photo {
        self.want(name.into(), Subject::CloseUp(drawing, share))
    }

    /// A drawing, and the same a little narrower, drawn only once.
    pub fn two_widths(&mut self, name: &str, drawing: Drawing, narrow: u32) -> (Photo, Photo) {
        let wide = self.picture(format!("{name}_{}.jpg", drawing.width), drawing);
        (wide, self.want(format!("{name}_{narrow}.jpg"), Subject::Narrower(wide.0, narrow)))
    }

    /// A banner with words.
    pub fn banner(&mut self, name: impl Into<String>, banner: Banner) -> Photo {
        self.want(name.into(), Subject::Banner(Box::new(banner)))
    }

    /// Takes them all; answers their hashes in the order they were asked for.
    pub fn shoot(&mut self, shop: &Shop, by: &Caller) -> Result<Vec<String>> {
        let wanted = std::mem::take(&mut self.wanted);
        // A narrower one is made from the one before it, so the two go together.
        let jobs: Vec<usize> = (0..wanted.len())
            .filter(|at| !matches!(wanted[*at].1, Subject::Narrower(..)))
            .collect();
        let narrower = |of: usize| {
            wanted.iter().position(|(_, s)| matches!(s, Subject::Narrower(from, _) if *from == of))
        };
        let take = |at: &usize| -> Result<Vec<(usize, String)>> {
            let keep = |at: usize, picture: &Bitmap| -> Result<(usize, String)> {
                let bytes = thumbs::jpeg(picture, QUALITY)
                    .ok_or_else(|| Error::internal("a picture could not be written"))?;
                Ok((at, shop.core().put_bytes(by, &wanted[at].0, &bytes)?.hash))
            };
            let picture = wanted[*at].1.bitmap()?;
            let mut done = vec![keep(*at, &picture)?];
            if let Some(second) = narrower(*at)
                && let Subject::Narrower(_, width) = wanted[second].1
            {
                let longest = picture.height.max(picture.width) * width / picture.width;
                done.push(keep(second, &picture.fit(longest))?);
            }
            Ok(done)
        };
        let mut taken = vec![String::new(); wanted.len()];
        let mut failed = None;
        for_each_parallel(
            Pool::default(),
            &jobs,
            |_| 16 << 20,
            take,
            |_, done| match done {
                Ok(files) => {
                    for (at, hash) in files {
                        taken[at] = hash;
                    }
                    ControlFlow::Continue(())
                }
                Err(e) => {
                    failed = Some(e);
                    ControlFlow::Break(())
                }
            },
        );
        match failed {
            Some(e) => Err(e),
            None => Ok(taken),
        }
    }
}

impl Subject {
    fn bitmap(&self) -> Result<Bitmap> {
        match self {
            Self::Drawing(drawing) => drawing.opaque().map_err(Error::internal),
            Self::Banner(banner) => banner.bitmap().map_err(Error::internal),
            Self::Narrower(..) => Err(Error::internal("a narrower picture is made from another")),
            Self::Filling(drawing) => {
                let larger = |side: u32| side + side / 4;
                let (width, height) = (larger(drawing.width), larger(drawing.height));
                let whole =
                    Drawing { width, height, ..*drawing }.opaque().map_err(Error::internal)?;
                Ok(filled(&whole, drawing.width))
            }
            Self::CloseUp(drawing, share) => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "sides of pictures are small whole numbers"
                )]
                let larger = |side: u32| (f64::from(side) / share).round() as u32;
                let (width, height) = (larger(drawing.width), larger(drawing.height));
                let whole =
                    Drawing { width, height, ..*drawing }.opaque().map_err(Error::internal)?;
                Ok(middle(&whole, drawing.width, drawing.height))
            }
        }
    }
}

/// Enough for 白底图, which must have 38 KB at least.
const QUALITY: f32 = 94.0;

/// The square around what is not white, with a twentieth of air on each side, at this size.
fn filled(picture: &Bitmap, side: u32) -> Bitmap {
    let dark = |x: u32, y: u32| picture.over_white(x, y).iter().any(|part| *part < 248);
    let rows = || 0..picture.height;
    let columns = || 0..picture.width;
    let top = rows().find(|y| columns().any(|x| dark(x, *y))).unwrap_or(0);
    let bottom =
        rows().rev().find(|y| columns().any(|x| dark(x, *y))).unwrap_or(picture.height - 1);
    let left = columns().find(|x| rows().any(|y| dark(*x, y))).unwrap_or(0);
    let right = columns().rev().find(|x| rows().any(|y| dark(*x, y))).unwrap_or(picture.width - 1);
    let longest = (bottom - top).max(right - left) + 1;
    let square = (longest * 10 / 9).max(side);
    let (x0, y0) = (
        i64::from(left + right) / 2 - i64::from(square) / 2,
        i64::from(top + bottom) / 2 - i64::from(square) / 2,
    );
    let inside = |at: i64, end: u32| u32::try_from(at).ok().filter(|at| *at < end);
    let mut data = Vec::with_capacity((square * square * 3) as usize);
    for y in y0..y0 + i64::from(square) {
        for x in x0..x0 + i64::from(square) {
            match (inside(x, picture.width), inside(y, picture.height)) {
                (Some(x), Some(y)) => data.extend(picture.over_white(x, y)),
                _ => data.extend([255; 3]),
            }
        }
    }
    Bitmap { width: square, height: square, alpha: false, data }.fit(side)
}

/// The middle of a picture without transparency.
fn middle(picture: &Bitmap, width: u32, height: u32) -> Bitmap {
    let (left, top) = ((picture.width - width) / 2, (picture.height - height) / 2);
    let mut data = Vec::with_capacity((width * height * 3) as usize);
    for y in top..top + height {
        for x in left..left + width {
            data.extend(picture.over_white(x, y));
        }
    }
    Bitmap { width, height, alpha: false, data }
}
