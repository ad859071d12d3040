CREATE TABLE keep (id int);
CREATE TABLE items (id serial PRIMARY KEY, big bigserial, small smallserial);
