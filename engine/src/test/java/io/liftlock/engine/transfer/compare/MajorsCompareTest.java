package io.liftlock.engine.transfer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftlock.core.report.RowComparison;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every major hashes alike: no difference that is none, and the one that is. */
@Tag("majors")
class MajorsCompareTest {

  private static final String TYPES =
      """
      CREATE EXTENSION hstore; CREATE EXTENSION citext;
      CREATE TYPE mood AS ENUM ('happy', 'sad');
      CREATE TYPE whole AS (n int, t text);
      CREATE DOMAIN small AS numeric CHECK (VALUE < 10);
      CREATE TABLE t (id bigint PRIMARY KEY, i2 smallint, i4 int, f4 real, f8 float8, n numeric,
        m money, x text, vc varchar(20), c char(6), ct citext, b boolean, by bytea, d date, ti time,
        tz timetz, ts timestamp, tsz timestamptz, iv interval, u uuid, ne inet, ci cidr,
        ma macaddr, m8 macaddr8, js json, jb jsonb, xm xml, bi bit(4), vb varbit, p point, l line,
        po polygon, cc circle, tv tsvector, tq tsquery, ia int[], ta text[], ir int4range,
        tr tstzrange, mr int4multirange, mo mood, w whole, s small, h hstore, na name, o oid,
        rc regclass, ls pg_lsn, ch "char", jp jsonpath);
      INSERT INTO t SELECT i, i, i * 1000, i / 7.0, exp(i), i * 1.10, i::numeric::money, 'x' || i,
        'v', 'c', 'C', i % 2 = 0, decode(md5(i::text), 'hex'), '2026-01-01'::date + i, '12:00:01.5',
        '12:00+02', '2026-01-01 10:00:00.123456', '2026-01-01 10:00:00+05:30',
        '1 year 2 mons 3 days 04:05:06.7', md5(i::text)::uuid, '10.1.2.3/24', '10.0.0.0/8',
        '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', '{"a":  1}', '{"b": 1.50, "a": null}',
        '<a>1</a>', '1010', '101', '(1.5,2)', '{1,2,3}', '((0,0),(1,1),(2,0))', '<(0,0),1.5>',
        'a:1 b:2', 'a & b', '{1,NULL,3}', '{"a b",NULL}', '[1,5)', '[2026-01-01,2026-02-01)',
        '{[1,2),[5,9)}', 'sad', '(1,x)', 1.50, 'a=>1', 'nam', 7, 'pg_catalog.pg_class', '0/16B3748',
        'q', '$.a[*]'
        FROM generate_series(-3, 40) i;
      INSERT INTO t (id, f4, f8, n) VALUES (100, 'NaN', '-Infinity', 'NaN'), (101, '-0', '-0', 0.000);
      """;

  @ParameterizedTest
  @CsvSource({"14, 18", "15, 18", "16, 18", "17, 18", "14, 15"})
  void majorsAgree(int one, int other) {
    ScratchDatabase a = ScratchServer.of(one).freshDatabase();
    ScratchDatabase b = ScratchServer.of(other).freshDatabase();
    a.execute(TYPES);
    b.execute(TYPES);
    for (CompareOptions options :
        List.of(CompareOptions.DEFAULTS, CompareOptions.DEFAULTS.withCertificate())) {
      RowComparison comparison = TwoDatabases.compare(a.url(), b.url(), options);
      assertEquals(List.of(), TwoDatabases.said(comparison));
      assertEquals(options.certificate() ? HashKind.TEXT : HashKind.RECORD, comparison.hash());
    }
    b.execute("UPDATE t SET n = n::numeric(20,4) WHERE id = 9");
    assertEquals(
        List.of("t different", "t.n [9] value: 9.90 | 9.9000"),
        TwoDatabases.said(TwoDatabases.compare(a.url(), b.url(), CompareOptions.DEFAULTS)));
  }
}
