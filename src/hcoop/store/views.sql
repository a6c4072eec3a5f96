-- The register for other programs: one row a thing, plain columns, no JSON. Lists are joined by "; ". Dates are EDTF;
-- `earliest` and `latest` are the days (ISO 8601) that bound a date, null where they are open or unknown.
-- Items of lists are taken by path: `value` of json_each is text here, but JSON in DuckDB, which runs these views by itself.

-- Articles, near copies of others among them (`copy_of`).
CREATE VIEW articles_view AS
SELECT
  id, title, published, earliest, latest, outlet, author, agency, language, url, path, relevant, countries, cities, topics,
  event_count AS events, copy_of, documents.text AS text
FROM articles JOIN documents ON document = documents.key WHERE canonical;

-- Events of the register, each once, with the names of its parties and the words it rests on first; the fields on which
-- its reports differ, those that people corrected, and who found it right as it is.
CREATE VIEW events_view AS
SELECT
  id, type, status, importance,
  CAST(record ->> '$.instrument' AS TEXT) AS instrument,
  CAST(record ->> '$.term' AS TEXT) AS term,
  title, date, earliest, latest,
  CAST(record ->> '$.reported' AS TEXT) AS reported,
  city,
  CAST((SELECT group_concat(record ->> ('$.countries[' || key || ']'), '; ') FROM json_each(record, '$.countries')) AS TEXT) AS countries,
  CAST((SELECT group_concat(value ->> '$.name', '; ') FROM json_each(record, '$.participants')
        WHERE (value ->> '$.side') = 'home') AS TEXT) AS home,
  CAST((SELECT group_concat(value ->> '$.name', '; ') FROM json_each(record, '$.participants')
        WHERE (value ->> '$.side') <> 'home') AS TEXT) AS partners,
  CAST((SELECT group_concat(value ->> '$.name', '; ') FROM json_each(record, '$.people')) AS TEXT) AS people,
  CAST((SELECT group_concat(record ->> ('$.topics[' || key || ']'), '; ') FROM json_each(record, '$.topics')) AS TEXT) AS topics,
  CAST((SELECT group_concat(code, '; ') FROM (
    SELECT DISTINCT code FROM json_each(record, '$.topics') AS topic
    JOIN codes ON codes.kind = 'topic' AND codes.value = (record ->> ('$.topics[' || topic.key || ']')) AND scheme = 'crs' ORDER BY code
  )) AS TEXT) AS crs,
  CAST((SELECT group_concat(value ->> '$.field', '; ') FROM json_each(record, '$.conflicts')) AS TEXT) AS conflicts,
  CAST((SELECT group_concat(value ->> '$.field', '; ') FROM json_each(record, '$.corrected')) AS TEXT) AS corrected,
  CAST(record ->> '$.checked.by' AS TEXT) AS checked,
  CAST((SELECT count(DISTINCT value ->> '$.article') FROM json_each(record, '$.evidence')) AS INTEGER) AS articles,
  CAST(record ->> '$.evidence[0].article' AS TEXT) AS article,
  CAST(record ->> '$.evidence[0].outlet' AS TEXT) AS outlet,
  CAST(record ->> '$.evidence[0].quote' AS TEXT) AS quote
FROM events;

-- The parties of events; `organisation` and `person` are ids, if the party is a known one.
CREATE VIEW participants_view AS
SELECT
  events.id AS event,
  CAST(value ->> '$.name' AS TEXT) AS name,
  CAST(value ->> '$.side' AS TEXT) AS side,
  CAST(value ->> '$.country' AS TEXT) AS country,
  CAST(value ->> '$.role' AS TEXT) AS role,
  CAST(value ->> '$.organisation' AS TEXT) AS organisation,
  CAST(value ->> '$.person' AS TEXT) AS person
FROM events, json_each(record, '$.participants');

