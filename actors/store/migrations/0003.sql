-- The one whose network a container shares, as it was at its last start: a name may be another's by now.
ALTER TABLE containers ADD COLUMN holder TEXT;
