INSERT INTO scalars (id) VALUES (1);
INSERT INTO scalars VALUES (
  2, true, 1, 2, 3, 1.5, 2.25, 10.50, 3.1400, 1.5, '$1,234.56', 'plain', 'v', 'ten', 'ab', 'x', 'y', 'a_name',
  '\x00ff10', '2026-11-20', '17:30:01.25', '17:30:01.25', '17:30:01+02', '2026-11-20 17:30:01.000001',
  '2026-11-20 17:30:01', '2026-11-20 17:30:01.5+01', '1 year 2 mons 3 days 04:05:06.789', '3 days 04:05:06.789',
  '7b0c0a53-6f0b-4b6f-9a49-1f1b8f6f7c11', '{"b": 1, "a" : [1.10, 1.1]}', '{"b": 1, "a": [1.10, 1.1]}',
  '$.a[*] ? (@ > 1)', '<a b="c">d</a>', b'10101010101', b'101', '10.0.0.1/24', '10.0.0.0/24', '08:00:2b:01:02:03',
  '08:00:2b:01:02:03:04:05', '(1,2)', '{1,2,3}', '[(1,2),(3,4)]', '((3,4),(1,2))', '[(1,2),(3,4)]',
  '((0,0),(1,1),(2,0))', '<(1,2),3>', 'a:1A fat:2B cat:3', 'fat & (rat | cat:A)', 17, '18', '19', '20', '(21,22)',
  '16/B374D848', '10:20:10,14,15', '1 2 3', '4 5 6', 'a cursor', 'tree', 'mood', 'now', 'lower(text)', '|/', '+(integer,integer)',
  'other', 'pg_monitor', 'english', 'simple', '"C"', 'pg_monitor=r/pg_monitor', 'calm', 5, 'abc', '{a,"b c"}', '(1,2,3.5)',
  '(7,Wild,"(1,2,3)","{x,""y z""}","2020-02-02 02:02:02+00",3)', '(8,calm,,{},,1)', 'a=>1, "b c"=>NULL', 'MiXed',
  'Top.Science.Astronomy');
-- The ends of what each type can hold.
INSERT INTO scalars (id, a_int2, a_int4, a_int8, a_float4, a_float8, a_numeric, a_numeric_typmod, a_money, a_text,
    a_varchar, a_bpchar, a_bytea, a_date, a_time, a_timetz, a_timestamp, a_timestamptz, an_interval, an_oid, an_xid, an_xid8,
    a_tags, a_jsonb, a_json, a_varbit, an_hstore, a_citext, a_tsvector, an_inet, a_name, a_pg_lsn, a_tid, an_ltree) VALUES
  (3, -32768, -2147483648, -9223372036854775808, '-Infinity', '-Infinity', '-Infinity', -9999999999999999.9999,
    '-92233720368547758.08', '', '', '', '', '4713-01-01 BC', '00:00', '00:00+15:59:59', '4713-01-01 00:00:00 BC',
    '4713-01-01 00:00:00+00 BC', '-178000000 years', 0, '0', '0', '{}', 'null', 'null', '', '', '', '', '::/0', '', '0/0',
    '(0,0)', ''),
  (4, 32767, 2147483647, 9223372036854775807, 'Infinity', 'Infinity', 'Infinity', 9999999999999999.9999,
    '92233720368547758.07', E'\b\f\n\r\t\v\\ \\N \\. ''"', E'\n', E'     ', '\x5c4e', '5874897-12-31', '24:00',
    '24:00-15:59:59', '294276-12-31 23:59:59.999999', '294276-12-31 23:59:59.999999+00', '178000000 years', 4294967295,
    '4294967295', '18446744073709551615', '{}', '"null"', '"\u0000x"', repeat('10', 500)::varbit,
    'NULL=>"NULL", ""=>""', 'ÄÖÜ', $$'it''s':1 ' ':2 '\\':3$$, 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    repeat('n', 63), 'FFFFFFFF/FFFFFFFF', '(4294967295,65535)', repeat('a', 255)::ltree),
  (5, 0, 0, 0, 'NaN', 'NaN', 'NaN', 'NaN', '0', 'NULL', '\N', 'a b', '\x', 'infinity', '23:59:59.999999', '12:00+00',
    'infinity', 'infinity', '1 day', 1, '1', '1', NULL, '[]', '[]', '1', NULL, 'null', NULL, '0.0.0.0', 'Ä', '0/1', '(1,1)', 'A');
