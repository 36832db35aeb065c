//! The description of the API in `OpenAPI` 3.1 (`docs/openapi.json`), made of the types that it reads and answers with.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::answer::{Account, App, Checked};
use super::call::LARGEST_TREE;
use super::change::Change;
use super::endpoint::{self, Endpoint, Operation};
use super::new_invite::{NewInvite, NewInvites};
use super::portal::{Check, Register, Reset};
use super::problem::ProblemRecord;
use super::{Scope, Search};
use crate::record::{CountRecord, InviteRecord, MemberRecord};
use crate::{KindName, State};

/// A text, which may be missing.
pub(super) fn text(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<String>()
}

/// A page of a list.
#[derive(JsonSchema, serde::Serialize)]
struct Invites {
    /// The invites.
    invites: Vec<InviteRecord>,
    /// The cursor of the next page; null after the last one. A page may have fewer invites than were asked for, or none, although others follow.
    next: Option<String>,
}

/// What many invites at once are answered with.
#[derive(JsonSchema, serde::Serialize)]
struct Created {
    /// The invites, in the order of the request.
    invites: Vec<InviteRecord>,
}

/// How many invites there are.
#[derive(JsonSchema, serde::Serialize)]
struct Stats {
    /// The numbers by kind and state.
    counts: Vec<CountRecord>,
}

/// Who came through whom.
#[derive(JsonSchema, serde::Serialize)]
struct Tree {
    /// The accounts, each followed by those that it invited.
    accounts: Vec<MemberRecord<'static>>,
    /// Whether there are more.
    more: bool,
}

/// The apps that are recommended.
#[derive(JsonSchema, serde::Serialize)]
struct Apps {
    /// The apps, the first ones first.
    apps: Vec<App>,
}

/// Two generators, as a field that may be missing in a request is always there in an answer.
struct Shapes {
    asked: SchemaGenerator,
    answered: SchemaGenerator,
}

fn generator() -> SchemaSettings {
    SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    })
}

fn parameter(name: &str, place: &str, schema: &Value, description: &str) -> Value {
    json!({ "name": name, "in": place, "required": place == "path", "description": description, "schema": schema })
}

fn parameters(endpoint: &Endpoint, shapes: &mut Shapes) -> Vec<Value> {
    let mut list = Vec::new();
    if endpoint.path.contains("{id}") {
        list.push(parameter("id", "path", &json!({ "type": "string", "pattern": "^[0-9a-f]{12}$" }), "The short id of an invite."));
    }
    if endpoint.path.contains("{name}") {
        list.push(parameter("name", "path", &json!({ "type": "string", "minLength": 1, "maxLength": 1023 }), "A username."));
    }
    let number = |most: usize| json!({ "type": "integer", "minimum": 1, "maximum": most });
    match endpoint.operation {
        Operation::List => {
            let (state, kind) = (shapes.asked.subschema_for::<State>().to_value(), shapes.asked.subschema_for::<KindName>().to_value());
            let text = json!({ "type": "string" });
            list.extend([
                parameter("state", "query", &state, "Only invites in this state."),
                parameter("kind", "query", &kind, "Only invites of this kind."),
                parameter("creator", "query", &text, "Only invites that this user created."),
                parameter("note", "query", &text, "Only invites with this text in their note, whatever its case."),
                parameter("cursor", "query", &json!({ "type": "string", "pattern": "^[A-Za-z0-9_-]{32}$" }), "The field `next` of the page before."),
                parameter(
                    "order",
                    "query",
                    &json!({ "type": "string", "enum": ["oldest", "newest"] }),
                    "Which come first; the oldest if nothing is said.",
                ),
                parameter("limit", "query", &number(Search::MOST), "How many at the most; 100 if nothing is said."),
            ]);
        }
        Operation::Tree => list.push(parameter("limit", "query", &number(LARGEST_TREE), "How many accounts at the most; 1000 if nothing is said.")),
        Operation::Create | Operation::CreateMany => {
            let schema = json!({ "type": "string", "pattern": "^[!-~]{1,255}$" });
            let words = "The same key with the same body gets the same answer, for a day. Nothing is created twice.";
            list.push(parameter("Idempotency-Key", "header", &schema, words));
        }
        _ => {}
    }
    list
}

/// What it does; the shape of its body, if it has one; the status and the shape of its answer.
fn shape(operation: Operation, shapes: &mut Shapes) -> (&'static str, Option<Schema>, u16, Schema) {
    let Shapes { asked, answered } = shapes;
    let invite = answered.subschema_for::<InviteRecord>();
    match operation {
        Operation::Create => ("Create an invite", Some(asked.subschema_for::<NewInvite>()), 201, invite),
        Operation::CreateMany => {
            ("Create many invites, all or none", Some(asked.subschema_for::<NewInvites>()), 201, answered.subschema_for::<Created>())
        }
        Operation::List => ("List invites", None, 200, answered.subschema_for::<Invites>()),
        Operation::Show => ("Show an invite with its uses", None, 200, invite),
        Operation::Change => ("Change the expiry, the uses or the note of an invite", Some(asked.subschema_for::<Change>()), 200, invite),
        Operation::Revoke => ("Revoke an invite; one that was revoked stays so", None, 200, invite),
        Operation::Restore => ("Take a revocation back; an invite that was not revoked stays as it is", None, 200, invite),
        Operation::Stats => ("Count invites by kind and state", None, 200, answered.subschema_for::<Stats>()),
        Operation::Tree => ("List who came through a user", None, 200, answered.subschema_for::<Tree>()),
        Operation::Apps => ("List the apps that are recommended", None, 200, answered.subschema_for::<Apps>()),
        Operation::Check => ("Look whether a token is good", Some(asked.subschema_for::<Check>()), 200, answered.subschema_for::<Checked>()),
        Operation::Register => {
            ("Register an account with a token", Some(asked.subschema_for::<Register>()), 201, answered.subschema_for::<Account>())
        }
        Operation::Reset => ("Set a new password with a token", Some(asked.subschema_for::<Reset>()), 200, answered.subschema_for::<Account>()),
        Operation::Document => ("This description", None, 200, schemars::json_schema!({ "type": "object" })),
    }
}

