create table t (id int, name text, begin_at text, "begin" int);
create table log (id int, what text);
create function body_one(a int) returns int language sql begin atomic select a; select a + 1; end;
CREATE OR REPLACE FUNCTION body_two(a int, b int DEFAULT 1)
RETURNS int
LANGUAGE SQL
BEGIN ATOMIC
  -- a comment; in the body
  SELECT CASE WHEN a > 1 THEN CASE b WHEN 1 THEN 2 ELSE 3 END ELSE 4 END;
  INSERT INTO log VALUES (a, 'x; END; y');
  SELECT (SELECT CASE WHEN true THEN 5 END);
END;
create procedure body_three(n int)
begin atomic
  insert into log values (n, 'one');
  update log set what = case when id > 1 then 'two;' else 'three' end;
end;
select 1 as behind_bodies;
create function my_atomic_function(int) returns int language sql as 'select 1;';
select 2 as behind_a_function_named_atomic;
create function atomic_end() returns text as $$ select 'begin; end;'::text; $$ language sql;
create function with_plpgsql() returns void language plpgsql as $body$
begin
  perform 1;
  if true then perform 2; end if;
exception when others then null;
end;
$body$;
begin; select 3 as in_a_transaction; end;
begin transaction; insert into t("begin") select case when true then 1 end; commit;
select case when true then 1 end as "end"; select 4;
create rule r1 as on insert to t do also (insert into log values (new.id, 'a;b'); delete from log where id < 0);
create rule r2 as on delete to t do also insert into log values (old.id, 'x'); select 5;
create rule r3 as on update to t do instead (select 1; select 2;; select (3););
select (1;2); select 6 as behind_parens;
do $$ begin perform 1; end; $$; do 'begin perform 2; end;'; do language plpgsql E'begin perform 3; perform \';\'; end';
create table create_function_or_procedure (a int); select 7;
create view v as select 1 as a; create or replace view v as select 2 as a; select 8;
create trigger tr before insert on t for each row execute function with_plpgsql(); select 9;
set standard_conforming_strings = off;
set escape_string_warning = off;
select 'backslash \'; escapes now', n'too \'; it does', '\\';
select 'first \'
'
'second \'; part';
select E'still \'; ', b'1';
set standard_conforming_strings to 'on';
select 'ordinary again \'; select 10;
set session standard_conforming_strings = false;
select 'escaped \'; again';
reset standard_conforming_strings;
select 'reset \'; select 11;
