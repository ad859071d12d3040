CREATE EXTENSION "uuid-ossp";
CREATE TABLE tokens (id integer PRIMARY KEY, token uuid DEFAULT uuid_generate_v4() NOT NULL);