fn links() -> Value {
    let by_id = |operation: Operation| json!({ "operationId": operation.name(), "parameters": { "id": "$response.body#/id" } });
    let by_token = |operation: Operation| json!({ "operationId": operation.name(), "requestBody": { "token": "$response.body#/token" } });
    json!({
        "show": by_id(Operation::Show), "change": by_id(Operation::Change), "revoke": by_id(Operation::Revoke),
        "restore": by_id(Operation::Restore), "check": by_token(Operation::Check),
    })
}

/// The statuses with which it may be refused.
fn refusals(endpoint: &Endpoint) -> Vec<u16> {
    let mut statuses = vec![406];
    if endpoint.scope.is_some() {
        statuses.extend([400, 401, 403, 422, 429, 503]);
    }
    if endpoint.is_addressed() {
        statuses.push(404);
    }
    if endpoint.longest_body > 0 {
        statuses.extend([409, 411, 413, 415]);
    }
    if endpoint.operation == Operation::Restore {
        statuses.push(409);
    }
    statuses.sort_unstable();
    statuses
}

fn operation(endpoint: &Endpoint, shapes: &mut Shapes) -> Value {
    let (summary, body, status, answer) = shape(endpoint.operation, shapes);
    let mut success = json!({ "description": summary, "content": { "application/json": { "schema": answer } } });
    if endpoint.operation == Operation::Create {
        success["links"] = links();
        success["headers"] = json!({ "Location": { "description": "The address of the invite.", "schema": { "type": "string" } } });
    }
    let mut responses = Map::from_iter([(status.to_string(), success)]);
    for status in refusals(endpoint) {
        let name = if matches!(status, 429 | 503) { "Later" } else { "Refused" };
        responses.insert(status.to_string(), json!({ "$ref": format!("#/components/responses/{name}") }));
    }
    let mut operation = json!({ "operationId": endpoint.operation.name(), "summary": summary, "responses": responses });
    let parameters = parameters(endpoint, shapes);
    if !parameters.is_empty() {
        operation["parameters"] = json!(parameters);
    }
    if let Some(schema) = body {
        operation["requestBody"] = json!({ "required": true, "content": { "application/json": { "schema": schema } } });
    }
    match endpoint.scope {
        Some(scope) => operation["description"] = json!(format!("Needs a key with the scope `{scope}`.")),
        None => operation["security"] = json!([]),
    }
    operation
}

fn document() -> Value {
    let mut shapes = Shapes { asked: generator().for_deserialize().into_generator(), answered: generator().for_serialize().into_generator() };
    let mut paths = Map::new();
    for endpoint in endpoint::ALL {
        let path = paths.entry(endpoint.path).or_insert_with(|| json!({}));
        path[endpoint.method.to_ascii_lowercase()] = operation(endpoint, &mut shapes);
    }
    let problem = shapes.answered.subschema_for::<ProblemRecord>();
    let refused = json!({ "description": "The field `code` says why.", "content": { "application/problem+json": { "schema": problem } } });
    let mut later = refused.clone();
    later["headers"] = json!({ "Retry-After": { "description": "In seconds.", "schema": { "type": "string" } } });
    let mut schemas = shapes.asked.take_definitions(true);
    schemas.extend(shapes.answered.take_definitions(true));
    let scopes: Vec<_> = Scope::ALL.iter().map(ToString::to_string).collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Invites", "version": "1",
            "description": format!("Invites of an XMPP server. Keys have scopes: {}. Times are Unix seconds. `docs/integrate.md` says more.", scopes.join(", ")),
        },
        "servers": [{ "url": "/invites_api/v1" }],
        "security": [{ "key": [] }],
        "paths": paths,
        "components": {
            "schemas": schemas, "responses": { "Refused": refused, "Later": later },
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer" } },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `make openapi` writes what this prints.
    #[test]
    #[ignore = "it writes the document"]
    fn print() {
        println!("{:#}", document());
    }

    #[test]
    fn the_document_is_current() {
        let kept: Value = serde_json::from_str(include_str!("../../../docs/openapi.json")).unwrap();
        assert_eq!(kept, document(), "`make openapi` writes it");
    }

    #[test]
    fn each_operation_is_described_once() {
        let document = document();
        let mut names: Vec<_> = endpoint::ALL.iter().map(|endpoint| endpoint.operation.name()).collect();
        for endpoint in endpoint::ALL {
            let operation = &document["paths"][endpoint.path][endpoint.method.to_ascii_lowercase()];
            assert_eq!(operation["operationId"], endpoint.operation.name());
            assert_eq!(operation["requestBody"].is_null(), endpoint.longest_body == 0);
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), endpoint::ALL.len());
    }
}
