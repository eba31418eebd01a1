CREATE TABLE networks (
    number     INTEGER PRIMARY KEY,     -- 0 is the one called bridge
    name       TEXT NOT NULL UNIQUE,
    subnet     INTEGER NOT NULL,
    bits       INTEGER NOT NULL,
    gateway    INTEGER NOT NULL,
    subnet6    TEXT,
    internal   INTEGER NOT NULL,
    labels     BLOB,
    policy     BLOB,                    -- policy
    created_ns INTEGER NOT NULL,
    cursor     INTEGER NOT NULL         -- where the next free address is looked for
);

-- A container's wish to be on a network; its lease once it was started.
CREATE TABLE attachments (
    container TEXT NOT NULL,
    network   INTEGER NOT NULL REFERENCES networks (number),
    position  INTEGER NOT NULL,         -- eth<position>
    wished    INTEGER,                  -- a fixed address
    mac       TEXT,                     -- a fixed one
    aliases   BLOB,
    address   INTEGER,
    PRIMARY KEY (container, network),
    UNIQUE (container, position)
) WITHOUT ROWID;
CREATE INDEX attachments_network ON attachments (network);

CREATE TABLE addresses (
    network   INTEGER NOT NULL REFERENCES networks (number),
    address   INTEGER NOT NULL,
    phase     TEXT NOT NULL,            -- pool, active, quarantine
    container TEXT,
    since_ns  INTEGER NOT NULL,
    PRIMARY KEY (network, address)
) WITHOUT ROWID;
CREATE INDEX addresses_phase ON addresses (network, phase, since_ns);

CREATE TABLE ports (
    protocol       TEXT NOT NULL,
    host_port      INTEGER NOT NULL,
    host_address   INTEGER NOT NULL,    -- 0: every one
    container      TEXT NOT NULL,
    container_port INTEGER NOT NULL,
    PRIMARY KEY (protocol, host_port, host_address)
) WITHOUT ROWID;
CREATE INDEX ports_container ON ports (container);

-- The latest change of each name: what dnsd has not seen is what has a greater generation.
CREATE TABLE icc_registrations (
    generation INTEGER PRIMARY KEY,
    network    INTEGER NOT NULL,
    container  TEXT NOT NULL,
    names      BLOB NOT NULL,           -- a list
    name_count INTEGER NOT NULL,
    address    INTEGER NOT NULL,
    gone       INTEGER NOT NULL DEFAULT 0,
    UNIQUE (container, network)
);

CREATE TABLE messages (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    container TEXT NOT NULL,
    sender    TEXT,
    topic     TEXT,
    body      TEXT NOT NULL,
    time_ns   INTEGER NOT NULL
);
CREATE INDEX messages_container ON messages (container, id);
