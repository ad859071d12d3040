-- leading comment; with a semicolon and a ' quote
/* leading block; /* nested '; */ still inside; */
select 'plain; string', 'it''s; quoted', '\' as backslash_is_ordinary;
select E'escaped \'; quote', e'two''; more \\', E'\\';
select 'plain'
'continued \';
select B'1010', b'01;'::text, X'1F', x'ab;c'::text, N'national; one', n'it''s;';
select U&'d\0061t\+000061;', u&'it''s;', U&"id;ent\0061" from (select 1 as "id;enta") q;
select "quo""ted;" from (select 1 as "quo""ted;") q;
select 1 as "name with
a new line; and ""quotes""";
select $$dollar; 'quoted' $notatag -- no comment /* $$, $tag$ inner $$ ; $other$ ; $tag$;
select $été$non-ascii; $ete$ tag$été$, $_a1$x;$_a1$, $A$ $a$ ; $A$;
select $a$ $b$a$; select 2 as after_dollar;
create function pg_temp.a$b$(a int) returns int language sql as 'select $1; ';
select pg_temp.a$b$(1);select pg_temp.a$b$(2); -- $b$ is no quote here
prepare p(int, int) as select $1+$2, $1;
execute p(1, 2);deallocate p;
select 1-- comment glued to a number; it is
+2;
select 1/* comment; */+/* another ; /* nested ; */ ; */2;
select 4 - -2, 3 --2; not code
 ;
select 5 /2, 6*/* x; */7, 1 <-1, @-3, 2 ^ - 1;
select '{"a;b": 1}'::jsonb ? 'a;b', '{"a":1}'::jsonb @> '{"a":1}', array[1;
select 2]::int[] is null;
select 1.5e10, .5, 1., 1e-3, 0.5e+3, 42::text;select 7 as glued;
select 'unicode ü; ß €; 😀' as "Größe;", 'a' as größe;
select '' , '''' , ''';' , '''''';
select ';' ; select "?;column" from (select 1 as "?;column") x ; ;; ; select 3
;
select /* a */ -- b;
  1 -- last;
;
select 'no final semicolon'