UPDATE scalars SET a_tags = ARRAY[NULL, 'NULL', '', '{}', ',', '"', '\'] WHERE id = 4;
INSERT INTO scalars (id, a_float4, a_float8, a_numeric, a_date, a_timestamp, a_timestamptz, an_interval, a_text, a_jsonb, a_circle) VALUES
  (6, '-0', '-0', 0, '-infinity', '-infinity', '-infinity', '24 hours', 'Grüße, 漢字, 🙂, é', '{"": {"a": "\ud83d\ude42"}}', '<(-0,-0),0>'),
  (7, 1e-45, 5e-324, 0.00, '0001-01-01', '0001-01-01 00:00:00', '0001-01-01 00:00:00+00', '-1 mons +1 day -00:00:00.000001', ' ', '0', '<(NaN,1),1>'),
  (8, 3.4028235e38, 1.7976931348623157e308, -0.1000000000000000000000000, '0001-12-31 BC', '1999-12-31 23:59:59.999999', '1883-11-18 12:03:57+00', '1 mon', 'e' || chr(769), '1e400', NULL),
  (9, 1.17549435e-38, 2.2250738585072014e-308, ('1' || repeat('0', 130000))::numeric, '2000-02-29', '2000-01-01', '2000-01-01 00:00:00+00', '30 days', repeat(' ', 8), '1.000000000000000000000', NULL),
  (10, 0.1, 0.1, ('0.' || repeat('0', 16000) || '1')::numeric, '1582-10-10', '1582-10-10', '1582-10-10 00:00:00+00', '720 hours', E'line\r\nline\rline\n\\.\n', '{"a": 1, "aa": 2, "b": 3}', NULL),
  (11, 0.30000001192092896, 0.30000000000000004, repeat('1234567890', 1000)::numeric / 7, '1970-01-01', '1969-12-31 23:59:59.999999', '1969-12-31 23:59:59.999999+00', '0', E'\x01\x02\x7f', 'true', NULL);
INSERT INTO scalars (id, a_numeric, a_float8)
  SELECT 100 + g, (g * 7919 % 100003) / 3.0 * 10::numeric ^ (g % 60 - 30), (g * 7919 % 100003) / 100003.0::float8 * 10::float8 ^ (g % 600 - 300) FROM generate_series(1, 700) g;

INSERT INTO arrays (bools, ints, texts) VALUES (NULL, '{}', '{NULL}');
INSERT INTO arrays (bools, int2s, ints, int8s, floats, numerics, texts, varchars, bpchars, byteas, dates, timestamptzs,
    intervals, uuids, jsonbs, inets, points, boxes, bits, moods, positives, codes, deeps, ranges, own_ranges, multiranges,
    hstores, citexts, regclasses)
  VALUES ('{t,f,NULL}', '{-32768,32767}', '[-1:1]={1,2,3}', '{{1,2},{3,4}}', '{NaN,Infinity,-Infinity,-0,0.1}',
    '{1.0,1.00,NaN,1e-20}', E'{"", "NULL", NULL, "a,b", "{", "\\"", "\\\\", "x\\ny", " "}', '{a,"",b}', '{a,abc}',
    E'{"\\\\x","\\\\x00ff"}', '{infinity,"0044-03-15 BC"}', '{"2026-11-20 00:00:00+02",-infinity}', '{"1 mon","30 days"}',
    '{00000000-0000-0000-0000-000000000000}', E'{"{\\"a\\": [1]}",null}', '{10.0.0.1,::1}', '{"(1,2)","(3,4)"}',
    '{(3,4),(1,2);(7,8),(5,6)}', '{101,000}', '{first,later,"it''s odd"," leading"}', '{1,2}', '{abc,""}',
    ARRAY[ROW(1, 'calm', ROW(1, 2, 3.5), '{"a b",NULL}', '2020-01-01 00:00:00+00', 1)::deep, NULL, ROW(NULL, NULL, NULL, NULL, NULL, NULL)::deep],
    '{"[1,5)",empty,"(,)"}', '{"[0.5,1.5)"}', ARRAY['{[1,2),[5,)}'::int8multirange, '{}'],
    ARRAY['a=>1'::hstore, ''], '{Aa,aA}', '{tree,other.scalars}');
INSERT INTO arrays (ints, texts) VALUES ('[2:3][-1:0][5:5]={{{1},{2}},{{3},{4}}}', ARRAY[ARRAY['a', NULL], ARRAY['', 'd']]);
INSERT INTO arrays (ints) SELECT array_agg(g) FROM generate_series(1, 5000) g;

INSERT INTO ranges (an_int4) VALUES (NULL);
INSERT INTO ranges (an_int4, an_int8, a_num, a_ts, a_tstz, a_date, a_float, a_mood, m_int4, m_int8, m_num, m_ts, m_tstz, m_date, m_float) VALUES
  ('empty', 'empty', 'empty', 'empty', 'empty', 'empty', 'empty', 'empty', '{}', '{}', '{}', '{}', '{}', '{}', '{}'),
  ('(,)', '[1,9223372036854775807)', '(1.0,1.00]', '[-infinity,infinity]', '[2020-01-01 00:00:00+00,)', '[2020-01-01,2020-01-01]',
    '[-Infinity,NaN]', '[calm,later)', '{[1,2),[3,4),(,0)}', '{(,)}', '{[1.10,2.200]}', '{[2020-01-01,2020-01-02),[2021-01-01,)}',
    '{(,2020-01-01 00:00:00+00)}', '{[2020-01-01,2020-02-01),[2020-03-01,infinity)}', '{[0.1,0.2),(0.3,0.4]}');
-- (1.0,1.00] is empty by its values, and stays so.

INSERT INTO toasted
  SELECT g, repeat(md5(g::text), 20 * g), repeat('x', 9000 + g), decode(string_agg(md5((g * 1000 + i)::text), ''), 'hex'),
      repeat('m', 100 * g), jsonb_build_object('many', jsonb_agg(md5(i::text))), array_agg(i)
    FROM generate_series(1, 60) g, generate_series(1, 400) i GROUP BY g;
INSERT INTO toasted VALUES (0, NULL, '', '', NULL, NULL, NULL);
INSERT INTO toasted SELECT 61, repeat('A long one. ', 300000), NULL, NULL, NULL, NULL, NULL;

INSERT INTO key_uuid SELECT md5(g::text)::uuid, 'n' || g FROM generate_series(1, 3000) g;
INSERT INTO key_text SELECT md5(g::text), 'n' || g FROM generate_series(1, 3000) g;
INSERT INTO key_text VALUES ('', 'empty'), (' ', 'space'), ('it''s', 'quote'), ('Ä', 'umlaut'), (E'\\', 'backslash'), (E'\t', 'tab'), (E'a\nb', 'line');
INSERT INTO key_natural SELECT 'k ' || md5(g::text), 'n' || g FROM generate_series(1, 3000) g;
INSERT INTO key_natural VALUES ('', 'empty'), ('a', 'a'), ('A', 'A'), ('ä', 'ä'), ('Z', 'Z'), ('_', '_'), ('co-op', '-'), ('coop', '.');
INSERT INTO key_citext SELECT CASE g % 2 WHEN 0 THEN upper(md5(g::text)) ELSE md5(g::text) END, 'n' || g FROM generate_series(1, 1000) g;
INSERT INTO key_numeric SELECT g / 7.0, 'n' FROM generate_series(1, 1000) g;
INSERT INTO key_numeric VALUES ('NaN', 'NaN'), (-0.5, '-'), (1e50, 'large'), (1000.00, 'scale');
INSERT INTO key_float SELECT g / 7.0::float8, 'n' FROM generate_series(1, 1000) g;
INSERT INTO key_float VALUES ('NaN', 'NaN'), ('-Infinity', '-'), ('Infinity', '+'), ('-0', 'zero'), (5e-324, 'small');
INSERT INTO key_time SELECT '2020-01-01 00:00:00+00'::timestamptz + g * interval '7 hours 0.000001 seconds', 'n' FROM generate_series(1, 1000) g;
INSERT INTO key_time VALUES ('infinity', '+'), ('-infinity', '-'), ('0044-03-15 00:00:00+00 BC', 'ides');
INSERT INTO key_bytes SELECT decode(md5(g::text), 'hex'), 'n' FROM generate_series(1, 1000) g;
INSERT INTO key_bytes VALUES ('', 'none'), ('\x00', 'zero'), ('\x5c', 'backslash');
INSERT INTO key_mood SELECT m, 'n' FROM unnest(enum_range(NULL::mood)) m;
INSERT INTO key_composite SELECT 'b' || g % 7, g % 50, date '2020-01-01' + g, 'n' FROM generate_series(1, 3000) g;
INSERT INTO key_unique SELECT g * 3, 'n' FROM generate_series(1, 1000) g;
INSERT INTO key_unique_null SELECT nullif(g % 4, 0) * g, 'n' FROM generate_series(1, 400) g ON CONFLICT DO NOTHING;
INSERT INTO key_partial SELECT g % 11, 'n' FROM generate_series(1, 400) g;
INSERT INTO key_expression VALUES ('a', '1'), ('B', '2'), (NULL, '3'), (NULL, '3');
INSERT INTO key_including SELECT g, 'b' || g FROM generate_series(1, 400) g;
INSERT INTO key_descending SELECT g % 20, g / 20, 'n' FROM generate_series(1, 1000) g;
INSERT INTO key_deferrable SELECT g, 'n' FROM generate_series(1, 400) g;
INSERT INTO keyless SELECT g % 100, 'n' || g % 10, CASE WHEN g % 3 = 0 THEN 'calm'::mood END FROM generate_series(1, 3000) g;
INSERT INTO keyless VALUES (NULL, NULL, NULL), (NULL, NULL, NULL), (NULL, '', NULL);
INSERT INTO columnless DEFAULT VALUES;
INSERT INTO columnless DEFAULT VALUES;
INSERT INTO columnless DEFAULT VALUES;

INSERT INTO "Odd ""Näme""; --" SELECT g, 'a', 'b', '\', 'c', '%', '漢' FROM generate_series(1, 50) g;
INSERT INTO "User"."order" ("from", "to") VALUES ('here', 't'), (NULL, NULL), ('', '');
INSERT INTO other.scalars VALUES (1, 'another');
INSERT INTO other.moods VALUES (1, 'other', 'later'), (2, NULL, NULL);
INSERT INTO dropped_columns (a, id, b) SELECT g, g, 'b' FROM generate_series(1, 50) g;
INSERT INTO generated (id, a) SELECT g, g * 1000000 FROM generate_series(1, 500) g;
INSERT INTO generated (id, a, b) VALUES (0, NULL, 'ß');

INSERT INTO counted DEFAULT VALUES;
INSERT INTO counted DEFAULT VALUES;
INSERT INTO counted DEFAULT VALUES;
SELECT nextval('odd_steps'), nextval('odd_steps'), setval('small_one', 32767), setval('largest', 9223372036854775807, true);

INSERT INTO measured
  SELECT date '2019-06-01' + g % 1200, g / 1200, g / 3.0 FROM generate_series(1, 9000) g;
INSERT INTO hashed SELECT g * 7919, 'n' || g FROM generate_series(1, 3000) g;
INSERT INTO listed SELECT (ARRAY['calm', 'Wild', NULL]::mood[])[1 + g % 3], g FROM generate_series(1, 300) g;
INSERT INTO readings SELECT g, CASE WHEN g % 10 > 0 THEN date '2019-06-01' + g END, 0 FROM generate_series(1, 300) g;

INSERT INTO animals SELECT g, 'animal ' || g FROM generate_series(1, 100) g;
INSERT INTO birds SELECT g, 'bird ' || g FROM generate_series(1, 100) g;
INSERT INTO fish SELECT g, 'fish ' || g, g % 5 FROM generate_series(1, 100) g;
INSERT INTO flying_fish SELECT g, 'flying ' || g, 2, 3, g * interval '1 second' FROM generate_series(1, 100) g;

INSERT INTO tree SELECT g, nullif(g / 2, 0), 'node ' || g FROM generate_series(1, 1000) g;
BEGIN;
SET CONSTRAINTS ALL DEFERRED;
INSERT INTO hens SELECT g, 301 - g FROM generate_series(1, 300) g;
INSERT INTO eggs SELECT g, g FROM generate_series(1, 300) g;
COMMIT;
INSERT INTO full_match SELECT g, a, b, c FROM (SELECT row_number() OVER (ORDER BY a, b, c) AS g, * FROM key_composite) k;
INSERT INTO full_match VALUES (0, NULL, NULL, NULL);
-- One of them is an orphan, which only a key that is not validated bears.
ALTER TABLE not_validated DROP CONSTRAINT not_validated_tree;
INSERT INTO not_validated VALUES (1, 1), (2, 99999), (3, NULL);
ALTER TABLE not_validated ADD CONSTRAINT not_validated_tree FOREIGN KEY (tree_id) REFERENCES tree NOT VALID;
INSERT INTO booked SELECT 1, tsrange(timestamp '2020-01-01' + g * interval '1 day', timestamp '2020-01-02' + g * interval '1 day') FROM generate_series(1, 200) g;

INSERT INTO triggered SELECT g, 'n' FROM generate_series(1, 20) g;
INSERT INTO ruled SELECT g, 'n' FROM generate_series(1, 20) g;
UPDATE ruled SET note = 'm' WHERE id = 3;
INSERT INTO guarded SELECT g, 'nobody' FROM generate_series(1, 20) g;
INSERT INTO unlogged SELECT g, 'n' FROM generate_series(1, 20) g;
REFRESH MATERIALIZED VIEW totals;
REFRESH MATERIALIZED VIEW totals_of_totals;

SELECT lo_from_bytea(1000001, '\x00ff'), lo_from_bytea(1000002, ''), lo_from_bytea(0, decode(repeat('00c3ff', 200000), 'hex')), lo_create(1000004);
