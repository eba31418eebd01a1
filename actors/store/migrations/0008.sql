-- What outlives containers: volumes and secrets (of which only this is known here), and which container has which.
CREATE TABLE volumes (
    kind       TEXT NOT NULL,           -- volume, secret, snapshot
    name       TEXT NOT NULL,
    created_ns INTEGER NOT NULL,
    record     BLOB NOT NULL,           -- volume
    digest     TEXT,                    -- snapshot: of the image below it
    PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE TABLE mounts (
    container TEXT NOT NULL,
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    PRIMARY KEY (container, kind, name)
) WITHOUT ROWID;
CREATE INDEX mounts_name ON mounts (kind, name);
