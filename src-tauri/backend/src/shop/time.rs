//! What time brings by itself: prices that come due, campaigns that begin and end, pictures that
//! expire, sessions that end, the daily sweep of files and the daily backup.

use std::sync::mpsc::{RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use super::Shop;
use crate::kernel::{Error, Result, backups, events, sweep};
use crate::{assets, campaigns, listings, staff};

const OP: &str = "system.time";
const EVERY: Duration = Duration::from_secs(60);

/// What a tick did; nothing when it was not yet time for anything.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Ticked {
    /// Price changes moved on.
    pub prices: u64,
    /// Steps of campaigns: begun, ended.
    pub campaigns: u64,
    /// Pictures whose last day is over.
    pub assets: u64,
    /// Sessions ended.
    pub sessions: u64,
    /// The daily sweep of files that has begun: its job.
    pub sweep: Option<i64>,
    /// The daily backup that has begun: its job.
    pub backup: Option<i64>,
}

impl Shop {
    /// Does what has come due since the last time. Harmless to repeat: it looks at the clock and the
    /// rows, not at how often it was called. One part that fails does not hold up the others.
    pub fn tick(&self) -> Result<Ticked> {
        let core = self.core();
        core.aside().forget_old();
        let prices = core.write_unasked(OP, listings::advance);
        let campaigns = core.write_unasked(OP, campaigns::advance);
        let assets = core.write_unasked(OP, |tx| Ok(assets::expire(tx)?.len() as u64));
        let sessions = core.write_unasked(OP, staff::sessions::end_stale);
        let feed = core.write_unasked(OP, events::forget_old);
        let sweep = sweep::start_if_due(core);
        let backup = backups::start_if_due(core);
        feed?;
        Ok(Ticked {
            prices: prices?,
            campaigns: campaigns?,
            assets: assets?,
            sessions: sessions?,
            sweep: sweep?,
            backup: backup?,
        })
    }

    /// Ticks now and every minute, beside everything else, for as long as the answer is kept.
    pub fn keep_time(&self) -> Result<Beat> {
        let (stop, stopped) = sync_channel::<()>(0);
        let shop = self.clone();
        std::thread::Builder::new()
            .name("time".to_owned())
            .spawn(move || {
                loop {
                    if let Err(e) = shop.tick() {
                        eprintln!("what time brings was not all done: {e}");
                    }
                    if stopped.recv_timeout(EVERY) != Err(RecvTimeoutError::Timeout) {
                        return;
                    }
                }
            })
            .map_err(Error::internal)?;
        Ok(Beat { _stop: stop })
    }
}

/// The shop's beat; it stops when this goes.
#[derive(Debug)]
pub struct Beat {
    _stop: SyncSender<()>,
}
