-- From version 4 to 5: what linking keeps, so that a change concerns its neighbours alone. What was linked is forgotten;
-- the next ingest links it anew.
DROP TABLE mentions;
DROP TABLE tellings;
DROP TABLE entities;
DELETE FROM names WHERE NOT known;
DELETE FROM relations;
DELETE FROM events;
DELETE FROM article_facets;
DELETE FROM event_facets;
DELETE FROM meta WHERE key IN ('corrections', 'corrected', 'missed');
ALTER TABLE articles DROP COLUMN linked;
UPDATE articles SET copy_of = NULL, patched = CASE patched WHEN 'null' THEN 'null' END;
CREATE INDEX articles_copy_of ON articles (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX articles_patched ON articles (key) WHERE patched IS NOT NULL;

CREATE TABLE tellings (
  id TEXT NOT NULL, event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  article INTEGER NOT NULL, ordinal INTEGER NOT NULL, PRIMARY KEY (id, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX tellings_event ON tellings (event);
CREATE INDEX tellings_article ON tellings (article);

CREATE TABLE said (
  key INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, record TEXT NOT NULL
) STRICT;
CREATE INDEX said_subject ON said (kind, subject);

CREATE TABLE mentions (
  kind TEXT NOT NULL, entity TEXT NOT NULL, said INTEGER NOT NULL, article INTEGER NOT NULL, body TEXT,
  spans TEXT NOT NULL, PRIMARY KEY (article, said)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_entity ON mentions (kind, entity, said);
CREATE INDEX mentions_said ON mentions (said);

CREATE TABLE entities (
  kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, article_count INTEGER NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE bands (band INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (band, article)) STRICT, WITHOUT ROWID;

-- Organisations by what articles call them, with the id that they have in the register, and the blocks of those that
-- may be the same.
CREATE TABLE bodies (subject TEXT PRIMARY KEY, identity TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE body_blocks (block TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (block, subject)) STRICT, WITHOUT ROWID;
CREATE INDEX body_blocks_subject ON body_blocks (subject);

-- Events as articles tell them, with their place in time (`at`, in days), the blocks in which they are compared with
-- others (64-bit numbers), a digest of all that linking reads, the event that they are of (empty if that is left out),
-- and what they are compared by. `corrected` ones have what people say instead, and are no evidence.
CREATE TABLE told (
  key INTEGER PRIMARY KEY, article INTEGER NOT NULL, id TEXT NOT NULL, corrected INTEGER NOT NULL,
  planned INTEGER NOT NULL, at INTEGER NOT NULL,
  blocks BLOB NOT NULL, digest BLOB NOT NULL, event TEXT NOT NULL, features BLOB NOT NULL
) STRICT;
CREATE INDEX told_article ON told (article);
CREATE INDEX told_event ON told (event);
CREATE TABLE blocks (
  block INTEGER NOT NULL, at INTEGER NOT NULL, telling INTEGER NOT NULL, PRIMARY KEY (block, at, telling)
) STRICT, WITHOUT ROWID;

-- Tellings that are alike, with the points that this is worth, each pair twice; `usable` are those that may be joined.
CREATE TABLE alike (
  one INTEGER NOT NULL, other INTEGER NOT NULL, points REAL NOT NULL, sure INTEGER NOT NULL, usable INTEGER NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

-- Events that may carry out others, and how likely that is: the number of days between them, a common topic first.
CREATE TABLE likely (
  plan TEXT NOT NULL, fact TEXT NOT NULL, other_topics INTEGER NOT NULL, days INTEGER NOT NULL, PRIMARY KEY (plan, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX likely_fact ON likely (fact);

-- The corrections that were applied, by what they are of.
CREATE TABLE corrected (target TEXT PRIMARY KEY, said TEXT NOT NULL) STRICT, WITHOUT ROWID;
