//! A hub that runs for one test, and a plain HTTP client that hides nothing.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value as Json;
use shopdesk::Shop;

pub const PASSWORD: &str = "一个很长很长的密码";

/// A 1×1 picture.
pub const PNG: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 13, 0x49, 0x44, 0x41, 0x54,
    0x78, 0xDA, 0x63, 0xFC, 0xCF, 0xC0, 0x50, 0x0F, 0, 4, 0x85, 1, 0x80, 0x84, 0xA9, 0x8C, 0x21, 0,
    0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

pub struct Hub {
    child: Child,
    pub address: String,
    pub data: PathBuf,
    _home: tempfile::TempDir,
}

impl Drop for Hub {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Hub {
    /// A shop with 林晚 (运营主管), 小美 (美工) and 方工 (管理员), served.
    pub fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("shop");
        let shop = Shop::open(&data).unwrap();
        shop.core()
            .write_unasked("test", |tx| {
                for (login, post) in
                    [("linwan", "ops_supervisor"), ("mei", "designer"), ("fang", "admin")]
                {
                    let id = shopdesk::staff::ops::add_person(tx, login, login, &[post])?;
                    shopdesk::staff::ops::give_password(tx, id, PASSWORD)?;
                }
                Ok(())
            })
            .unwrap();
        drop(shop);
        let mut child = Command::new(env!("CARGO_BIN_EXE_shopdesk"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit_once("http://").expect("it says its address").1.to_owned();
        Self { child, address, data, _home: home }
    }

    /// Ctrl+C in the hub's terminal.
    #[cfg(unix)]
    pub fn interrupt(&self) {
        let told = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(told.unwrap().success());
    }

    /// Waits until the hub has ended by itself; whether it ended well, `None` when it did not end.
    #[cfg(unix)]
    pub fn ends_within(&mut self, patience: Duration) -> Option<bool> {
        let late = std::time::Instant::now() + patience;
        while std::time::Instant::now() < late {
            if let Some(status) = self.child.try_wait().unwrap() {
                return Some(status.success());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }

    /// Sends one request and reads the whole answer.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut stream = self.connect();
        stream.write_all(self.head(method, path, headers, body.len()).as_bytes()).unwrap();
        // A server that refuses early may close before all is sent.
        let _ = stream.write_all(body);
        Answer::read(stream)
    }

    pub fn head(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        length: usize,
    ) -> String {
        let mut head = format!("{method} {path} HTTP/1.1\r\nconnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "host") {
            head.push_str(&format!("host: {}\r\n", self.address));
        }
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("content-length: {length}\r\n\r\n"));
        head
    }

    pub fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send("GET", path, &[("cookie", cookie)], b"")
    }

    pub fn post(&self, path: &str, cookie: &str, body: &str) -> Answer {
        let headers = [("cookie", cookie), ("content-type", "application/json")];
        self.send("POST", path, &headers, body.as_bytes())
    }

    /// Signs in; answers the cookie as a browser sends it back.
    pub fn sign_in(&self, login: &str) -> String {
        let body = serde_json::json!({ "login": login, "password": PASSWORD }).to_string();
        let answer = self.post("/api/session.login", "", &body);
        assert_eq!(answer.status, 200, "{}", answer.text());
        let cookie = answer.header("set-cookie").expect("signing in sets the cookie");
        cookie.split(';').next().unwrap().to_owned()
    }
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    fn read(mut stream: TcpStream) -> Self {
        let mut all = Vec::new();
        // A connection that was cut may end in an error; what came before it counts.
        let _ = stream.read_to_end(&mut all);
        let end = all.windows(4).position(|w| w == b"\r\n\r\n").expect("an answer with a head");
        let head = String::from_utf8(all[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        let mut answer = Self { status, headers, body: all[end + 4..].to_vec() };
        if answer.header("transfer-encoding") == Some("chunked") {
            answer.body = unchunk(&answer.body);
        }
        answer
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(have, _)| have == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Json {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    /// The refusal's code and finer reason.
    pub fn refusal(&self) -> (u16, String, String) {
        let json = self.json();
        let word = |name: &str| json[name].as_str().unwrap_or_default().to_owned();
        assert!(json["message"].as_str().is_some_and(|m| !m.is_empty()), "{json}");
        (self.status, word("code"), word("reason"))
    }
}

fn unchunk(mut body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(end) = body.windows(2).position(|w| w == b"\r\n") {
        let size = std::str::from_utf8(&body[..end]).unwrap();
        let size = usize::from_str_radix(size, 16).unwrap();
        if size == 0 {
            break;
        }
        out.extend(&body[end + 2..end + 2 + size]);
        body = &body[end + 4 + size..];
    }
    out
}
