-- case: vendors at either end
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
CREATE TABLE n (binance_id text); -- finds: column-names-vendor
ALTER TABLE t ADD COLUMN id_robinhood text; -- finds: column-names-vendor
ALTER TABLE t ADD COLUMN stripe_customer_id text; -- finds: column-names-vendor
-- case: control, words that only look alike
-- migration
CREATE TABLE t (broker text, striped boolean, krakens int);
