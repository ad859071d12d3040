CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
GRANT SELECT ON users TO "Odd ""role""";
GRANT UPDATE (secret) ON users TO "Odd ""role""";
