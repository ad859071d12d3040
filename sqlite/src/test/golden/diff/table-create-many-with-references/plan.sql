CREATE TABLE children (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE
);
CREATE TABLE parents (
  id INTEGER PRIMARY KEY,
  name TEXT COLLATE NOCASE UNIQUE
);
CREATE INDEX children_parent ON children (parent_id);
