-- Statements of PostgreSQL 18, by the pages of its reference "SQL Commands". The server takes the syntax of
-- each; StatementCorpusTest asks it. A line above a statement says what the grammar must not pass over.

-- # ABORT, BEGIN, COMMIT, END, ROLLBACK, SAVEPOINT, SET TRANSACTION
ABORT;
ABORT WORK AND CHAIN;
BEGIN;
BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ ONLY, DEFERRABLE;
BEGIN WORK ISOLATION LEVEL REPEATABLE READ READ WRITE;
COMMIT;
COMMIT TRANSACTION AND NO CHAIN;
COMMIT PREPARED 'foobar';
END;
END WORK AND CHAIN;
PREPARE TRANSACTION 'foobar';
RELEASE SAVEPOINT my_savepoint;
RELEASE my_savepoint;
ROLLBACK;
ROLLBACK PREPARED 'foobar';
ROLLBACK TO SAVEPOINT my_savepoint;
ROLLBACK WORK TO my_savepoint;
SAVEPOINT my_savepoint;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE;
SET TRANSACTION SNAPSHOT '00000003-0000001B-1';
SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ UNCOMMITTED;
START TRANSACTION READ ONLY;

-- # ALTER AGGREGATE
ALTER AGGREGATE myavg(integer) RENAME TO my_average;
ALTER AGGREGATE myavg(integer) OWNER TO joe;
ALTER AGGREGATE mypercentile(float8 ORDER BY integer) SET SCHEMA myschema;
ALTER AGGREGATE mycount(*) OWNER TO CURRENT_USER;

-- # ALTER COLLATION, ALTER CONVERSION
ALTER COLLATION "de_DE" RENAME TO german;
ALTER COLLATION "en_US" OWNER TO joe;
ALTER COLLATION app.german REFRESH VERSION;
ALTER COLLATION app.german SET SCHEMA other;
ALTER CONVERSION iso_8859_1_to_utf8 RENAME TO latin1_to_unicode;
ALTER CONVERSION iso_8859_1_to_utf8 OWNER TO joe;
ALTER CONVERSION iso_8859_1_to_utf8 SET SCHEMA other;

-- # ALTER DATABASE
ALTER DATABASE test SET enable_indexscan TO off;
ALTER DATABASE test WITH ALLOW_CONNECTIONS false CONNECTION LIMIT 10 IS_TEMPLATE true;
ALTER DATABASE test RENAME TO test2;
ALTER DATABASE test OWNER TO joe;
ALTER DATABASE test SET TABLESPACE fast;
ALTER DATABASE test REFRESH COLLATION VERSION;
ALTER DATABASE test SET search_path FROM CURRENT;
ALTER DATABASE test RESET ALL;
ALTER DATABASE test RESET work_mem;

-- # ALTER DEFAULT PRIVILEGES
ALTER DEFAULT PRIVILEGES IN SCHEMA myschema GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA myschema, other GRANT INSERT, UPDATE ON TABLES TO webuser WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES FOR ROLE admin, joe REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC CASCADE;
ALTER DEFAULT PRIVILEGES REVOKE GRANT OPTION FOR USAGE ON SEQUENCES FROM webuser;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO webuser;
ALTER DEFAULT PRIVILEGES GRANT CREATE ON SCHEMAS TO webuser;
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON ROUTINES TO webuser;
ALTER DEFAULT PRIVILEGES GRANT MAINTAIN ON TABLES TO webuser;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON LARGE OBJECTS TO webuser;

-- # ALTER DOMAIN
ALTER DOMAIN zipcode SET NOT NULL;
ALTER DOMAIN zipcode DROP NOT NULL;
ALTER DOMAIN zipcode ADD CONSTRAINT zipchk CHECK (char_length(VALUE) = 5);
ALTER DOMAIN zipcode ADD CHECK (VALUE <> '') NOT VALID;
ALTER DOMAIN zipcode ADD CONSTRAINT zipnn NOT NULL;
ALTER DOMAIN zipcode DROP CONSTRAINT IF EXISTS zipchk CASCADE;
ALTER DOMAIN zipcode RENAME CONSTRAINT zipchk TO zip_check;
ALTER DOMAIN zipcode VALIDATE CONSTRAINT zipchk;
ALTER DOMAIN zipcode SET SCHEMA customers;
ALTER DOMAIN zipcode SET DEFAULT '00000';
ALTER DOMAIN zipcode DROP DEFAULT;
ALTER DOMAIN zipcode RENAME TO zip_code;
ALTER DOMAIN customers.zipcode OWNER TO joe;

-- # ALTER EVENT TRIGGER
ALTER EVENT TRIGGER abort_ddl DISABLE;
ALTER EVENT TRIGGER abort_ddl ENABLE REPLICA;
ALTER EVENT TRIGGER abort_ddl OWNER TO joe;
ALTER EVENT TRIGGER abort_ddl RENAME TO abort_all;

-- # ALTER EXTENSION
ALTER EXTENSION hstore UPDATE TO '2.0';
ALTER EXTENSION hstore UPDATE;
ALTER EXTENSION hstore SET SCHEMA utils;
ALTER EXTENSION hstore ADD FUNCTION populate_record(anyelement, hstore);
ALTER EXTENSION hstore DROP OPERATOR CLASS btree_hstore_ops USING btree;
ALTER EXTENSION hstore ADD MATERIALIZED VIEW app.totals;

-- # ALTER FOREIGN DATA WRAPPER, ALTER SERVER, ALTER USER MAPPING, ALTER FOREIGN TABLE
ALTER FOREIGN DATA WRAPPER dbi OPTIONS (ADD foo '1', DROP bar, SET baz 'x');
ALTER FOREIGN DATA WRAPPER dbi VALIDATOR bob.myvalidator;
ALTER FOREIGN DATA WRAPPER dbi NO VALIDATOR;
ALTER FOREIGN DATA WRAPPER dbi OWNER TO joe;
ALTER SERVER foo OPTIONS (host 'foo', dbname 'foodb');
ALTER SERVER foo VERSION '8.4' OPTIONS (SET host 'baz');
ALTER SERVER foo RENAME TO bar;
ALTER USER MAPPING FOR bob SERVER foo OPTIONS (SET password 'public');
ALTER USER MAPPING FOR CURRENT_USER SERVER foo OPTIONS (DROP password);
ALTER FOREIGN TABLE distributors ALTER COLUMN street SET NOT NULL;
ALTER FOREIGN TABLE myschema.distributors OPTIONS (ADD opt1 'value', SET opt2 'value2', DROP opt3);
ALTER FOREIGN TABLE IF EXISTS distributors ADD COLUMN c int OPTIONS (column_name 'cc') NOT NULL;
ALTER FOREIGN TABLE distributors ALTER c OPTIONS (SET column_name 'dd');
ALTER FOREIGN TABLE distributors RENAME COLUMN a TO b;

-- # ALTER FUNCTION, ALTER PROCEDURE, ALTER ROUTINE
ALTER FUNCTION sqrt(integer) RENAME TO square_root;
ALTER FUNCTION sqrt(integer) OWNER TO joe;
ALTER FUNCTION sqrt(integer) SET SCHEMA maths;
ALTER FUNCTION sqrt(integer) DEPENDS ON EXTENSION mathlib;
ALTER FUNCTION sqrt(integer) NO DEPENDS ON EXTENSION mathlib;
ALTER FUNCTION check_password(text) SET search_path = admin, pg_temp;
ALTER FUNCTION check_password(text) RESET search_path;
ALTER FUNCTION check_password(text) RESET ALL;
ALTER FUNCTION sqrt(integer) IMMUTABLE STRICT SECURITY DEFINER PARALLEL SAFE COST 10 RESTRICT;
ALTER FUNCTION total(x integer, VARIADIC rest integer[]) ROWS 100 NOT LEAKPROOF CALLED ON NULL INPUT;
ALTER FUNCTION sqrt VOLATILE;
ALTER PROCEDURE insert_data(integer, integer) SET SCHEMA accounting;
ALTER PROCEDURE insert_data(integer, integer) SECURITY INVOKER;
ALTER ROUTINE foo(integer) RENAME TO foobar;
ALTER ROUTINE foo(integer) SET work_mem = '10MB';

-- # ALTER GROUP, ALTER ROLE, ALTER USER
ALTER GROUP staff ADD USER karl, john;
ALTER GROUP workers DROP USER beth;
ALTER GROUP staff RENAME TO people;
ALTER ROLE davide WITH PASSWORD 'hu8jmn3';
ALTER ROLE davide WITH PASSWORD NULL;
ALTER ROLE chris VALID UNTIL 'May 4 12:00:00 2015 +1';
ALTER ROLE miriam CREATEROLE CREATEDB NOSUPERUSER NOINHERIT LOGIN REPLICATION BYPASSRLS CONNECTION LIMIT 3;
ALTER ROLE worker_bee SET maintenance_work_mem = 100000;
ALTER ROLE fred IN DATABASE devel SET client_min_messages = DEBUG;
ALTER ROLE ALL SET log_statement = 'all';
ALTER ROLE CURRENT_USER RESET work_mem;
ALTER USER fred RENAME TO frederic;

-- # ALTER INDEX
ALTER INDEX distributors RENAME TO suppliers;
ALTER INDEX IF EXISTS app.distributors SET TABLESPACE fasttablespace;
ALTER INDEX distributors SET (fillfactor = 75, deduplicate_items = off);
ALTER INDEX distributors RESET (fillfactor);
ALTER INDEX parent_idx ATTACH PARTITION child_idx;
ALTER INDEX coord_idx ALTER COLUMN 3 SET STATISTICS 1000;
ALTER INDEX coord_idx DEPENDS ON EXTENSION postgis;
ALTER INDEX ALL IN TABLESPACE old OWNED BY joe SET TABLESPACE new NOWAIT;

