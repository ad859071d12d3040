CREATE COLLATION german (provider = icu, locale = 'de-DE');
CREATE TABLE words (word text COLLATE german);
