DROP VIEW names;
CREATE TABLE names (
  name TEXT
);
