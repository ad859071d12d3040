CREATE TABLE y (id int);
CREATE INDEX x ON y (id);
