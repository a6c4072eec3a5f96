-- The store: what was read, what was taken from it, and what asking needs. Days are ISO 8601, other dates EDTF.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What was read: `path` is absolute, or stdin: and the digest of a line.
CREATE TABLE files (
  path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  key INTEGER PRIMARY KEY, file TEXT NOT NULL REFERENCES files ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  fields TEXT NOT NULL,                -- JSON: what the file itself says of the document
  UNIQUE (file, ordinal)
) STRICT;

-- What was taken from it. The same article read twice stands twice; one of them, the canonical one, is asked.
-- An article in much the same words as another points to it with `copy_of`, and counts once with it.
CREATE TABLE articles (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, canonical INTEGER NOT NULL DEFAULT 0, path TEXT, title TEXT, published TEXT,
  earliest TEXT, latest TEXT,          -- the days between which it was published
  outlet TEXT, author TEXT, agency TEXT, url TEXT, language TEXT NOT NULL, relevant INTEGER NOT NULL,
  event_count INTEGER NOT NULL, countries TEXT, cities TEXT, topics TEXT,  -- lists, joined by "; "
  copy_of TEXT,                        -- the id of the article of which it is a near copy
  sketch BLOB NOT NULL,                -- its words as a MinHash
  record BLOB NOT NULL,                -- the extraction without the text, packed: most of a store would else be this
  patched TEXT,                        -- JSON: the same as people corrected it, null as JSON if it is left out
  UNIQUE (document, ordinal)
) STRICT;
CREATE INDEX articles_id ON articles (id);
CREATE UNIQUE INDEX articles_canonical ON articles (id) WHERE canonical;
CREATE INDEX articles_copy_of ON articles (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX articles_patched ON articles (key) WHERE patched IS NOT NULL;

-- One event however many articles tell it; `tellings` has the events of articles that it is made of.
CREATE TABLE events (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL, status TEXT NOT NULL, importance TEXT NOT NULL, title TEXT NOT NULL, date TEXT, city TEXT,
  earliest TEXT, latest TEXT,          -- the days that bound its date; null where the text gives no year
  first_day TEXT, last_day TEXT,       -- the same, else those of the report: what --since and --until ask
  record TEXT NOT NULL                 -- JSON: the event, its evidence with article and path
) STRICT;

CREATE TABLE tellings (
  id TEXT NOT NULL, event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  article INTEGER NOT NULL, ordinal INTEGER NOT NULL, PRIMARY KEY (id, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX tellings_event ON tellings (event);
CREATE INDEX tellings_article ON tellings (article);

-- The first event carries out what the second planned.
CREATE TABLE relations (
  event TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (event, kind, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX relations_target ON relations (target);

-- Who and what articles and events concern: each kind and value once, with a number, and whom it concerns. Each kind has
-- its share of numbers (`kinds.py`). `weight` is 3 for a party, less for a mention.
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

-- What articles say of organisations, people and places: each thing that is said once, whatever the number of articles,
-- and which article says it, of whom in the register (`entity`; empty for what people say is none), and where (`spans`:
-- JSON pairs of offsets). `subject` is by what linking knows who is meant, `body` the organisation of a person.
CREATE TABLE said (
  key INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, record TEXT NOT NULL
) STRICT;
CREATE INDEX said_subject ON said (kind, subject);

CREATE TABLE mentions (
  kind TEXT NOT NULL, entity TEXT NOT NULL, said INTEGER NOT NULL, article INTEGER NOT NULL, body TEXT,
  spans TEXT NOT NULL, PRIMARY KEY (article, said)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_entity ON mentions (kind, entity, said);
CREATE INDEX mentions_said ON mentions (said, body, entity);

CREATE TABLE entities (
  kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, article_count INTEGER NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Every name that a user may write for a country, city, organisation, ...; `known` ones come from the data files.
CREATE TABLE names (
  kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, known INTEGER NOT NULL, label TEXT NOT NULL,
  PRIMARY KEY (kind, key, value, known)
) STRICT, WITHOUT ROWID;
CREATE INDEX names_value ON names (kind, value);
CREATE INDEX names_key ON names (key);

-- How other schemes call what the register knows, from the data files: codes of DAC CRS, IATI, CAMEO, PLOVER, ISO 3166, ROR.
CREATE TABLE codes (
  kind TEXT NOT NULL, value TEXT NOT NULL, scheme TEXT NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (kind, value, scheme, code)
) STRICT, WITHOUT ROWID;

-- What linking keeps, so that a change concerns its neighbours alone. Articles in much the same words have a band in
-- common (locality-sensitive hashing of their sketches); `article` is the id as a number.
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

-- Those of planned events once more, in the blocks of their sides: they are few, and each fact asks for them.
CREATE TABLE plans (
  block INTEGER NOT NULL, at INTEGER NOT NULL, telling INTEGER NOT NULL REFERENCES told ON DELETE CASCADE,
  PRIMARY KEY (block, at, telling)
) STRICT, WITHOUT ROWID;
CREATE INDEX plans_telling ON plans (telling);

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

-- Folded copies, since FTS5 leaves đ; offsets are those of the text.
CREATE VIRTUAL TABLE articles_fts USING fts5 (title, body, tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE events_fts USING fts5 (title, body, tokenize = "unicode61 remove_diacritics 2");

CREATE TRIGGER articles_gone AFTER DELETE ON articles WHEN old.canonical
BEGIN DELETE FROM articles_fts WHERE rowid = old.key; END;
CREATE TRIGGER events_gone AFTER DELETE ON events
BEGIN DELETE FROM events_fts WHERE rowid = old.key; END;
