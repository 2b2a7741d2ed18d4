//! What the program prints. Who reads no further (`shopdesk call … | head`) has what they wanted:
//! the verb ends as it would have, without a word.

use std::io::{self, ErrorKind, Write};

use shopdesk::kernel::{Code, Error};

/// Prints a line to standard output.
pub fn line(text: &str) -> Result<(), Error> {
    write_line(&mut io::stdout().lock(), text).map_err(|error| {
        Error::new(
            Code::Unavailable,
            "output",
            format!("做完的都已保存，但结果没有写完：{error}。请检查输出到的文件所在的磁盘"),
        )
    })
}

/// Prints a line to standard error; where nobody can be told there is nobody to tell.
pub fn complaint(text: &str) {
    let _ = write_line(&mut io::stderr().lock(), text);
}

fn write_line(to: &mut impl Write, text: &str) -> io::Result<()> {
    match writeln!(to, "{text}").and_then(|()| to.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fails(ErrorKind);

    impl Write for Fails {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_who_has_left_is_no_fault_and_a_full_disk_is_one() {
        assert!(write_line(&mut Fails(ErrorKind::BrokenPipe), "行").is_ok());
        assert!(write_line(&mut Fails(ErrorKind::StorageFull), "行").is_err());
    }
}
