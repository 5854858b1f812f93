package org.luaplatform.adapters.sqlite.engine;

import java.util.List;

/// The first schema.
///
/// A thing is kept as one JSON document, with beside it only what is looked up or changed by itself. `seq` is the
/// order of arrival. Every index by which a tenant reads starts with the organization; those of the workers, who
/// serve all, do not. A partial index is used only by a query that repeats its condition in the same words.
final class SchemaVersion1 {

    static final List<String> STATEMENTS = List.of(
            """
            CREATE TABLE organizations (
              seq INTEGER PRIMARY KEY,
              id TEXT NOT NULL UNIQUE,
              document BLOB NOT NULL
            ) STRICT""",
            """
            CREATE TABLE api_keys (
              seq INTEGER PRIMARY KEY,
              id TEXT NOT NULL UNIQUE,
              organization TEXT NOT NULL,
              hash TEXT NOT NULL UNIQUE,
              created_at INTEGER NOT NULL,
              document BLOB NOT NULL
            ) STRICT""",
            """
            CREATE INDEX api_keys_by_age ON api_keys (organization, created_at, id)""",
            """
            CREATE TABLE repeated_requests (
              seq INTEGER PRIMARY KEY,
              organization TEXT NOT NULL,
              key TEXT NOT NULL,
              since INTEGER NOT NULL,
              document BLOB NOT NULL,
              UNIQUE (organization, key)
            ) STRICT""",
            """
            CREATE INDEX repeated_requests_by_age ON repeated_requests (since)""",
            """
            CREATE TABLE forms (
              seq INTEGER PRIMARY KEY,
              id TEXT NOT NULL UNIQUE,
              organization TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              revision INTEGER NOT NULL,
              document BLOB NOT NULL
            ) STRICT""",
            """
            CREATE INDEX forms_by_age ON forms (organization, created_at, id)""",
            """
            CREATE TABLE form_versions (
              seq INTEGER PRIMARY KEY,
              organization TEXT NOT NULL,
              form TEXT NOT NULL,
              number INTEGER NOT NULL,
              document BLOB NOT NULL,
              UNIQUE (organization, form, number)
            ) STRICT""",
            """
            CREATE TABLE imports (
              seq INTEGER PRIMARY KEY,
              id TEXT NOT NULL UNIQUE,
              organization TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              free_at INTEGER,
              worker TEXT,
              upload TEXT,
              document BLOB NOT NULL
            ) STRICT""",
            """
            CREATE INDEX imports_by_age ON imports (organization, created_at, id)""",
            """
            CREATE INDEX imports_to_do ON imports (created_at, id) WHERE free_at IS NOT NULL""",
            """
            CREATE INDEX imports_by_upload ON imports (upload)""",
            """
            CREATE TABLE import_parts (
              seq INTEGER PRIMARY KEY,
              upload TEXT NOT NULL,
              part INTEGER NOT NULL,
              bytes BLOB NOT NULL,
              UNIQUE (upload, part)
            ) STRICT""",
            """
            CREATE TABLE rejected_rows (
              seq INTEGER PRIMARY KEY,
              import TEXT NOT NULL,
              line INTEGER NOT NULL,
              document BLOB NOT NULL,
              UNIQUE (import, line)
            ) STRICT""",
            """
            CREATE TABLE feedback (
              seq INTEGER PRIMARY KEY,
              organization TEXT NOT NULL,
              id TEXT NOT NULL,
              form TEXT NOT NULL,
              occurred_at INTEGER NOT NULL,
              received_at INTEGER NOT NULL,
              channel TEXT NOT NULL,
              language TEXT NOT NULL,
              satisfaction INTEGER,
              sentiment TEXT,
              origin TEXT,
              analysis TEXT NOT NULL,
              attempts INTEGER NOT NULL,
              due_at INTEGER,
              turn_at INTEGER,
              lease TEXT,
              problem TEXT,
              failed_at INTEGER,
              revision INTEGER NOT NULL,
              counted_revision INTEGER NOT NULL,
              counted_by INTEGER NOT NULL,
              document BLOB NOT NULL,
              insight BLOB,
              themes TEXT,
              contributions BLOB
            ) STRICT""",
            """
            CREATE UNIQUE INDEX feedback_by_id ON feedback (organization, id)""",
            """
            CREATE UNIQUE INDEX feedback_by_origin ON feedback (organization, form, origin)
              WHERE origin IS NOT NULL""",
            """
            CREATE INDEX feedback_by_time ON feedback
              (organization, occurred_at, id, sentiment, language, channel, satisfaction)""",
            """
            CREATE INDEX feedback_by_form ON feedback
              (organization, form, occurred_at, id, sentiment, language, channel, satisfaction)""",
            """
            CREATE INDEX feedback_pending ON feedback (turn_at, id, received_at) WHERE analysis = 'pending'""",
            """
            CREATE INDEX feedback_failed ON feedback (organization, failed_at, id) WHERE analysis = 'failed'""",
            """
            CREATE INDEX feedback_uncounted ON feedback (organization, id) WHERE revision <> counted_revision""",
            """
            CREATE TABLE feedback_themes (
              organization TEXT NOT NULL,
              theme TEXT NOT NULL,
              occurred_at INTEGER NOT NULL,
              id TEXT NOT NULL,
              feedback INTEGER NOT NULL,
              PRIMARY KEY (organization, theme, occurred_at, id)
            ) STRICT, WITHOUT ROWID""",
            """
            CREATE VIRTUAL TABLE feedback_words USING fts5
              (words, content = '', columnsize = 0, detail = none, tokenize = 'ascii')""",
            """
            CREATE TABLE word_owners (
              seq INTEGER PRIMARY KEY,
              organization TEXT NOT NULL UNIQUE
            ) STRICT""",
            """
            CREATE TABLE progress (
              name TEXT PRIMARY KEY,
              value INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID""",
            """
            INSERT INTO progress (name, value) VALUES ('words', 0)""",
            """
            CREATE TABLE lanes (
              seq INTEGER PRIMARY KEY,
              organization TEXT NOT NULL UNIQUE,
              epoch INTEGER NOT NULL,
              sequence INTEGER NOT NULL,
              worker TEXT,
              until INTEGER,
              open BLOB
            ) STRICT""",
            """
            CREATE INDEX lanes_open ON lanes (organization) WHERE open IS NOT NULL""",
            """
            CREATE TABLE buckets (
              seq INTEGER PRIMARY KEY,
              organization TEXT NOT NULL,
              kind TEXT NOT NULL,
              form TEXT NOT NULL,
              day TEXT NOT NULL,
              channel TEXT NOT NULL,
              language TEXT NOT NULL,
              last_plan INTEGER NOT NULL,
              slots BLOB NOT NULL,
              UNIQUE (organization, kind, form, day, channel, language)
            ) STRICT""",
            """
            CREATE INDEX buckets_by_day ON buckets (organization, kind, day)""",
            """
            CREATE TABLE themes (
              seq INTEGER PRIMARY KEY,
              id TEXT NOT NULL UNIQUE,
              organization TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              revision INTEGER NOT NULL,
              document BLOB NOT NULL
            ) STRICT""",
            """
            CREATE INDEX themes_by_age ON themes (organization, created_at, id)""",
            """
            CREATE TABLE destinations (
              seq INTEGER PRIMARY KEY,
              id TEXT NOT NULL UNIQUE,
              organization TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              revision INTEGER NOT NULL,
              document BLOB NOT NULL
            ) STRICT""",
            """
            CREATE INDEX destinations_by_age ON destinations (organization, created_at, id)""",
            """
            CREATE TABLE rules (
              seq INTEGER PRIMARY KEY,
              id TEXT NOT NULL UNIQUE,
              organization TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              revision INTEGER NOT NULL,
              document BLOB NOT NULL
            ) STRICT""",
            """
            CREATE INDEX rules_by_age ON rules (organization, created_at, id)""",
            """
            CREATE TABLE watches (
              seq INTEGER PRIMARY KEY,
              organization TEXT NOT NULL,
              rule TEXT NOT NULL,
              subject TEXT NOT NULL,
              document BLOB NOT NULL,
              UNIQUE (organization, rule, subject)
            ) STRICT""",
            """
            CREATE TABLE deliveries (
              seq INTEGER PRIMARY KEY,
              id TEXT NOT NULL UNIQUE,
              organization TEXT NOT NULL,
              destination TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              state TEXT NOT NULL,
              due_at INTEGER,
              lease TEXT,
              leased_until INTEGER,
              document BLOB NOT NULL
            ) STRICT""",
            """
            CREATE INDEX deliveries_by_age ON deliveries (organization, created_at, id)""",
            """
            CREATE INDEX deliveries_by_state ON deliveries (organization, state, created_at, id, destination)""",
            """
            CREATE INDEX deliveries_by_destination ON deliveries
              (organization, destination, created_at, id, state)""",
            """
            CREATE INDEX deliveries_pending ON deliveries (destination, due_at, id)
              WHERE state = 'pending'""",
            """
            CREATE INDEX deliveries_dead ON deliveries (state) WHERE state = 'dead'""");

    private SchemaVersion1() {}
}
