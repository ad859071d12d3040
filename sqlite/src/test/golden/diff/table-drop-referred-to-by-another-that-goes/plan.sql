DROP TABLE children;
DROP TABLE a_parents;
