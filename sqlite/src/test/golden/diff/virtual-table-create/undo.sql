DROP TABLE boxes;
DROP TABLE search;
