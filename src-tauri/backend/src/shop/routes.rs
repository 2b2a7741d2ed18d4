//! The paths of the hub: one list, from which its router is built and the OpenAPI document tells.

use serde_json::{Value as Json, json};

/// What is asked for by a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// An operation by its name; signing in and out too.
    Operation,
    /// What changes, as it happens.
    Events,
    /// The document of all this.
    Document,
    /// A file comes in.
    TakeFile,
    /// A file goes out.
    GiveFile,
    /// The thumbnail of a picture.
    GiveThumb,
}

/// Every path but those of the pages.
pub const ROUTES: [Route; 6] = [
    Route::Operation,
    Route::Events,
    Route::Document,
    Route::TakeFile,
    Route::GiveFile,
    Route::GiveThumb,
];

impl Route {
    /// The path, its parameters in braces.
    pub fn path(self) -> &'static str {
        match self {
            Self::Operation => "/api/{name}",
            Self::Events => "/api/events",
            Self::Document => "/api/openapi.json",
            Self::TakeFile => "/api/files",
            Self::GiveFile => "/files/{hash}",
            Self::GiveThumb => "/thumbs/{hash}/{size}",
        }
    }

    /// Whether it is asked by `POST`; else by `GET`.
    pub fn posts(self) -> bool {
        matches!(self, Self::Operation | Self::TakeFile)
    }

    /// What the document says of it; operations are told one by one instead.
    pub(super) fn told(self, file: &Json, error: &Json) -> Option<Json> {
        let hash = json!({ "name": "hash", "in": "path", "required": true,
            "schema": { "type": "string", "pattern": "^[0-9a-f]{64}$" } });
        let name = |required| {
            json!({ "name": "name", "in": "query", "required": required,
                    "schema": { "type": "string" } })
        };
        let binary = json!({ "schema": {} });
        let (id, summary, tag, parameters, answer) = match self {
            Self::Operation => return None,
            Self::Events => (
                "events.listen",
                "实时变更：先补发 after 之后的，再随时推送",
                "events",
                json!([{ "name": "after", "in": "query", "required": false,
                         "schema": { "type": "integer", "format": "int64" } }]),
                json!({ "text/event-stream": { "schema": { "type": "string" } } }),
            ),
            Self::Document => (
                "openapi.get",
                "接口文档",
                "openapi",
                json!([]),
                json!({ "application/json": { "schema": { "type": "object" } } }),
            ),
            Self::TakeFile => (
                "files.put",
                "上传文件",
                "files",
                json!([name(true)]),
                json!({ "application/json": { "schema": file } }),
            ),
            Self::GiveFile => (
                "files.get",
                "下载文件",
                "files",
                json!([hash, name(false)]),
                json!({ "*/*": binary }),
            ),
            Self::GiveThumb => (
                "thumbs.get",
                "缩略图",
                "files",
                json!([hash, { "name": "size", "in": "path", "required": true,
                    "schema": { "type": "integer", "enum": [80, 320, 1600] } }]),
                json!({ "image/jpeg": binary, "image/png": binary }),
            ),
        };
        let mut operation = json!({
            "operationId": id, "summary": summary, "tags": [tag], "parameters": parameters,
            "responses": {
                "200": { "description": "done", "content": answer },
                "default": { "description": "refused", "content": { "application/json": { "schema": error } } },
            },
        });
        if self == Self::TakeFile {
            operation["requestBody"] =
                json!({ "required": true, "content": { "application/octet-stream": binary } });
        }
        let verb = if self.posts() { "post" } else { "get" };
        Some(json!({ verb: operation }))
    }
}
