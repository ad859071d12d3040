DROP TABLE names;
CREATE VIEW names AS
SELECT name FROM users;