-- # ALTER LANGUAGE, ALTER LARGE OBJECT
ALTER LANGUAGE plperl RENAME TO pl_perl;
ALTER PROCEDURAL LANGUAGE plperl OWNER TO joe;
ALTER LARGE OBJECT 4711 OWNER TO joe;

-- # ALTER MATERIALIZED VIEW
ALTER MATERIALIZED VIEW foo RENAME TO bar;
ALTER MATERIALIZED VIEW IF EXISTS app.foo RENAME COLUMN a TO b;
ALTER MATERIALIZED VIEW foo SET SCHEMA other;
ALTER MATERIALIZED VIEW foo ALTER COLUMN a SET STATISTICS 100, ALTER b SET STORAGE EXTERNAL;
ALTER MATERIALIZED VIEW foo ALTER COLUMN a SET COMPRESSION lz4;
ALTER MATERIALIZED VIEW foo CLUSTER ON foo_idx;
ALTER MATERIALIZED VIEW foo SET ACCESS METHOD heap;
ALTER MATERIALIZED VIEW foo SET TABLESPACE fast;
ALTER MATERIALIZED VIEW foo SET (autovacuum_enabled = false);
ALTER MATERIALIZED VIEW foo DEPENDS ON EXTENSION postgis;
ALTER MATERIALIZED VIEW ALL IN TABLESPACE old SET TABLESPACE new;

-- # ALTER OPERATOR, ALTER OPERATOR CLASS, ALTER OPERATOR FAMILY
ALTER OPERATOR @@ (text, text) OWNER TO joe;
ALTER OPERATOR && (int[], int[]) SET (RESTRICT = _int_contsel, JOIN = _int_contjoinsel);
ALTER OPERATOR && (int[], int[]) SET (COMMUTATOR = &&);
ALTER OPERATOR && (int[], int[]) SET (RESTRICT = NONE);
ALTER OPERATOR CLASS int_ops USING btree RENAME TO integer_operators;
ALTER OPERATOR CLASS int_ops USING btree OWNER TO joe;
ALTER OPERATOR FAMILY integer_ops USING btree ADD OPERATOR 1 < (int4, int2), FUNCTION 1 btint42cmp(int4, int2);
ALTER OPERATOR FAMILY integer_ops USING btree DROP OPERATOR 1 (int4, int2), FUNCTION 1 (int4, int2);

-- # ALTER POLICY
ALTER POLICY user_mod ON users RENAME TO user_policy;
ALTER POLICY user_mod ON users TO managers, CURRENT_USER USING (manager = current_user) WITH CHECK (true);

-- # ALTER PUBLICATION, ALTER SUBSCRIPTION
ALTER PUBLICATION noinsert SET (publish = 'update, delete');
ALTER PUBLICATION mypublication ADD TABLE users (user_id, firstname), departments;
ALTER PUBLICATION mypublication SET TABLE users (user_id, firstname, lastname), TABLE departments;
ALTER PUBLICATION mypublication ADD TABLES IN SCHEMA marketing, sales;
ALTER PUBLICATION mypublication DROP TABLE users, departments;
ALTER PUBLICATION mypublication OWNER TO joe;
ALTER PUBLICATION mypublication RENAME TO other;
ALTER SUBSCRIPTION mysub SET PUBLICATION insert_only;
ALTER SUBSCRIPTION mysub ADD PUBLICATION a, b WITH (refresh = false);
ALTER SUBSCRIPTION mysub REFRESH PUBLICATION WITH (copy_data = false);
ALTER SUBSCRIPTION mysub DISABLE;
ALTER SUBSCRIPTION mysub SET (slot_name = NONE);
ALTER SUBSCRIPTION mysub SKIP (lsn = '0/12345678');
ALTER SUBSCRIPTION mysub CONNECTION 'host=other dbname=foo';

-- # ALTER RULE, ALTER SCHEMA, ALTER STATISTICS
ALTER RULE notify_all ON emp RENAME TO notify_me;
ALTER SCHEMA app RENAME TO application;
ALTER SCHEMA app OWNER TO joe;
ALTER STATISTICS s1 SET STATISTICS 500;
ALTER STATISTICS IF EXISTS s1 SET STATISTICS DEFAULT;
ALTER STATISTICS s1 RENAME TO s2;
ALTER STATISTICS s1 SET SCHEMA other;
ALTER STATISTICS s1 OWNER TO joe;

-- # ALTER SEQUENCE
ALTER SEQUENCE serial RESTART WITH 105;
ALTER SEQUENCE serial RESTART;
ALTER SEQUENCE IF EXISTS app.serial AS bigint INCREMENT BY 2 MINVALUE 1 MAXVALUE 999 START 5 CACHE 20 NO CYCLE;
ALTER SEQUENCE serial NO MINVALUE NO MAXVALUE CYCLE OWNED BY NONE;
ALTER SEQUENCE serial OWNED BY app.accounts.id;
ALTER SEQUENCE serial SET UNLOGGED;
ALTER SEQUENCE serial OWNER TO CURRENT_USER;
ALTER SEQUENCE serial RENAME TO numbers;
ALTER SEQUENCE serial SET SCHEMA other;

-- # ALTER SYSTEM
ALTER SYSTEM SET wal_level = replica;
ALTER SYSTEM RESET wal_level;
ALTER SYSTEM RESET ALL;

-- # ALTER TABLE
ALTER TABLE distributors ADD COLUMN address varchar(30);
ALTER TABLE measurements ADD COLUMN mtime timestamp with time zone DEFAULT now();
ALTER TABLE transactions ADD COLUMN status varchar(30) DEFAULT 'old', ALTER COLUMN status SET default 'current';
ALTER TABLE distributors DROP COLUMN address RESTRICT;
ALTER TABLE distributors DROP COLUMN IF EXISTS address CASCADE;
ALTER TABLE distributors ALTER COLUMN address TYPE varchar(80), ALTER COLUMN name TYPE varchar(100);
ALTER TABLE foo ALTER COLUMN foo_timestamp SET DATA TYPE timestamp with time zone
  USING timestamp with time zone 'epoch' + foo_timestamp * interval '1 second';
ALTER TABLE foo ALTER COLUMN foo_timestamp DROP DEFAULT, ALTER COLUMN foo_timestamp SET DEFAULT now();
ALTER TABLE distributors RENAME COLUMN address TO city;
ALTER TABLE distributors RENAME TO suppliers;
ALTER TABLE distributors RENAME CONSTRAINT zipchk TO zip_check;
ALTER TABLE distributors ALTER COLUMN street SET NOT NULL;
ALTER TABLE distributors ALTER COLUMN street DROP NOT NULL;
ALTER TABLE distributors ADD CONSTRAINT zipchk CHECK (char_length(zipcode) = 5) NO INHERIT;
ALTER TABLE ONLY distributors DROP CONSTRAINT zipchk;
ALTER TABLE distributors * ADD CHECK (a > 0);
ALTER TABLE distributors ADD CONSTRAINT distfk FOREIGN KEY (address) REFERENCES addresses (address) MATCH FULL;
ALTER TABLE distributors ADD CONSTRAINT distfk FOREIGN KEY (a, b) REFERENCES addresses
  ON DELETE SET NULL (a) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID;
