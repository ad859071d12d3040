-- a byte-order mark and CRLF
select 1 as first;
select 'line one
line two;',
  $$a
b;$$;
/* block;
 */ select 2;
create table crlf (a text);
copy crlf from stdin;
data; one
\.
select 3 -- last;
