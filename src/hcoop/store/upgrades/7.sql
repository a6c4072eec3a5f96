-- From version 7 to 8: what things concern are pairs with a number; plans stand apart. What was linked is forgotten;
-- the next ingest links it anew.
DROP TABLE article_facets;
DROP TABLE event_facets;
DELETE FROM mentions;
DELETE FROM said;
DELETE FROM tellings;
DELETE FROM entities;
DELETE FROM names WHERE NOT known;
DELETE FROM relations;
DELETE FROM events;
DELETE FROM bands;
DELETE FROM bodies;
DELETE FROM body_blocks;
DELETE FROM told;
DELETE FROM blocks;
DELETE FROM alike;
DELETE FROM likely;
DELETE FROM corrected;
DELETE FROM meta WHERE key IN ('corrections', 'corrected', 'missed', 'linked', 'renamed');
UPDATE articles SET copy_of = NULL, patched = CASE patched WHEN 'null' THEN 'null' END;

CREATE TABLE facets (
  key INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (kind, value)
) STRICT;
CREATE TABLE article_concerns (
  facet INTEGER NOT NULL, item INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, weight REAL NOT NULL,
  PRIMARY KEY (facet, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_concerns_item ON article_concerns (item);
CREATE TABLE event_concerns (
  facet INTEGER NOT NULL, item INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, weight REAL NOT NULL,
  PRIMARY KEY (facet, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_concerns_item ON event_concerns (item);

CREATE TABLE plans (
  block INTEGER NOT NULL, at INTEGER NOT NULL, telling INTEGER NOT NULL REFERENCES told ON DELETE CASCADE,
  PRIMARY KEY (block, at, telling)
) STRICT, WITHOUT ROWID;
CREATE INDEX plans_telling ON plans (telling);
