//! What the program is started with.

use std::ffi::OsString;
use std::path::PathBuf;

/// The command line, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The shop's data folder, where it is not the user's own.
    pub data: Option<PathBuf>,
    /// Draw with the graphics card's shared buffers on Linux, which some drivers show as a blank
    /// window; off unless asked for.
    pub shared_buffers: bool,
}

impl Arguments {
    /// Reads `--data DIR` (or `SHOPDESK_DATA`) and `--shared-buffers`; what it does not know it
    /// leaves alone, since a desktop adds words of its own.
    pub fn read(
        words: impl Iterator<Item = OsString>,
        data_of_environment: Option<OsString>,
    ) -> Self {
        let mut read = Self {
            data: data_of_environment.filter(|value| !value.is_empty()).map(Into::into),
            ..Self::default()
        };
        let mut words = words.skip(1);
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--data") => read.data = words.next().map(Into::into),
                Some("--shared-buffers") => read.shared_buffers = true,
                Some(word) if word.starts_with("--data=") => {
                    read.data = Some(word["--data=".len()..].into());
                }
                _ => {}
            }
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, environment: Option<&str>) -> Arguments {
        Arguments::read(line.split(' ').map(OsString::from), environment.map(OsString::from))
    }

    #[test]
    fn without_a_word_the_user_s_own_shop_is_opened() {
        assert_eq!(read("shopdesk-desktop", None), Arguments::default());
    }

    #[test]
    fn a_data_folder_on_the_command_line_goes_before_the_environment() {
        for line in ["shopdesk-desktop --data 店铺", "shopdesk-desktop --data=店铺"] {
            assert_eq!(read(line, Some("else")).data, Some("店铺".into()));
        }
        assert_eq!(read("shopdesk-desktop", Some("else")).data, Some("else".into()));
    }
}
