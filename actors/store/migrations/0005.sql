-- Counters over time: the last hour of every container.
CREATE TABLE metrics (
    container TEXT NOT NULL,
    time_ns   INTEGER NOT NULL,
    sample    BLOB NOT NULL,
    PRIMARY KEY (container, time_ns)
) WITHOUT ROWID;
CREATE INDEX metrics_time ON metrics (time_ns);
