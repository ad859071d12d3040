DROP VIEW ranked;
DROP VIEW numbers;
