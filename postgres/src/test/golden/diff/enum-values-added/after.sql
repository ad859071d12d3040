CREATE TYPE mood AS ENUM ('awful', 'sad', 'ok', 'fine', 'happy', 'great');
CREATE TABLE t (m mood DEFAULT 'sad');
