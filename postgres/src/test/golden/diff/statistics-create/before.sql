CREATE TABLE s (a integer, b integer, c text);
