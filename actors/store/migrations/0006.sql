-- Exec sessions of containers that are not removed: who began what, and how it ended.
CREATE TABLE container_processes (
    container   TEXT NOT NULL,
    exec_id     TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    uid         INTEGER NOT NULL,
    started_ns  INTEGER NOT NULL,
    pid         INTEGER NOT NULL,
    exit        BLOB,                   -- container_exit, once it has ended
    PRIMARY KEY (container, exec_id)
) WITHOUT ROWID;
