CREATE UNIQUE INDEX users_mail ON users (lower(email), length(name) DESC) WHERE name <> '';
