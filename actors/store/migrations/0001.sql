CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE containers (
    pos             INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    name            TEXT,
    state           TEXT NOT NULL,
    want            TEXT NOT NULL,
    incarnation     INTEGER NOT NULL DEFAULT 0,
    restarts        INTEGER NOT NULL DEFAULT 0,
    digest          TEXT NOT NULL,
    repair          INTEGER NOT NULL DEFAULT 0,
    created_ns      INTEGER NOT NULL,
    started_ns      INTEGER,
    started_boot_ns INTEGER,
    boot_id         TEXT NOT NULL,
    pid             INTEGER,
    stop_reason     TEXT,
    kill_at_boot_ns INTEGER,
    exit            BLOB,               -- container_exit
    error           TEXT,
    error_code      TEXT,
    phases          BLOB,               -- phases
    spec            BLOB NOT NULL,      -- container_spec
    cseq            INTEGER NOT NULL DEFAULT 0,
    removed_ns      INTEGER
);
CREATE UNIQUE INDEX containers_name ON containers (name) WHERE state != 'removed';
CREATE INDEX containers_state ON containers (state, pos);

CREATE TABLE events (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    cseq        INTEGER NOT NULL,
    container   TEXT,
    incarnation INTEGER,
    time_ns     INTEGER NOT NULL,
    boot_ns     INTEGER NOT NULL,
    type        TEXT NOT NULL,
    verb        TEXT NOT NULL,
    uid         INTEGER NOT NULL,
    attrs       BLOB
);
CREATE INDEX events_container ON events (container, seq);

CREATE TABLE operations (
    key       TEXT NOT NULL,
    uid       INTEGER NOT NULL,
    verb      TEXT NOT NULL,
    body_hash INTEGER NOT NULL,
    time_ns   INTEGER NOT NULL,
    container TEXT,
    result    BLOB,
    PRIMARY KEY (key, uid)
) WITHOUT ROWID;
CREATE INDEX operations_time ON operations (time_ns);

CREATE TABLE images (
    digest     TEXT PRIMARY KEY,
    source     TEXT NOT NULL,
    tag        TEXT UNIQUE,
    bytes      INTEGER NOT NULL,
    entries    INTEGER NOT NULL,
    repaired   INTEGER NOT NULL,
    created_ns INTEGER NOT NULL
) WITHOUT ROWID;
