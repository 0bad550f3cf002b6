"""
The tables of ``ledger.db`` (D14).

Facts and keys stay as they were written: the database itself refuses to change or
remove one, to leave a position out, or to put another in its place.
Tags and claims can be derived from the facts again; ``head``, ``series`` and the vault
are written in the same transaction as the facts that they belong to.
"""

FACTS = """
CREATE TABLE IF NOT EXISTS facts (
    position INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    version INTEGER NOT NULL,
    topic TEXT NOT NULL,
    thread TEXT NOT NULL,
    audience TEXT NOT NULL,
    stored BLOB NOT NULL,
    UNIQUE (file, version)
);;
CREATE INDEX IF NOT EXISTS facts_by_thread ON facts (thread, position);;
CREATE TRIGGER IF NOT EXISTS facts_stay BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END;;
CREATE TRIGGER IF NOT EXISTS facts_remain BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'a fact is never removed'); END;;
CREATE TRIGGER IF NOT EXISTS facts_follow BEFORE INSERT ON facts
WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM facts)
BEGIN SELECT RAISE(ABORT, 'a fact takes the next position'); END;;
CREATE TRIGGER IF NOT EXISTS facts_are_new BEFORE INSERT ON facts
WHEN EXISTS (SELECT 1 FROM facts WHERE file = NEW.file AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a fact takes a new version'); END;;
CREATE TABLE IF NOT EXISTS head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL,
    recorded_at TEXT NOT NULL
);;
INSERT OR IGNORE INTO head VALUES (1, 0, '1970-01-01T00:00:00.000000Z')
"""

CONDITIONS = """
CREATE TABLE IF NOT EXISTS tags (
    tag TEXT NOT NULL,
    file TEXT NOT NULL,
    first INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    PRIMARY KEY (tag, file)
) WITHOUT ROWID;;
CREATE INDEX IF NOT EXISTS tags_newest ON tags (tag, newest);;
CREATE TABLE IF NOT EXISTS claims (
    claim TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    position INTEGER NOT NULL
) WITHOUT ROWID;;
CREATE TABLE IF NOT EXISTS keys (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    request BLOB NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
) WITHOUT ROWID;;
CREATE TRIGGER IF NOT EXISTS keys_stay BEFORE UPDATE ON keys
BEGIN SELECT RAISE(ABORT, 'a key is never changed'); END;;
CREATE TRIGGER IF NOT EXISTS keys_remain BEFORE DELETE ON keys
BEGIN SELECT RAISE(ABORT, 'a key is never removed'); END;;
CREATE TABLE IF NOT EXISTS series (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) WITHOUT ROWID
"""

BESIDE = """
CREATE TABLE IF NOT EXISTS vault (
    fact TEXT NOT NULL,
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    salt BLOB NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (fact, field)
) WITHOUT ROWID;;
CREATE INDEX IF NOT EXISTS vault_by_subject ON vault (subject, position);;
CREATE TABLE IF NOT EXISTS deployment (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    secret BLOB NOT NULL
)
"""

SCHEMA = f"{FACTS};;{CONDITIONS};;{BESIDE}"
