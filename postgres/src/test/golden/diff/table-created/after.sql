CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name varchar(80) DEFAULT 'nobody',
  age integer CHECK (age >= 0),
  created_at timestamptz NOT NULL DEFAULT now()
);