-- The words that events rest on; offsets are code points of the article's `text`, the end exclusive.
CREATE VIEW evidence_view AS
SELECT
  events.id AS event,
  CAST(value ->> '$.article' AS TEXT) AS article,
  CAST(value ->> '$.outlet' AS TEXT) AS outlet,
  CAST(value ->> '$.published' AS TEXT) AS published,
  CAST(value ->> '$.start' AS INTEGER) AS start,
  CAST(value ->> '$.end' AS INTEGER) AS "end",
  CAST(value ->> '$.quote' AS TEXT) AS quote
FROM events, json_each(record, '$.evidence');

-- The topics of events, with a row for each purpose code (DAC CRS) of a topic.
CREATE VIEW topics_view AS
SELECT events.id AS event, CAST(record ->> ('$.topics[' || topic.key || ']') AS TEXT) AS topic, codes.code AS crs
FROM events, json_each(record, '$.topics') AS topic
LEFT JOIN codes ON codes.kind = 'topic' AND codes.value = (record ->> ('$.topics[' || topic.key || ']')) AND codes.scheme = 'crs';

-- The sums of money of events, in units of the currency (ISO 4217), and as written.
CREATE VIEW amounts_view AS
SELECT
  events.id AS event,
  CAST(amount.value ->> '$.value' AS REAL) AS value,
  CAST(amount.value ->> '$.currency' AS TEXT) AS currency,
  CAST(amount.value ->> '$.text' AS TEXT) AS text
FROM events, json_each(record, '$.amounts') AS amount;

-- Organisations; `iati_type` is their own IATI OrganisationType, else that of their kind, if the kind decides it.
CREATE VIEW organisations_view AS
SELECT
  id, name,
  CAST((SELECT group_concat(record ->> ('$.aliases[' || key || ']'), '; ') FROM json_each(record, '$.aliases')) AS TEXT) AS aliases,
  CAST(record ->> '$.kind' AS TEXT) AS kind,
  CAST(record ->> '$.country' AS TEXT) AS country,
  CAST(record ->> '$.city' AS TEXT) AS city,
  coalesce(
    (SELECT code FROM codes WHERE codes.kind = 'organisation' AND value = id AND scheme = 'iati'),
    (SELECT code FROM codes WHERE codes.kind = 'organisation_kind' AND value = (record ->> '$.kind') AND scheme = 'iati')
  ) AS iati_type,
  (SELECT code FROM codes WHERE codes.kind = 'organisation' AND value = id AND scheme = 'ror') AS ror,
  article_count AS articles,
  CAST((SELECT count(*) FROM facets JOIN event_concerns ON facet = facets.key WHERE facets.kind = 'organisation' AND value = id) AS INTEGER) AS events
FROM entities WHERE entities.kind = 'organisation';

-- People, with the roles and organisations that articles give them.
CREATE VIEW people_view AS
SELECT
  id, name,
  CAST((SELECT group_concat(record ->> ('$.aliases[' || key || ']'), '; ') FROM json_each(record, '$.aliases')) AS TEXT) AS aliases,
  CAST((SELECT group_concat(value ->> '$.role', '; ') FROM json_each(record, '$.roles')) AS TEXT) AS roles,
  CAST((SELECT group_concat(DISTINCT value ->> '$.organisation') FROM json_each(record, '$.roles')) AS TEXT) AS organisations,
  article_count AS articles,
  CAST((SELECT count(*) FROM facets JOIN event_concerns ON facet = facets.key WHERE facets.kind = 'person' AND value = id) AS INTEGER) AS events
FROM entities WHERE entities.kind = 'person';

-- Countries, provinces and cities that articles name; `code` is ISO 3166-1 or 3166-2.
CREATE VIEW places_view AS
SELECT
  id, name,
  CAST(record ->> '$.kind' AS TEXT) AS kind,
  CAST(record ->> '$.country' AS TEXT) AS country,
  CAST(record ->> '$.code' AS TEXT) AS code,
  article_count AS articles
FROM entities WHERE entities.kind = 'place';
