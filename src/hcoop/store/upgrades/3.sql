-- From version 3 to 4: codes of other schemes. The next ingest fills them.
CREATE TABLE codes (
  kind TEXT NOT NULL, value TEXT NOT NULL, scheme TEXT NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (kind, value, scheme, code)
) STRICT, WITHOUT ROWID;