ALTER TABLE distributors ADD CONSTRAINT distfk FOREIGN KEY (a) REFERENCES addresses (a) NOT VALID DEFERRABLE;
ALTER TABLE distributors VALIDATE CONSTRAINT distfk;
ALTER TABLE distributors ADD CONSTRAINT dist_id_zipcode_key UNIQUE (dist_id, zipcode);
ALTER TABLE distributors ADD PRIMARY KEY (dist_id) INCLUDE (name) WITH (fillfactor = 70) USING INDEX TABLESPACE fast;
ALTER TABLE distributors ADD CONSTRAINT k UNIQUE NULLS NOT DISTINCT (a);
ALTER TABLE distributors ADD CONSTRAINT k PRIMARY KEY (a, valid_at WITHOUT OVERLAPS);
ALTER TABLE distributors ADD FOREIGN KEY (a, PERIOD valid_at) REFERENCES p (a, PERIOD valid_at);
ALTER TABLE distributors ADD CONSTRAINT distributors_pkey PRIMARY KEY USING INDEX dist_id_temp_idx;
ALTER TABLE distributors ADD CONSTRAINT nn NOT NULL street;
-- PostgreSQL 18
ALTER TABLE distributors ADD CONSTRAINT nn NOT NULL street NOT VALID;
-- PostgreSQL 18
ALTER TABLE distributors ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED;
-- PostgreSQL 18
ALTER TABLE distributors ADD FOREIGN KEY (a) REFERENCES p NOT ENFORCED;
-- PostgreSQL 18
ALTER TABLE distributors ALTER CONSTRAINT fk NOT ENFORCED;
-- PostgreSQL 18
ALTER TABLE distributors ALTER CONSTRAINT fk ENFORCED;
-- PostgreSQL 18
ALTER TABLE distributors ALTER CONSTRAINT nn INHERIT;
-- PostgreSQL 18
ALTER TABLE distributors ALTER CONSTRAINT nn NO INHERIT;
ALTER TABLE distributors ALTER CONSTRAINT fk NOT DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE distributors ADD EXCLUDE USING gist (c WITH &&, lower(d) COLLATE "C" WITH =) WHERE (a > 0) DEFERRABLE;
ALTER TABLE distributors SET TABLESPACE fasttablespace;
ALTER TABLE myschema.distributors SET SCHEMA yourschema;
ALTER TABLE distributors SET LOGGED;
ALTER TABLE distributors SET UNLOGGED;
ALTER TABLE distributors SET ACCESS METHOD heap;
ALTER TABLE distributors SET ACCESS METHOD DEFAULT;
ALTER TABLE distributors SET (fillfactor = 70, toast.autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE distributors RESET (fillfactor, toast.autovacuum_enabled);
ALTER TABLE distributors SET WITHOUT OIDS;
ALTER TABLE distributors SET WITHOUT CLUSTER;
ALTER TABLE distributors CLUSTER ON distributors_pkey;
ALTER TABLE distributors INHERIT other;
ALTER TABLE distributors NO INHERIT other;
ALTER TABLE distributors OF composite;
ALTER TABLE distributors NOT OF;
ALTER TABLE distributors OWNER TO joe;
ALTER TABLE distributors REPLICA IDENTITY FULL;
ALTER TABLE distributors REPLICA IDENTITY USING INDEX dist_key;
ALTER TABLE distributors REPLICA IDENTITY NOTHING;
ALTER TABLE distributors DISABLE TRIGGER ALL;
ALTER TABLE distributors DISABLE TRIGGER USER;
ALTER TABLE distributors ENABLE ALWAYS TRIGGER audit;
ALTER TABLE distributors ENABLE REPLICA RULE r;
ALTER TABLE distributors DISABLE RULE r;
ALTER TABLE distributors ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE distributors DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE distributors ALTER id ADD GENERATED BY DEFAULT AS IDENTITY (START WITH 10 INCREMENT BY 5);
ALTER TABLE distributors ALTER id SET GENERATED ALWAYS RESTART WITH 20 SET INCREMENT BY 2;
ALTER TABLE distributors ALTER id DROP IDENTITY IF EXISTS;
ALTER TABLE distributors ALTER total SET EXPRESSION AS (price * amount);
ALTER TABLE distributors ALTER total DROP EXPRESSION IF EXISTS;
ALTER TABLE distributors ALTER c SET STATISTICS 500, ALTER d SET STATISTICS DEFAULT;
ALTER TABLE distributors ALTER c SET (n_distinct = -0.5), ALTER d RESET (n_distinct);
ALTER TABLE distributors ALTER c SET STORAGE EXTERNAL, ALTER d SET STORAGE DEFAULT;
ALTER TABLE distributors ALTER c SET COMPRESSION lz4, ALTER d SET COMPRESSION default;
ALTER TABLE distributors ADD COLUMN total numeric(10, 2) GENERATED ALWAYS AS (price * amount) STORED;
-- PostgreSQL 18
ALTER TABLE distributors ADD COLUMN total numeric GENERATED ALWAYS AS (price * amount) VIRTUAL;
-- PostgreSQL 18
ALTER TABLE distributors ADD COLUMN total numeric GENERATED ALWAYS AS (price * amount);
ALTER TABLE distributors ADD COLUMN IF NOT EXISTS p int REFERENCES parents (id) ON DELETE CASCADE CHECK (p > 0) UNIQUE;
ALTER TABLE distributors ADD c text STORAGE EXTERNAL COLLATE "de_DE";
ALTER TABLE distributors ADD c text COMPRESSION lz4 COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE measurement ATTACH PARTITION measurement_y2016m07 FOR VALUES FROM ('2016-07-01') TO ('2016-08-01');
ALTER TABLE cities ATTACH PARTITION cities_ab FOR VALUES IN ('a', 'b', NULL);
ALTER TABLE cities ATTACH PARTITION cities_partdef DEFAULT;
ALTER TABLE orders ATTACH PARTITION orders_p4 FOR VALUES WITH (MODULUS 4, REMAINDER 3);
ALTER TABLE measurement DETACH PARTITION measurement_y2015m12;
ALTER TABLE measurement DETACH PARTITION measurement_y2021m10 CONCURRENTLY;
ALTER TABLE measurement DETACH PARTITION measurement_y2021m10 FINALIZE;
ALTER TABLE ALL IN TABLESPACE old OWNED BY joe, jim SET TABLESPACE new NOWAIT;

-- # ALTER TABLESPACE, ALTER TEXT SEARCH
ALTER TABLESPACE index_space RENAME TO fast_raid;
ALTER TABLESPACE index_space OWNER TO mary;
ALTER TABLESPACE index_space SET (random_page_cost = 1.1);
ALTER TEXT SEARCH CONFIGURATION my_config ALTER MAPPING REPLACE english WITH swedish;
ALTER TEXT SEARCH CONFIGURATION my_config ADD MAPPING FOR word, asciiword WITH simple, english_stem;
ALTER TEXT SEARCH CONFIGURATION my_config DROP MAPPING IF EXISTS FOR word;
ALTER TEXT SEARCH DICTIONARY my_dict (StopWords = newrussian);
ALTER TEXT SEARCH PARSER p RENAME TO q;
ALTER TEXT SEARCH TEMPLATE t SET SCHEMA other;

-- # ALTER TRIGGER
ALTER TRIGGER emp_stamp ON emp RENAME TO emp_track_chgs;
ALTER TRIGGER emp_stamp ON emp DEPENDS ON EXTENSION emplib;

-- # ALTER TYPE
ALTER TYPE electronic_mail RENAME TO email;
ALTER TYPE email OWNER TO joe;
ALTER TYPE email SET SCHEMA customers;
ALTER TYPE compfoo ADD ATTRIBUTE f3 int, DROP ATTRIBUTE IF EXISTS f2 CASCADE, ALTER ATTRIBUTE f1 SET DATA TYPE text COLLATE "C";
ALTER TYPE compfoo RENAME ATTRIBUTE f1 TO f2 CASCADE;
ALTER TYPE colors ADD VALUE 'orange' AFTER 'red';
ALTER TYPE colors ADD VALUE IF NOT EXISTS 'mauve';
ALTER TYPE colors RENAME VALUE 'purple' TO 'mauve';
ALTER TYPE mytype SET (SEND = mytypesend, RECEIVE = mytyperecv);

-- # ALTER VIEW
ALTER VIEW foo RENAME TO bar;
ALTER VIEW a_view ALTER COLUMN ts SET DEFAULT now();
ALTER VIEW a_view ALTER ts DROP DEFAULT;
ALTER VIEW IF EXISTS a_view SET (security_barrier, check_option = cascaded);
ALTER VIEW a_view RESET (security_barrier);
ALTER VIEW a_view RENAME COLUMN a TO b;
ALTER VIEW a_view OWNER TO joe;
ALTER VIEW a_view SET SCHEMA other;

-- # ANALYZE, CHECKPOINT, CLUSTER, REFRESH, REINDEX, TRUNCATE, VACUUM
ANALYZE;
ANALYZE VERBOSE app.users (id, email), orders;
ANALYZE (VERBOSE, SKIP_LOCKED) users;
ANALYZE (BUFFER_USAGE_LIMIT '1MB') users;
-- PostgreSQL 18
ANALYZE ONLY parent;
CHECKPOINT;
CLUSTER employees USING employees_ind;
CLUSTER employees;
CLUSTER;
CLUSTER (VERBOSE) employees;
REFRESH MATERIALIZED VIEW order_summary;
REFRESH MATERIALIZED VIEW CONCURRENTLY app.order_summary WITH DATA;
REFRESH MATERIALIZED VIEW annual_statistics_basis WITH NO DATA;
REINDEX INDEX my_index;
REINDEX TABLE app.my_table;
REINDEX TABLE CONCURRENTLY my_broken_table;
REINDEX (CONCURRENTLY, VERBOSE, TABLESPACE fast) INDEX my_index;
REINDEX (CONCURRENTLY false) SCHEMA app;
REINDEX DATABASE broken_db;
REINDEX SYSTEM CONCURRENTLY;
TRUNCATE bigtable, fattable;
TRUNCATE TABLE ONLY bigtable RESTART IDENTITY CASCADE;
TRUNCATE othertable CONTINUE IDENTITY RESTRICT;
VACUUM;
VACUUM FULL app.onek;
VACUUM (VERBOSE, ANALYZE) onek;
VACUUM FULL FREEZE VERBOSE ANALYZE onek (a, b);
VACUUM (FULL, PARALLEL 2, INDEX_CLEANUP auto, TRUNCATE off, PROCESS_TOAST true) onek, other;
VACUUM (DISABLE_PAGE_SKIPPING, SKIP_LOCKED, PROCESS_MAIN false, ONLY_DATABASE_STATS);

-- # CALL, DO, DECLARE, FETCH, MOVE, CLOSE
CALL do_db_maintenance();
CALL app.add_tax(1, rate => 0.2);
DO $$ BEGIN PERFORM 1; END $$;
DO LANGUAGE plpgsql $body$
DECLARE r record;
BEGIN
  FOR r IN SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'VIEW'
  LOOP
    EXECUTE 'GRANT ALL ON ' || quote_ident(r.table_schema) || '.' || quote_ident(r.table_name) || ' TO webuser';
  END LOOP;
END
$body$;
DECLARE liahona CURSOR FOR SELECT * FROM films;
DECLARE c BINARY INSENSITIVE NO SCROLL CURSOR WITH HOLD FOR SELECT 1;
FETCH FORWARD 5 FROM liahona;
FETCH PRIOR FROM liahona;
FETCH ALL IN liahona;
MOVE BACKWARD ALL FROM liahona;
MOVE ABSOLUTE -1 IN liahona;
CLOSE liahona;
CLOSE ALL;

-- # COMMENT
COMMENT ON TABLE mytable IS 'This is my table.';
COMMENT ON TABLE mytable IS NULL;
COMMENT ON ACCESS METHOD gin IS 'GIN index access method';
COMMENT ON AGGREGATE my_aggregate (double precision, integer) IS 'Computes sample variance';
COMMENT ON CAST (text AS int4) IS 'Allow casts from text to int4';
COMMENT ON COLUMN app.my_table.my_column IS 'Employee ID number';
COMMENT ON CONSTRAINT bar_col_cons ON bar IS 'Constrains column col';
COMMENT ON CONSTRAINT dom_col_constr ON DOMAIN dom IS 'Constrains col of domain';
COMMENT ON DATABASE my_database IS 'Development Database';
COMMENT ON EXTENSION hstore IS 'implements the hstore data type';
COMMENT ON FUNCTION my_function (timestamp) IS E'Returns \'Roman\' numeral';
COMMENT ON LARGE OBJECT 346344 IS 'Planning document';
COMMENT ON OPERATOR ^ (text, text) IS 'Performs intersection of two texts';
COMMENT ON OPERATOR - (NONE, integer) IS 'Unary minus';
COMMENT ON OPERATOR CLASS int4ops USING btree IS '4 byte integer operators for btrees';
COMMENT ON POLICY my_policy ON mytable IS 'Filter rows by users';
COMMENT ON PROCEDURE my_proc (integer, integer) IS 'Runs a report';
COMMENT ON ROLE my_role IS 'Administration group for finance tables';
COMMENT ON RULE my_rule ON my_table IS 'Logs updates of employee records';
COMMENT ON TRIGGER my_trigger ON app.my_table IS 'Used for RI';
COMMENT ON TEXT SEARCH CONFIGURATION my_config IS 'Special word filtering';
COMMENT ON TRANSFORM FOR hstore LANGUAGE plpython3u IS 'Transform between hstore and Python dict';
COMMENT ON MATERIALIZED VIEW my_matview IS 'Summary of order history';

-- # COPY
COPY country TO STDOUT (DELIMITER '|');
COPY country (a, b) FROM '/usr1/proj/bray/sql/country_data';
COPY (SELECT * FROM country WHERE country_name LIKE 'A%') TO '/usr1/proj/bray/sql/a_list_countries.copy';
COPY country TO PROGRAM 'gzip > /usr1/proj/bray/sql/country_data.gz' WITH (FORMAT csv, HEADER true, FORCE_QUOTE *);
COPY country FROM STDIN WITH (FORMAT csv, NULL '', ENCODING 'utf8', ON_ERROR ignore, LOG_VERBOSITY verbose) WHERE a > 3;
\.
COPY country FROM STDIN CSV HEADER DELIMITER ';' QUOTE '"' ESCAPE '"' FORCE NOT NULL a, b;
\.
COPY (UPDATE t SET a = 1 RETURNING *) TO STDOUT;

-- # CREATE ACCESS METHOD, CREATE AGGREGATE, CREATE CAST, CREATE COLLATION, CREATE CONVERSION
CREATE ACCESS METHOD heptree TYPE INDEX HANDLER heptree_handler;
CREATE AGGREGATE sum (complex) (SFUNC = complex_add, STYPE = complex, INITCOND = '(0,0)');
CREATE OR REPLACE AGGREGATE avg2 (float8) (sfunc = float8_accum, stype = float8[], finalfunc = float8_avg, initcond = '{0,0,0}', parallel = safe);
CREATE AGGREGATE pct (float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = f, FINALFUNC_EXTRA, HYPOTHETICAL);
CREATE CAST (bigint AS int4) WITH FUNCTION int4(bigint) AS ASSIGNMENT;
CREATE CAST (mytext AS text) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (a AS b) WITH INOUT;
CREATE COLLATION french (locale = 'fr_FR.utf8');
CREATE COLLATION IF NOT EXISTS custom (provider = icu, locale = 'und', deterministic = false);
CREATE COLLATION german FROM "de_DE";
CREATE DEFAULT CONVERSION myconv FOR 'UTF8' TO 'LATIN1' FROM myfunc;

-- # CREATE DATABASE, CREATE TABLESPACE, CREATE ROLE, CREATE USER, CREATE GROUP
CREATE DATABASE sales OWNER salesapp TABLESPACE salesspace;
CREATE DATABASE music LOCALE 'sv_SE.utf8' TEMPLATE template0;
CREATE DATABASE music2 WITH ENCODING = 'LATIN9' LC_COLLATE 'sv_SE' STRATEGY wal_log CONNECTION LIMIT = 5 IS_TEMPLATE false;
CREATE TABLESPACE dbspace LOCATION '/data/dbs';
CREATE TABLESPACE indexspace OWNER genevieve LOCATION '/data/indexes' WITH (seq_page_cost = 1);
CREATE ROLE jonathan LOGIN;
CREATE ROLE miriam WITH LOGIN PASSWORD 'jw8s0F4' VALID UNTIL '2005-01-01' IN ROLE staff ADMIN joe CONNECTION LIMIT 3;
CREATE USER davide WITH PASSWORD 'jw8s0F4' NOSUPERUSER CREATEDB;
CREATE GROUP staff USER karl, john;

-- # CREATE DOMAIN
CREATE DOMAIN us_postal_code AS TEXT CHECK (VALUE ~ '^\d{5}$' OR VALUE ~ '^\d{5}-\d{4}$');
CREATE DOMAIN app.d varchar(10) COLLATE "C" DEFAULT 'x' CONSTRAINT nn NOT NULL CONSTRAINT c CHECK (VALUE <> '') NULL;

-- # CREATE EVENT TRIGGER, CREATE EXTENSION
CREATE EVENT TRIGGER abort_ddl ON ddl_command_start EXECUTE FUNCTION abort_any_command();
CREATE EVENT TRIGGER t ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE PROCEDURE f();
CREATE EXTENSION hstore;
CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA addons VERSION '1.0' CASCADE;

-- # CREATE FOREIGN DATA WRAPPER, CREATE SERVER, CREATE USER MAPPING, CREATE FOREIGN TABLE, IMPORT FOREIGN SCHEMA
CREATE FOREIGN DATA WRAPPER dummy;
CREATE FOREIGN DATA WRAPPER file HANDLER file_fdw_handler NO VALIDATOR OPTIONS (debug 'true');
CREATE SERVER IF NOT EXISTS myserver TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'foo', port '5432');
CREATE USER MAPPING FOR bob SERVER foo OPTIONS (user 'bob', password 'secret');
CREATE USER MAPPING IF NOT EXISTS FOR PUBLIC SERVER foo;
CREATE FOREIGN TABLE films (code char(5) NOT NULL, title varchar(40) OPTIONS (column_name 'ttl') NOT NULL, CHECK (code <> '')) SERVER film_server OPTIONS (schema_name 'x');
CREATE FOREIGN TABLE measurement_y2016m07 PARTITION OF measurement (c NOT NULL) FOR VALUES FROM ('2016-07-01') TO ('2016-08-01') SERVER server_07;
CREATE FOREIGN TABLE IF NOT EXISTS child (a int) INHERITS (parent) SERVER s;
IMPORT FOREIGN SCHEMA foreign_films FROM SERVER film_server INTO films;
IMPORT FOREIGN SCHEMA foreign_films LIMIT TO (actors, directors) FROM SERVER film_server INTO films OPTIONS (import_default 'true');

