create table c (a text, b text);
copy c from stdin;
one	it's; \\ $$ /* --
\N	\N
\.
select 1 as behind_copy;
COPY c (a, b) FROM STDIN WITH (FORMAT csv); -- a comment behind; it
"quoted;
\.x",b
\.
select 2; copy pg_temp.nowhere to stdout; select 3;
copy (select 1 as stdin) to stdout;
copy c from stdin with csv;
\.
select 4 as behind_empty_copy;
copy c(a) from stdin;
über; größer
select 5;
\.

-- between
copy c from stdin;
last	block
without an end