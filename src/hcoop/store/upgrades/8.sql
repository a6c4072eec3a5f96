-- From version 8 to 9: who somebody is said to be is told from the index alone, however many articles name them.
DROP INDEX mentions_said;
CREATE INDEX mentions_said ON mentions (said, body, entity);