-- # CREATE FUNCTION, CREATE PROCEDURE
CREATE FUNCTION add(integer, integer) RETURNS integer AS 'select $1 + $2;' LANGUAGE SQL IMMUTABLE RETURNS NULL ON NULL INPUT;
CREATE FUNCTION add(a integer, b integer) RETURNS integer LANGUAGE SQL IMMUTABLE RETURN a + b;
CREATE OR REPLACE FUNCTION increment(i integer) RETURNS integer AS $$
BEGIN
  RETURN i + 1;
END;
$$ LANGUAGE plpgsql;
CREATE FUNCTION dup(int) RETURNS TABLE (f1 int, f2 text) AS $$ SELECT $1, CAST($1 AS text) || ' is text' $$ LANGUAGE SQL;
CREATE FUNCTION f(OUT a int, INOUT b text DEFAULT 'x', VARIADIC c int[] = '{}') AS 'x', 'y' LANGUAGE c STRICT PARALLEL RESTRICTED COST 5 SUPPORT g;
CREATE FUNCTION f() RETURNS SETOF app.users LANGUAGE sql STABLE SECURITY DEFINER SET search_path = admin, pg_temp SET work_mem FROM CURRENT ROWS 10 LEAKPROOF WINDOW AS 'SELECT 1';
CREATE FUNCTION f(x users.id%TYPE) RETURNS users.name%TYPE LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE insert_data(a integer, b integer) LANGUAGE SQL AS $$ INSERT INTO tbl VALUES (a); INSERT INTO tbl VALUES (b); $$;
CREATE PROCEDURE insert_data(a integer, b integer) LANGUAGE SQL BEGIN ATOMIC INSERT INTO tbl VALUES (a); INSERT INTO tbl VALUES (b); END;
CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN NEW.a := 1; RETURN NEW; END $f$;

