-- Images are manifests with layers; what is known of one is its record.
DROP TABLE images;
CREATE TABLE images (
    digest        TEXT PRIMARY KEY,
    config_digest TEXT NOT NULL,
    created_ns    INTEGER NOT NULL,
    record        BLOB NOT NULL         -- image_record, without tags
) WITHOUT ROWID;
CREATE INDEX images_config ON images (config_digest);
CREATE TABLE image_tags (
    tag    TEXT PRIMARY KEY,
    digest TEXT NOT NULL REFERENCES images (digest)
) WITHOUT ROWID;
CREATE INDEX image_tags_digest ON image_tags (digest);
-- Of the image, the lowest first: a list.
ALTER TABLE containers ADD COLUMN layers BLOB;
CREATE INDEX containers_digest ON containers (digest) WHERE state != 'removed';

-- Intents: what is being deleted, until it is.
CREATE TABLE container_cleanup (
    kind     TEXT NOT NULL,             -- image, volume, snapshot
    key      TEXT NOT NULL,
    since_ns INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
