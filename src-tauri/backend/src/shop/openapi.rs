//! The OpenAPI 3.1 document, made from the one list of operations and the one of the hub's paths.

use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value as Json, json};

use super::routes::ROUTES;
use super::wire::SESSION_NAMES;
use crate::kernel::Error;
use crate::kernel::door::{Core, OpKind};
use crate::kernel::files::FileFacts;

/// Every operation as `POST /api/<name>`, and the other paths of the hub.
pub(super) fn document(core: &Core) -> Json {
    // Arguments are read, answers are written: a field with a default is optional only when read.
    let mut inputs = SchemaSettings::draft2020_12()
        .with(|s| s.inline_subschemas = true)
        .for_deserialize()
        .into_generator();
    let mut outputs = SchemaSettings::draft2020_12()
        .with(|s| s.definitions_path = "/components/schemas".into())
        .for_serialize()
        .into_generator();
    let error = outputs.subschema_for::<Error>();
    let mut paths = Map::new();
    for entry in core.entries() {
        let body = plain((entry.input)(&mut inputs));
        let answer = plain((entry.output)(&mut outputs));
        let mut post = json!({
            "operationId": entry.name,
            "summary": entry.title,
            "tags": [entry.name.split('.').next().unwrap_or_default()],
            "x-kind": entry.kind,
            "x-permission": entry.needs.to_string(),
            "requestBody": { "required": true, "content": { "application/json": { "schema": body } } },
            "responses": {
                "200": { "description": "done", "content": { "application/json": { "schema": answer } } },
                "default": { "description": "refused", "content": { "application/json": { "schema": error } } },
            },
        });
        let tags = match entry.kind {
            OpKind::Query => "x-provides",
            OpKind::Command => "x-touches",
        };
        post[tags] = json!(entry.tags);
        paths.insert(format!("/api/{}", entry.name), json!({ "post": post }));
    }
    for name in SESSION_NAMES {
        paths.insert(format!("/api/{name}"), session_path(name, &outputs, &error));
    }
    let (file, refusal) = (json!(outputs.subschema_for::<FileFacts>()), json!(error));
    for route in ROUTES {
        if let Some(told) = route.told(&file, &refusal) {
            paths.insert(route.path().to_owned(), told);
        }
    }
    paths.sort_keys();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "店务台 Shopdesk",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Every operation of the shop, its files and its events. Sign in with session.login; the answer sets a cookie.",
        },
        "paths": paths,
        "components": { "schemas": outputs.take_definitions(true) },
    })
}

fn session_path(name: &str, _: &SchemaGenerator, error: &schemars::Schema) -> Json {
    let text = json!({ "type": "string" });
    let (body, answer, summary) = match name {
        "session.login" => (
            json!({ "type": "object", "required": ["login", "password"],
                    "properties": { "login": text, "password": text } }),
            json!({ "$ref": "#/components/schemas/MeView" }),
            "登录",
        ),
        "session.unlock" => (
            json!({ "type": "object", "required": ["password"], "properties": { "password": text } }),
            json!({ "type": "boolean" }),
            "解锁",
        ),
        _ => (json!({ "type": "object" }), json!({ "type": "null" }), "退出登录"),
    };
    json!({ "post": {
        "operationId": name, "summary": summary, "tags": ["session"],
        "x-kind": "command", "x-touches": [], "x-permission": "anyone",
        "requestBody": { "required": true, "content": { "application/json": { "schema": body } } },
        "responses": {
            "200": { "description": "done", "content": { "application/json": { "schema": answer } } },
            "default": { "description": "refused", "content": { "application/json": { "schema": error } } },
        },
    } })
}

/// A schema without the words that only matter at the top of a document of its own.
fn plain(schema: schemars::Schema) -> Json {
    let mut json = schema.to_value();
    if let Some(map) = json.as_object_mut() {
        map.remove("$schema");
    }
    json
}
