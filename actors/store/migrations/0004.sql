-- What its health check says, while it runs.
ALTER TABLE containers ADD COLUMN health TEXT;