-- # CREATE INDEX
CREATE UNIQUE INDEX title_idx ON films (title);
CREATE UNIQUE INDEX title_idx ON films (title) INCLUDE (director, rating);
CREATE INDEX title_idx ON films (title) WITH (deduplicate_items = off);
CREATE INDEX ON films ((lower(title)));
CREATE INDEX title_idx_german ON films (title COLLATE "de_DE");
CREATE INDEX title_idx_nulls_low ON films (title NULLS FIRST, year DESC NULLS LAST, code ASC);
CREATE UNIQUE INDEX title_idx ON films (title) NULLS NOT DISTINCT WITH (fillfactor = 70);
CREATE INDEX gin_idx ON documents_table USING GIN (locations) WITH (fastupdate = off);
CREATE INDEX code_idx ON films (code) TABLESPACE indexspace;
CREATE INDEX pointloc ON points USING gist (box(location, location));
CREATE INDEX CONCURRENTLY IF NOT EXISTS sales_quantity_index ON app.sales_table (quantity);
CREATE INDEX i ON ONLY parent USING btree (a text_pattern_ops, b app.my_ops (siglen = '32') DESC);
CREATE INDEX i ON orders (customer_id) WHERE deleted_at IS NULL AND status IN ('a', 'b');
CREATE INDEX i ON events USING brin (created_at) WITH (pages_per_range = 32, autosummarize);
CREATE INDEX i ON events ((payload ->> 'type'), (payload #>> '{a,b}'), coalesce(a, b), (a || ' ' || b));

-- # CREATE LANGUAGE, CREATE OPERATOR, CREATE OPERATOR CLASS, CREATE OPERATOR FAMILY
CREATE OR REPLACE TRUSTED PROCEDURAL LANGUAGE plsample HANDLER plsample_call_handler INLINE i VALIDATOR v;
CREATE EXTENSION plperl;
CREATE OPERATOR === (LEFTARG = box, RIGHTARG = box, FUNCTION = area_equal_function, COMMUTATOR = ===, NEGATOR = !==, RESTRICT = f, JOIN = g, HASHES, MERGES);
CREATE OPERATOR app.@#@ (RIGHTARG = int8, PROCEDURE = numeric_fac);
CREATE OPERATOR CLASS gist__int_ops DEFAULT FOR TYPE _int4 USING gist AS OPERATOR 3 &&, OPERATOR 6 = (anyarray, anyarray), FUNCTION 1 g_int_consistent (internal, _int4, smallint, oid, internal), STORAGE int4;
CREATE OPERATOR FAMILY app.fam USING btree;

-- # CREATE MATERIALIZED VIEW, CREATE VIEW
CREATE MATERIALIZED VIEW order_summary AS SELECT a, count(*) FROM orders GROUP BY a;
CREATE MATERIALIZED VIEW IF NOT EXISTS m (a, b) USING heap WITH (fillfactor = 70) TABLESPACE t AS SELECT 1, 2 WITH NO DATA;
CREATE VIEW vista AS SELECT 'Hello World';
CREATE VIEW vista AS SELECT text 'Hello World' AS hello;
CREATE OR REPLACE VIEW comedies WITH (security_invoker = true) AS SELECT f.*, country_code_to_name(f.country_code) AS country FROM films f WHERE f.kind = 'Comedy';
CREATE VIEW universal_comedies AS SELECT * FROM comedies WHERE classification = 'U' WITH LOCAL CHECK OPTION;
CREATE RECURSIVE VIEW public.nums_1_100 (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM nums_1_100 WHERE n < 100;
CREATE TEMP VIEW v (a, b) AS TABLE t;

-- # CREATE POLICY
CREATE POLICY user_policy ON users;
CREATE POLICY p ON app.users AS RESTRICTIVE FOR UPDATE TO managers, PUBLIC USING (owner = CURRENT_USER) WITH CHECK (owner = CURRENT_USER AND NOT locked);
CREATE POLICY p ON users FOR INSERT WITH CHECK (tenant = current_setting('app.tenant')::uuid);

-- # CREATE PUBLICATION, CREATE SUBSCRIPTION
CREATE PUBLICATION mypublication FOR TABLE users, departments;
CREATE PUBLICATION active_departments FOR TABLE departments WHERE (active IS TRUE);
CREATE PUBLICATION alltables FOR ALL TABLES;
CREATE PUBLICATION insert_only FOR TABLE mydata WITH (publish = 'insert', publish_via_partition_root);
CREATE PUBLICATION production FOR TABLE users, ONLY departments, TABLES IN SCHEMA production;
CREATE PUBLICATION sales FOR TABLES IN SCHEMA marketing, CURRENT_SCHEMA;
CREATE PUBLICATION users_filtered FOR TABLE users (user_id, firstname);
CREATE PUBLICATION p;
CREATE SUBSCRIPTION mysub CONNECTION 'host=192.168.1.50 port=5432 user=foo dbname=foodb' PUBLICATION mypublication, insert_only;
CREATE SUBSCRIPTION mysub CONNECTION 'dbname=foodb' PUBLICATION insert_only WITH (enabled = false, slot_name = NONE, create_slot = false);

-- # CREATE RULE
CREATE RULE notify_me AS ON UPDATE TO mytable DO ALSO NOTIFY mytable;
CREATE OR REPLACE RULE "_RETURN" AS ON SELECT TO t1 DO INSTEAD SELECT * FROM t2;
CREATE RULE r AS ON INSERT TO v WHERE NEW.a > 3 DO INSTEAD (INSERT INTO t VALUES (NEW.a); DELETE FROM u WHERE a = OLD.a);
CREATE RULE r AS ON DELETE TO app.t DO INSTEAD NOTHING;

-- # CREATE SCHEMA
CREATE SCHEMA myschema;
CREATE SCHEMA IF NOT EXISTS test AUTHORIZATION joe;
CREATE SCHEMA AUTHORIZATION joe;
CREATE SCHEMA hollywood
  CREATE TABLE films (title text, release date, awards text[])
  CREATE VIEW winners AS SELECT title, release FROM films WHERE awards IS NOT NULL;

-- # CREATE SEQUENCE
CREATE SEQUENCE serial START 101;
CREATE TEMPORARY SEQUENCE IF NOT EXISTS app.s AS smallint INCREMENT BY -1 MINVALUE -100 MAXVALUE -1 START WITH -1 CACHE 5 CYCLE OWNED BY NONE;
CREATE UNLOGGED SEQUENCE s OWNED BY app.t.id NO MINVALUE NO MAXVALUE NO CYCLE;

-- # CREATE STATISTICS
CREATE STATISTICS s1 (dependencies) ON a, b FROM t1;
CREATE STATISTICS IF NOT EXISTS app.s2 (ndistinct, mcv) ON date_trunc('month', a), (b % 2) FROM app.t3;
CREATE STATISTICS ON a, b FROM t1;

-- # CREATE TABLE
CREATE TABLE films (
  code char(5) CONSTRAINT firstkey PRIMARY KEY,
  title varchar(40) NOT NULL,
  did integer NOT NULL,
  date_prod date,
  kind varchar(10),
  len interval hour to minute
);
CREATE TABLE distributors (did integer PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY, name varchar(40) NOT NULL CHECK (name <> ''));
CREATE TABLE array_int (vector int[][], m integer ARRAY[4], n integer ARRAY);
CREATE TABLE distributors (did integer, name varchar(40), CONSTRAINT con1 CHECK (did > 100 AND name <> ''));
CREATE TABLE films (code char(5), title varchar(40), CONSTRAINT code_title PRIMARY KEY (code, title));
CREATE TABLE distributors (name varchar(40) DEFAULT 'Luso Films', did integer DEFAULT nextval('distributors_serial'), modtime timestamp DEFAULT current_timestamp);
CREATE TABLE distributors (did integer CONSTRAINT no_null NOT NULL, name varchar(40) UNIQUE WITH (fillfactor = 70)) WITH (fillfactor = 70, autovacuum_enabled = off);
CREATE TABLE circles (c circle, EXCLUDE USING gist (c WITH &&));
CREATE TABLE cinemas (id serial, name text, location text) TABLESPACE diskvol1;
CREATE TYPE employee_type AS (name text, salary numeric);
CREATE TABLE employees OF employee_type (PRIMARY KEY (name), salary WITH OPTIONS DEFAULT 1000);
CREATE TABLE measurement (logdate date not null, peaktemp int, unitsales int) PARTITION BY RANGE (logdate);
CREATE TABLE measurement_year_month (logdate date not null, peaktemp int) PARTITION BY RANGE (EXTRACT(YEAR FROM logdate), EXTRACT(MONTH FROM logdate));
CREATE TABLE cities (city_id bigserial not null, name text not null, population bigint) PARTITION BY LIST (left(lower(name), 1));
CREATE TABLE orders (order_id bigint not null, cust_id bigint not null, status text) PARTITION BY HASH (order_id, cust_id int8_ops);
CREATE TABLE measurement_y2016m07 PARTITION OF measurement (unitsales DEFAULT 0) FOR VALUES FROM ('2016-07-01') TO ('2016-08-01');
CREATE TABLE measurement_ym_older PARTITION OF measurement_year_month FOR VALUES FROM (MINVALUE, MINVALUE) TO (2016, 11);
CREATE TABLE cities_ab PARTITION OF cities (CONSTRAINT city_id_nonzero CHECK (city_id != 0)) FOR VALUES IN ('a', 'b') PARTITION BY RANGE (population);
CREATE TABLE orders_p1 PARTITION OF orders FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE cities_partdef PARTITION OF cities DEFAULT;
CREATE UNLOGGED TABLE IF NOT EXISTS app.t (LIKE app.u INCLUDING ALL EXCLUDING INDEXES, extra int) INHERITS (a, app.b) USING heap;
CREATE GLOBAL TEMPORARY TABLE t (a int) ON COMMIT DELETE ROWS;
CREATE LOCAL TEMP TABLE t (a int) ON COMMIT DROP;
CREATE TABLE t ();
CREATE TABLE t (
  a int REFERENCES p ON DELETE SET DEFAULT ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
  b int CONSTRAINT fk REFERENCES app.q (id) MATCH SIMPLE,
  c text STORAGE external COMPRESSION pglz COLLATE "C" DEFAULT 'x' || 'y' NULL,
  d numeric(10, 2) GENERATED ALWAYS AS (a * 2) STORED,
  e timestamptz(3) DEFAULT (now() AT TIME ZONE 'utc'),
  FOREIGN KEY (a, b) REFERENCES r (a, b) MATCH FULL ON DELETE SET NULL (a),
  UNIQUE NULLS NOT DISTINCT (a, b) INCLUDE (c) USING INDEX TABLESPACE t,
  CONSTRAINT nn CHECK (a > 0) NO INHERIT
);
-- PostgreSQL 18
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL, c int GENERATED ALWAYS AS (a + 2), CONSTRAINT n NOT NULL a NO INHERIT);
-- PostgreSQL 18
CREATE TABLE t (id int, at tsrange, PRIMARY KEY (id, at WITHOUT OVERLAPS), CHECK (id > 0) NOT ENFORCED);
CREATE TABLE "Weird ""name""" ("a b" int, "SELECT" text, U&"d\0061t\+000061" int);
CREATE TABLE types (a int2, b int8, c float4, d float(53), e bool, f bit varying(5), g time(3) with time zone, h timestamp(6) without time zone, i double precision, j national character varying(3), k pg_catalog.int4, l interval(3), m "char", n numeric(5, -2));

-- # CREATE TABLE AS, SELECT INTO
CREATE TABLE films_recent AS SELECT * FROM films WHERE date_prod >= '2002-01-01';
CREATE TABLE films2 AS TABLE films;
CREATE TEMP TABLE films_recent ON COMMIT DROP AS EXECUTE recentfilms('2002-01-01');
CREATE UNLOGGED TABLE IF NOT EXISTS app.t (a, b) USING heap WITH (fillfactor = 70) TABLESPACE x AS VALUES (1, 2), (3, 4) WITH NO DATA;
SELECT * INTO films_recent FROM films WHERE date_prod >= '2002-01-01';
SELECT a, b INTO TEMP TABLE x FROM y;

-- # CREATE TEXT SEARCH, CREATE TRANSFORM
CREATE TEXT SEARCH CONFIGURATION my_config (COPY = pg_catalog.english);
CREATE TEXT SEARCH DICTIONARY my_russian (template = snowball, language = russian, stopwords = myrussian);
CREATE TEXT SEARCH PARSER p (START = a, GETTOKEN = b, END = c, LEXTYPES = d);
CREATE TEXT SEARCH TEMPLATE t (INIT = a, LEXIZE = b);
CREATE TRANSFORM FOR hstore LANGUAGE plpython3u (FROM SQL WITH FUNCTION hstore_to_plpython(internal), TO SQL WITH FUNCTION plpython_to_hstore(internal));

-- # CREATE TRIGGER
CREATE TRIGGER check_update BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION check_account_update();
CREATE OR REPLACE TRIGGER check_update BEFORE UPDATE OF balance ON accounts FOR EACH ROW EXECUTE PROCEDURE check_account_update();
CREATE TRIGGER check_update BEFORE UPDATE ON accounts FOR EACH ROW WHEN (OLD.balance IS DISTINCT FROM NEW.balance) EXECUTE FUNCTION app.f('a', 3);
CREATE TRIGGER view_insert INSTEAD OF INSERT ON my_view FOR EACH ROW EXECUTE FUNCTION view_insert_row();
CREATE TRIGGER transfer_insert AFTER INSERT ON transfer REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_transfer_balances_to_zero();
CREATE CONSTRAINT TRIGGER c AFTER INSERT OR UPDATE OR DELETE ON t FROM p DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER t AFTER TRUNCATE ON app.t EXECUTE FUNCTION f();

-- # CREATE TYPE
CREATE TYPE compfoo AS (f1 int, f2 text COLLATE "C");
CREATE TYPE bug_status AS ENUM ('new', 'open', 'closed');
CREATE TYPE float8_range AS RANGE (subtype = float8, subtype_diff = float8mi, multirange_type_name = float8_mr);
CREATE TYPE box (INTERNALLENGTH = 16, INPUT = my_box_in_function, OUTPUT = my_box_out_function, ELEMENT = float4);
CREATE TYPE box;
CREATE TYPE bigobj (INPUT = lo_filein, OUTPUT = lo_fileout, INTERNALLENGTH = VARIABLE);

-- # DELETE, INSERT, UPDATE, MERGE
DELETE FROM films USING producers WHERE producer_id = producers.id AND producers.name = 'foo';
DELETE FROM films;
DELETE FROM tasks WHERE CURRENT OF c_tasks;
DELETE FROM ONLY app.tasks AS t WHERE status = 'DONE' RETURNING *;
WITH delete_batch AS (SELECT l.ctid FROM user_logs AS l WHERE l.status = 'archived' ORDER BY l.creation_date FOR UPDATE LIMIT 10000)
  DELETE FROM user_logs AS dl USING delete_batch AS del WHERE dl.ctid = del.ctid;
INSERT INTO films VALUES ('UA502', 'Bananas', 105, '1971-07-13', 'Comedy', '82 minutes');
INSERT INTO films (code, title, did, date_prod, kind) VALUES ('T_601', 'Yojimbo', 106, DEFAULT, 'Drama'), ('x', 'y', 1, NULL, E'z\n');
INSERT INTO films DEFAULT VALUES;
INSERT INTO tictactoe (game, board[1:3][1:3]) VALUES (1, '{{" "," "," "},{" "," "," "},{" "," "," "}}');
INSERT INTO distributors AS d (did, dname) VALUES (8, 'Anvil') ON CONFLICT (did) DO UPDATE SET dname = EXCLUDED.dname || d.dname WHERE d.zipcode <> '21201' RETURNING did;
INSERT INTO distributors (did) OVERRIDING SYSTEM VALUE VALUES (1) ON CONFLICT ON CONSTRAINT distributors_pkey DO NOTHING;
WITH upd AS (UPDATE employees SET sales_count = sales_count + 1 RETURNING *) INSERT INTO employees_log SELECT *, current_timestamp FROM upd;
UPDATE films SET kind = 'Dramatic' WHERE kind = 'Drama';
UPDATE weather SET (temp_lo, temp_hi, prcp) = (temp_lo + 1, temp_lo + 15, DEFAULT) WHERE city = 'San Francisco' RETURNING temp_lo;
UPDATE employees SET sales_count = sales_count + 1 FROM accounts WHERE accounts.name = 'Acme' AND employees.id = accounts.sales_person;
UPDATE accounts SET (first, last) = (SELECT first, last FROM employees WHERE employees.id = accounts.id);
-- PostgreSQL 18
UPDATE t SET a = 1 RETURNING WITH (OLD AS o, NEW AS n) o.a, n.a;
MERGE INTO customer_account ca USING recent_transactions t ON t.customer_id = ca.customer_id
  WHEN MATCHED AND t.x > 0 THEN UPDATE SET balance = balance + transaction_value
  WHEN NOT MATCHED THEN INSERT (customer_id, balance) VALUES (t.customer_id, t.transaction_value);
MERGE INTO wines w USING (VALUES ('a', 1)) AS s (n, d) ON s.n = w.n
  WHEN NOT MATCHED BY TARGET AND s.d > 0 THEN INSERT VALUES (s.n, s.d)
  WHEN MATCHED AND w.stock + s.d > 0 THEN UPDATE SET stock = w.stock + s.d
  WHEN NOT MATCHED BY SOURCE THEN DELETE
  WHEN MATCHED THEN DO NOTHING
  RETURNING merge_action(), w.*;
MERGE INTO ONLY t USING u ON true WHEN MATCHED THEN DELETE;

-- # DISCARD, DEALLOCATE, PREPARE, EXECUTE
DISCARD ALL;
DISCARD PLANS;
DISCARD TEMP;
DEALLOCATE ALL;
DEALLOCATE PREPARE p;
PREPARE fooplan (int, text, bool, numeric) AS INSERT INTO foo VALUES ($1, $2, $3, $4);
PREPARE q AS SELECT 1;
EXECUTE fooplan(1, 'Hunter Valley', 't', 200.00);
EXECUTE q;

-- # DROP
DROP ACCESS METHOD heptree;
DROP AGGREGATE myavg(integer), myavg(bigint);
DROP AGGREGATE IF EXISTS mypercentile(float8 ORDER BY integer) CASCADE;
DROP CAST IF EXISTS (text AS int);
DROP COLLATION german;
DROP CONVERSION myname;
DROP DATABASE IF EXISTS db WITH (FORCE);
DROP DOMAIN box, app.circle RESTRICT;
DROP EVENT TRIGGER snitch;
DROP EXTENSION hstore, citext CASCADE;
DROP FOREIGN DATA WRAPPER dbi;
DROP FOREIGN TABLE films, distributors;
DROP FUNCTION sqrt(integer);
DROP FUNCTION sqrt(integer), sqrt(bigint);
DROP FUNCTION IF EXISTS update_employee_salaries CASCADE;
DROP GROUP staff;
DROP INDEX title_idx;
DROP INDEX CONCURRENTLY IF EXISTS app.title_idx;
DROP PROCEDURAL LANGUAGE plsample;
DROP MATERIALIZED VIEW IF EXISTS order_summary, other CASCADE;
DROP OPERATOR ^ (integer, integer);
DROP OPERATOR IF EXISTS ~ (none, bit), || (bit, none);
DROP OPERATOR CLASS widget_ops USING btree;
DROP OPERATOR FAMILY IF EXISTS float_ops USING btree CASCADE;
DROP OWNED BY joe, CURRENT_USER CASCADE;
DROP POLICY IF EXISTS p1 ON app.my_table;
DROP PROCEDURE do_db_maintenance();
DROP PROCEDURE IF EXISTS a(int), b(text);
DROP PUBLICATION mypublication, other;
DROP ROLE jonathan, miriam;
DROP ROUTINE foo(integer);
DROP ROUTINE IF EXISTS foo;
DROP RULE newrule ON mytable CASCADE;
DROP SCHEMA mystuff CASCADE;
DROP SCHEMA IF EXISTS a, b;
DROP SEQUENCE serial;
DROP SERVER IF EXISTS foo;
DROP STATISTICS IF EXISTS accounting.users_uid_creation, public.grants_user_role;
DROP SUBSCRIPTION mysub;
DROP TABLE films, distributors;
DROP TABLE IF EXISTS app.films CASCADE;
DROP TABLESPACE mystuff;
DROP TEXT SEARCH CONFIGURATION my_english;
DROP TEXT SEARCH DICTIONARY IF EXISTS english;
DROP TRANSFORM FOR hstore LANGUAGE plpython3u;
DROP TRIGGER if_dist_exists ON films;
DROP TYPE box CASCADE;
DROP USER IF EXISTS joe;
DROP USER MAPPING IF EXISTS FOR bob SERVER foo;
DROP VIEW kinds, app.other;

-- # EXPLAIN
EXPLAIN SELECT * FROM foo;
EXPLAIN ANALYZE VERBOSE SELECT 1;
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, FORMAT JSON, SETTINGS, WAL, SUMMARY true, TIMING false) UPDATE t SET a = 1;
EXPLAIN (GENERIC_PLAN, MEMORY, SERIALIZE text) SELECT 1;
EXPLAIN EXECUTE query(100, 200);
EXPLAIN CREATE TABLE t AS SELECT 1;

-- # GRANT, REVOKE, REASSIGN OWNED, SECURITY LABEL
GRANT INSERT ON films TO PUBLIC;
GRANT ALL PRIVILEGES ON kinds TO manuel;
GRANT admins TO joe;
GRANT a, b TO joe, CURRENT_USER WITH ADMIN OPTION, INHERIT FALSE, SET TRUE GRANTED BY boss;
GRANT SELECT (a, b), INSERT (a), REFERENCES (c) ON app.t TO joe WITH GRANT OPTION;
GRANT SELECT ON ALL TABLES IN SCHEMA a, b TO joe;
GRANT USAGE, SELECT ON SEQUENCE s TO joe;
GRANT CREATE, CONNECT, TEMPORARY ON DATABASE d TO joe;
GRANT USAGE ON DOMAIN d TO joe;
GRANT USAGE ON FOREIGN DATA WRAPPER w TO joe;
GRANT USAGE ON FOREIGN SERVER s TO joe;
GRANT EXECUTE ON FUNCTION f(int, text), g() TO joe;
GRANT EXECUTE ON FUNCTION f TO joe;
GRANT EXECUTE ON ALL ROUTINES IN SCHEMA app TO joe;
GRANT USAGE ON LANGUAGE plpgsql TO joe;
GRANT SELECT, UPDATE ON LARGE OBJECT 1, 2 TO joe;
GRANT SET, ALTER SYSTEM ON PARAMETER work_mem TO joe;
GRANT USAGE, CREATE ON SCHEMA app TO joe GRANTED BY CURRENT_USER;
GRANT CREATE ON TABLESPACE t TO joe;
GRANT USAGE ON TYPE t TO joe;
GRANT MAINTAIN, TRUNCATE, TRIGGER ON t TO GROUP staff;
REVOKE INSERT ON films FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM joe CASCADE;
REVOKE GRANT OPTION FOR SELECT ON t FROM joe GRANTED BY boss RESTRICT;
REVOKE admins FROM joe;
REVOKE ADMIN OPTION FOR admins FROM joe CASCADE;
REASSIGN OWNED BY joe, CURRENT_USER TO postgres;
SECURITY LABEL FOR selinux ON TABLE mytable IS 'system_u:object_r:sepgsql_table_t:s0';
SECURITY LABEL ON COLUMN t.c IS NULL;

-- # LISTEN, LOAD, LOCK, NOTIFY, UNLISTEN
LISTEN virtual;
LOAD 'auto_explain';
LOCK TABLE films IN SHARE MODE;
LOCK films;
LOCK TABLE ONLY a, app.b IN SHARE ROW EXCLUSIVE MODE NOWAIT;
LOCK TABLE a IN ACCESS SHARE MODE;
LOCK TABLE a IN ROW EXCLUSIVE MODE;
LOCK TABLE a IN SHARE UPDATE EXCLUSIVE MODE;
LOCK TABLE a IN EXCLUSIVE MODE;
NOTIFY virtual, 'This is the payload';
UNLISTEN *;
UNLISTEN virtual;

-- # SELECT, VALUES
SELECT f.title, f.did, d.name, f.date_prod, f.kind FROM distributors d JOIN films f USING (did);
SELECT kind, sum(len) AS total FROM films GROUP BY kind HAVING sum(len) < interval '5 hours' ORDER BY 2 DESC NULLS LAST LIMIT 5 OFFSET 3;
SELECT DISTINCT ON (a) a, b FROM t WHERE c BETWEEN 1 AND 5 AND d LIKE 'x%' ESCAPE '!' OR e IS NOT DISTINCT FROM f;
SELECT * FROM ONLY a LEFT JOIN b ON a.x = b.x NATURAL FULL JOIN c CROSS JOIN LATERAL (SELECT 1) AS l (z);
WITH RECURSIVE employee_recursive (distance, name) AS (
  SELECT 1, name FROM employee WHERE manager = 'Mary' UNION ALL SELECT er.distance + 1, e.name FROM employee_recursive er, employee e WHERE er.name = e.manager
) SEARCH DEPTH FIRST BY name SET ord CYCLE name SET is_cycle USING path SELECT * FROM employee_recursive;
WITH t AS MATERIALIZED (SELECT random() AS x FROM generate_series(1, 3)) SELECT * FROM t UNION ALL SELECT * FROM t;
SELECT a, count(*) FILTER (WHERE b > 1) OVER (PARTITION BY c ORDER BY d ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM t WINDOW w AS (PARTITION BY a);
SELECT a FROM t GROUP BY GROUPING SETS ((a), ROLLUP (b, c), CUBE (d), ());
SELECT * FROM t TABLESAMPLE bernoulli (10) REPEATABLE (5) FOR NO KEY UPDATE OF t SKIP LOCKED;
SELECT * FROM t ORDER BY a FETCH FIRST 5 ROWS WITH TIES;
(SELECT a FROM t ORDER BY a) EXCEPT (SELECT a FROM u) INTERSECT SELECT 1;
SELECT (ARRAY[1, 2])[1], ROW(1, 2), (t).a, t.*, x[1:2], CASE WHEN a THEN 1 ELSE 2 END, CAST(a AS int), a::numeric(3, 1)[], -1, +2, NOT a, a IS NULL, b ISNULL;
SELECT a AT TIME ZONE 'utc', EXTRACT(epoch FROM b), position('a' IN b), substring(a FROM 1 FOR 2), overlay(a PLACING b FROM 1), trim(BOTH 'x' FROM a), (a, b) OVERLAPS (c, d);
SELECT a ->> 'b', a @> '{}', a #- '{x}', b ~* 'x', c !~~ d, e OPERATOR(pg_catalog.+) f, a || b, ! c FROM t;
SELECT * FROM ROWS FROM (f(1), g(2)) WITH ORDINALITY AS x (a, b, c), unnest(ARRAY[1]) WITH ORDINALITY, json_to_recordset('[]') AS j (a int, b text);
SELECT json_object('a' VALUE 1), json_array(1, 2 NULL ON NULL), JSON_VALUE(j, '$.a' RETURNING int), xmlelement(name a, xmlattributes(b AS c), 'd');
SELECT x'1F', b'101', E'it\'s\n', $tag$a 'b'$tag$, U&'d\0061t', 1.5e3, .5, 'a'
  'b' FROM t;
SELECT 1_000_000, 0x1F, 0o17, 0b11;
SELECT EXISTS (SELECT 1), a IN (SELECT 2), a = ANY (ARRAY[1]), b > ALL (SELECT 3), ARRAY(SELECT 4);
SELECT;
VALUES (1, 'one'), (2, 'two') ORDER BY 1 LIMIT 1;
TABLE app.films;

-- # SET, RESET, SHOW
SET search_path TO my_schema, public;
SET LOCAL lock_timeout = '2s';
SET SESSION datestyle TO postgres, dmy;
SET TIME ZONE 'PST8PDT';
SET TIME ZONE LOCAL;
SET TIME ZONE DEFAULT;
SET TIME ZONE INTERVAL '-08:00' HOUR TO MINUTE;
SET statement_timeout = 0;
SET seed = 0.5;
SET app.tenant = 'x';
SET work_mem TO DEFAULT;
SET CONSTRAINTS ALL DEFERRED;
SET CONSTRAINTS app.a, b IMMEDIATE;
SET ROLE 'paul';
SET LOCAL ROLE paul;
SET ROLE NONE;
SET SESSION AUTHORIZATION 'paul';
SET SESSION AUTHORIZATION DEFAULT;
SET NAMES 'utf8';
SET XML OPTION DOCUMENT;
RESET timezone;
RESET ALL;
RESET SESSION AUTHORIZATION;
RESET ROLE;
SHOW search_path;
SHOW ALL;
SHOW TIME ZONE;
SHOW TRANSACTION ISOLATION LEVEL;

-- # Further forms of the same, odd ones among them
EXPLAIN ANALYZE CREATE MATERIALIZED VIEW m AS SELECT 1;
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0), SET ACCESS METHOD DEFAULT, ALTER CONSTRAINT fk NOT ENFORCED;
ALTER TABLE t ADD COLUMN b int CONSTRAINT nn NOT NULL NO INHERIT;
ALTER TABLE t ADD COLUMN b int NOT NULL DEFAULT 3 NOT DEFERRABLE;
CREATE TABLE t (a serial PRIMARY KEY, b point[] NOT NULL CHECK (b[1][0] > 3), EXCLUDE USING gist (a WITH =, tsrange(a, b) WITH &&));
CREATE TABLE t (LIKE u INCLUDING DEFAULTS INCLUDING STATISTICS);
CREATE FOREIGN TABLE f (LIKE t) SERVER s;
CREATE TABLE t (PRIMARY KEY (a), a int) PARTITION BY RANGE (a COLLATE "C" text_ops);
CREATE TABLE IF NOT EXISTS t PARTITION OF u DEFAULT PARTITION BY LIST (a);
CREATE TABLE t OF ty WITH (fillfactor = 10);
CREATE TABLE t (a int) WITHOUT OIDS;
CREATE UNIQUE INDEX ON t (a) NULLS DISTINCT;
CREATE INDEX ON t (a, (b IS NULL), (c COLLATE "C") DESC);
CREATE INDEX ON t USING btree (a ASC NULLS LAST) INCLUDE (b) WITH (fillfactor) WHERE NOT b;
CREATE INDEX ON t (a) INCLUDE (b) NULLS NOT DISTINCT;
CREATE PUBLICATION p WITH (publish_generated_columns = stored);
ALTER DATABASE d WITH CONNECTION LIMIT 3;
CREATE ROLE a IN GROUP b;
CREATE TABLE t (a int, PRIMARY KEY (a) NOT DEFERRABLE);
ALTER INDEX i SET (fillfactor = 3), SET TABLESPACE x;
ALTER VIEW v ALTER COLUMN a SET DEFAULT 1, OWNER TO x;
ALTER VIEW v SET (security_barrier), OWNER TO joe;
ALTER TABLE t ALTER a TYPE int, ALTER COLUMN b SET NOT NULL, VALIDATE CONSTRAINT c;
SELECT * FROM t WHERE a = ANY ($1) AND b @@ to_tsquery('x') LIMIT ALL;
SELECT DISTINCT a, b FROM t WHERE (a, b) IN ((1, 2), (3, 4));
SELECT sum(a) OVER w FROM t WINDOW w AS (ORDER BY b RANGE BETWEEN '1 day' PRECEDING AND CURRENT ROW);
SELECT a FROM t ORDER BY a USING > LIMIT 5;
SELECT interval '1' day, interval(3) '1', date '2020-01-01', float8 '1', timestamp with time zone 'now';
SELECT a IS JSON, b IS NOT JSON OBJECT WITH UNIQUE KEYS, c IS NORMALIZED, d IS NFC NORMALIZED FROM t;
SELECT json_arrayagg(a ORDER BY b), json_objectagg(a : b), JSON_QUERY(j, '$' WITH WRAPPER), JSON('{}');
SELECT * FROM JSON_TABLE(j, '$[*]' COLUMNS (id FOR ORDINALITY, a int PATH '$.a', NESTED PATH '$.b[*]' COLUMNS (c text))) AS x;
SELECT * FROM XMLTABLE('/a' PASSING x COLUMNS b int PATH 'b', n FOR ORDINALITY) AS y;
SELECT count(*) FROM t GROUP BY DISTINCT a, b;
SELECT a FROM t UNION DISTINCT SELECT b FROM u FOR UPDATE;
SELECT * FROM (VALUES (1)) x JOIN LATERAL f(x.a) AS y USING (a) AS z;
SELECT * FROM t JOIN u USING (a) AS j;
SELECT * FROM (SELECT 1);
WITH x (a) AS NOT MATERIALIZED (INSERT INTO t VALUES (1) RETURNING *), y AS (DELETE FROM u RETURNING a) SELECT * FROM x, y;
INSERT INTO t SELECT * FROM u ON CONFLICT (lower(a) COLLATE "C" text_ops) WHERE b DO UPDATE SET (a, b) = ROW (1, 2);
INSERT INTO t (a.b, c[1]) VALUES (1, 2) RETURNING old.a, new.b AS x;
DELETE FROM t * WHERE ctid = ANY (ARRAY(SELECT ctid FROM t LIMIT 10));
WITH s AS (SELECT 1) MERGE INTO t USING s ON true WHEN MATCHED THEN UPDATE SET a = DEFAULT RETURNING WITH (OLD AS o) o.a;
COPY t FROM PROGRAM 'x' (FORMAT binary);
COPY t TO STDOUT WITH (FORMAT csv, FORCE_QUOTE (a, b), DEFAULT 'x', HEADER match, REJECT_LIMIT 3);
LOCK TABLE t * IN ACCESS EXCLUSIVE MODE;
CLUSTER VERBOSE t USING i;
CLUSTER i ON t;
ANALYZE (VERBOSE false, BUFFER_USAGE_LIMIT 128) t;
VACUUM (PARALLEL 0, BUFFER_USAGE_LIMIT '256 kB', SKIP_DATABASE_STATS) t;
VACUUM ONLY t;
REINDEX (VERBOSE) DATABASE CONCURRENTLY;
TRUNCATE t *, ONLY u CASCADE;
CREATE TRIGGER t AFTER INSERT OR DELETE OR UPDATE OF a, b ON t REFERENCING OLD TABLE o NEW TABLE AS n FOR STATEMENT EXECUTE FUNCTION f(1, a, 'b');
CREATE TYPE t AS ();
CREATE TYPE t AS ENUM ();
CREATE TYPE t AS RANGE (SUBTYPE = timestamptz, SUBTYPE_OPCLASS = x, COLLATION = y, CANONICAL = z);
CREATE FUNCTION f(a int DEFAULT 1, OUT b int) RETURNS record LANGUAGE sql RETURN (SELECT 1);
CREATE FUNCTION f() RETURNS void LANGUAGE sql BEGIN ATOMIC END;
CREATE FUNCTION f() RETURNS TABLE (a int, b text) TRANSFORM FOR TYPE hstore LANGUAGE 'sql' AS $$ $$;
CREATE OR REPLACE PROCEDURE p(INOUT a int) AS $$ BEGIN COMMIT; END $$ LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'a', b;
CREATE AGGREGATE a (basetype = int, sfunc = f, stype = int);
CREATE CAST (int AS text) WITH FUNCTION f AS IMPLICIT;
CREATE OPERATOR FAMILY f USING btree;
CREATE POLICY p ON t AS PERMISSIVE FOR ALL TO CURRENT_ROLE, SESSION_USER USING ((SELECT true));
CREATE EVENT TRIGGER e ON login EXECUTE FUNCTION f();
CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (failover, origin = none);
GRANT ALL (a) ON t TO x;
GRANT SELECT ON t, u TO x GRANTED BY CURRENT_USER;
GRANT pg_read_all_data TO x;
REVOKE INHERIT OPTION FOR a FROM b;
REVOKE ALL PRIVILEGES (a, b) ON TABLE t FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR USER a IN SCHEMA b REVOKE ALL ON ROUTINES FROM c;
ALTER ROLE a IN DATABASE d RESET ALL;
ALTER ROLE a SET search_path TO a, b;
ALTER USER CURRENT_USER WITH ENCRYPTED PASSWORD 'x';
COMMENT ON INDEX i IS U&'\0041';
COMMENT ON SERVER s IS $$x$$;
COMMENT ON VIEW v IS 'a'
  'b';
COMMENT ON AGGREGATE a (*) IS 'x';
COMMENT ON FOREIGN TABLE f IS 'x';
COMMENT ON TABLESPACE t IS 'x';
SET datestyle = ISO, MDY;
SET LOCAL search_path = '';
SET TIME ZONE +3;
SET SESSION ROLE x;
SET TRANSACTION READ ONLY;
SHOW a.b;
RESET a.b;
PREPARE p AS MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE;
PREPARE p AS VALUES (1);
DECLARE c ASENSITIVE CURSOR FOR SELECT 1;
DECLARE c SCROLL CURSOR WITHOUT HOLD FOR VALUES (1);
FETCH c;
FETCH 3 c;
CALL f(VARIADIC ARRAY[1]);
DO 'BEGIN END' LANGUAGE 'plpgsql';
EXPLAIN (ANALYZE true, FORMAT yaml) DELETE FROM t;
EXPLAIN DECLARE c CURSOR FOR SELECT 1;
IMPORT FOREIGN SCHEMA a EXCEPT (b) FROM SERVER c INTO d;
REASSIGN OWNED BY CURRENT_ROLE TO SESSION_USER;
DROP TABLE IF EXISTS a, b RESTRICT;
DROP OPERATOR + (int, int) CASCADE;
DROP TYPE IF EXISTS a.b, c;
DROP DATABASE d;
ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR a REPLACE b WITH d;
ALTER TYPE t OWNER TO CURRENT_USER;
ALTER LARGE OBJECT 3 OWNER TO x;
ALTER SUBSCRIPTION s SET PUBLICATION a WITH (copy_data);
ALTER EXTENSION e ADD SCHEMA s;
ALTER STATISTICS s SET STATISTICS -1;
ALTER FOREIGN DATA WRAPPER w HANDLER h;
ALTER OPERATOR FAMILY f USING btree RENAME TO g;
CREATE SEQUENCE s AS int;
ALTER SEQUENCE s AS int8 RESTART;
GRANT SELECT, INSERT (a) ON app.t TO PUBLIC;
CREATE TABLE t ("user" text, value text, type text, name text, key text, data json, date date, time time, timestamp timestamp, year int, password text, status text, role text, action text, version int, comment text, content text, level int, "order" int, index int, position int, start int);
/* a comment */ CREATE /* and */ TABLE -- another
  t (a int);
