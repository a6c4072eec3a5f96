-- From version 6 to 7: records of articles are packed, and what the views tell of them has columns.
ALTER TABLE articles RENAME COLUMN record TO plain;
ALTER TABLE articles ADD COLUMN author TEXT;
ALTER TABLE articles ADD COLUMN agency TEXT;
ALTER TABLE articles ADD COLUMN url TEXT;
ALTER TABLE articles ADD COLUMN countries TEXT;
ALTER TABLE articles ADD COLUMN cities TEXT;
ALTER TABLE articles ADD COLUMN topics TEXT;
ALTER TABLE articles ADD COLUMN record BLOB NOT NULL DEFAULT x'';
UPDATE articles SET
  author = CAST(coalesce(nullif(patched, 'null'), plain) ->> '$.article.author' AS TEXT),
  agency = CAST(coalesce(nullif(patched, 'null'), plain) ->> '$.article.agency' AS TEXT),
  url = CAST(coalesce(nullif(patched, 'null'), plain) ->> '$.article.url' AS TEXT),
  countries = (SELECT group_concat(value, '; ') FROM json_each(coalesce(nullif(patched, 'null'), plain), '$.countries')),
  cities = (SELECT group_concat(value, '; ') FROM json_each(coalesce(nullif(patched, 'null'), plain), '$.cities')),
  topics = (SELECT group_concat(value, '; ') FROM json_each(coalesce(nullif(patched, 'null'), plain), '$.topics')),
  record = packed(plain);
ALTER TABLE articles DROP COLUMN plain;
