CREATE TABLE Customers (
  Id INTEGER PRIMARY KEY AUTOINCREMENT,
  "userName" VARCHAR(20) NOT NULL DEFAULT 'it''s' COLLATE NOCASE,
  age INT DEFAULT -1,
  score DECIMAL(10,2) DEFAULT 1.5,
  active BOOLEAN DEFAULT 1,
  born DATE DEFAULT '2000-01-01',
  made DATETIME DEFAULT CURRENT_TIMESTAMP,
  seen TEXT DEFAULT (datetime('now')),
  since INTEGER DEFAULT (strftime('%s', 'now')),
  nickname TEXT DEFAULT (lower('A')),
  anything,
  uuid UUID,
  photo BLOB DEFAULT x'00ff',
  shouted TEXT GENERATED ALWAYS AS (upper("userName")) STORED,
  CHECK (age >= -1 AND score < 100.5),
  CHECK (active IN (0, 1) OR made IS NULL),
  CHECK (length(uuid) > 3),
  CHECK (born < date('now')),
  UNIQUE ("userName", born)
);
CREATE TABLE orders (
  region TEXT,
  number INT,
  customer INTEGER NOT NULL REFERENCES Customers ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  parent_region TEXT,
  parent_number INT,
  state TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'new' CONSTRAINT known_state CHECK (state IN ('new', 'paid')),
  weight REAL,
  PRIMARY KEY (region, number),
  FOREIGN KEY (parent_region, parent_number) REFERENCES orders (region, number) ON UPDATE SET NULL
) WITHOUT ROWID;
CREATE TABLE "select" (
  "from" TEXT PRIMARY KEY,
  a_name_that_is_much_longer_than_the_sixty_three_bytes_that_postgresql_keeps_of_it INT,
  a_name_that_is_much_longer_than_the_sixty_three_bytes_that_postgresql_keeps_of_us INT,
  lost INTEGER REFERENCES nowhere (id),
  mixed TEXT REFERENCES Customers (Id)
);
CREATE TABLE strict_ones (id INTEGER PRIMARY KEY DESC, value ANY, n INT NOT NULL) STRICT;
CREATE INDEX by_customer ON orders (customer DESC, state COLLATE NOCASE) WHERE state IS NOT NULL AND number > 3;
CREATE INDEX by_lower ON orders (lower(state));
CREATE INDEX by_like ON orders (state) WHERE state LIKE 'p%';
CREATE UNIQUE INDEX weights ON orders (weight);
CREATE VIEW rich AS SELECT * FROM Customers WHERE score > 100;
CREATE TRIGGER touched AFTER UPDATE ON orders BEGIN UPDATE Customers SET age = age + 1; END
