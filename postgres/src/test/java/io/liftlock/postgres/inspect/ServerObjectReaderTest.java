package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.COLLATION;
import static io.liftlock.core.schema.ObjectKind.EXTENSION;
import static io.liftlock.core.schema.ObjectKind.FOREIGN_DATA_WRAPPER;
import static io.liftlock.core.schema.ObjectKind.FOREIGN_SERVER;
import static io.liftlock.core.schema.ObjectKind.FOREIGN_TABLE;
import static io.liftlock.core.schema.ObjectKind.FUNCTION;
import static io.liftlock.core.schema.ObjectKind.PUBLICATION;
import static io.liftlock.core.schema.ObjectKind.SCHEMA;
import static io.liftlock.core.schema.ObjectKind.STATISTICS;
import static io.liftlock.core.schema.ObjectKind.TEXT_SEARCH_CONFIGURATION;
import static io.liftlock.core.schema.ObjectKind.TEXT_SEARCH_DICTIONARY;
import static io.liftlock.core.schema.ObjectKind.TEXT_SEARCH_PARSER;
import static io.liftlock.core.schema.ObjectKind.TEXT_SEARCH_TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.Property;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Test;

/** Extensions, statistics, publications, foreign servers, collations and text search. */
class ServerObjectReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void anExtensionIsOneObjectWhateverItBrings() {
    scratch.execute(
        """
        CREATE SCHEMA "Ext";
        CREATE EXTENSION hstore SCHEMA "Ext";
        CREATE EXTENSION citext VERSION '1.5' SCHEMA "Ext";
        CREATE EXTENSION postgres_fdw;
        COMMENT ON EXTENSION postgres_fdw IS 'mine';
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(EXTENSION)).containsExactly("citext", "hstore", "postgres_fdw");
    assertThat(read.schema().objects().keySet())
        .allMatch(id -> id.kind() == EXTENSION || id.kind() == SCHEMA);
    assertThat(read.text(Property.SCHEMA, EXTENSION, "hstore")).isEqualTo("Ext");
    assertThat(read.text(Property.VERSION, EXTENSION, "citext")).isEqualTo("1.5");
    assertThat(read.text(Property.COMMENT, EXTENSION, "hstore")).isEmpty();
    assertThat(read.text(Property.COMMENT, EXTENSION, "postgres_fdw")).isEqualTo("mine");
    assertThat(read.schema().notModelled()).isEmpty();
  }

  @Test
  void aFunctionThatUsesAnExtensionIsPeoples() {
    scratch.execute(
        """
        CREATE EXTENSION citext;
        CREATE FUNCTION f(citext) RETURNS int LANGUAGE sql AS 'SELECT 1';
        """);
    assertThat(Inspected.of(scratch).names(FUNCTION)).containsExactly("public.f(public.citext)");
  }

  @Test
  void statistics() {
    scratch.execute(
        """
        CREATE TABLE t (a int, b int);
        CREATE SCHEMA s;
        CREATE STATISTICS s."St 1" (ndistinct, mcv) ON a, b FROM t;
        CREATE STATISTICS ON (a + b), b FROM t;
        ALTER STATISTICS s."St 1" SET STATISTICS 77;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.DEFINITION, STATISTICS, "s", "St 1"))
        .isEqualTo("CREATE STATISTICS s.\"St 1\" (ndistinct, mcv) ON a, b FROM public.t");
    assertThat(read.text(Property.STATISTICS_TARGET, STATISTICS, "s", "St 1")).isEqualTo("77");
    assertThat(read.names(STATISTICS)).containsExactly("public.t_expr_b_stat", "s.\"St 1\"");
    assertThat(read.text(Property.STATISTICS_TARGET, STATISTICS, "public", "t_expr_b_stat"))
        .isEmpty();
  }

  @Test
  void publications() {
    scratch.execute(
        """
        CREATE TABLE t (a int PRIMARY KEY, "B b" int);
        CREATE TABLE u (a int);
        CREATE SCHEMA "S s";
        CREATE PUBLICATION everything FOR ALL TABLES;
        CREATE PUBLICATION partial FOR TABLE u
          WITH (publish = 'delete, insert', publish_via_partition_root);
        CREATE PUBLICATION nothing WITH (publish = '');
        CREATE PUBLICATION fine FOR TABLE t (a, "B b") WHERE (a > 1);
        CREATE PUBLICATION schemas FOR TABLES IN SCHEMA "S s", public;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.list(Property.TABLES, PUBLICATION, "everything")).containsExactly("ALL TABLES");
    assertThat(read.list(Property.OPERATIONS, PUBLICATION, "everything")).isEmpty();
    assertThat(read.list(Property.TABLES, PUBLICATION, "partial")).containsExactly("public.u");
    assertThat(read.list(Property.OPERATIONS, PUBLICATION, "partial"))
        .containsExactly("insert", "delete");
    assertThat(read.list(Property.OPTIONS, PUBLICATION, "partial"))
        .containsExactly("publish_via_partition_root=true");
    assertThat(read.list(Property.OPERATIONS, PUBLICATION, "nothing")).containsExactly("none");
    assertThat(read.list(Property.TABLES, PUBLICATION, "fine"))
        .containsExactly("public.t (\"B b\", a) WHERE ((a > 1))");
    assertThat(read.list(Property.SCHEMAS, PUBLICATION, "schemas"))
        .containsExactly("S s", "public");
  }

  @Test
  void foreignServers() {
    scratch.execute(
        """
        CREATE EXTENSION file_fdw;
        CREATE FOREIGN DATA WRAPPER bare OPTIONS (debug 'true');
        CREATE FOREIGN DATA WRAPPER full_one HANDLER file_fdw_handler VALIDATOR file_fdw_validator;
        CREATE SERVER "My Server" TYPE 'a''b' VERSION '1.2' FOREIGN DATA WRAPPER bare
          OPTIONS (host 'db\\1', "Odd name" 'x y');
        CREATE FOREIGN TABLE ft (a int OPTIONS (k 'v')) SERVER "My Server" OPTIONS (path '/x');
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.list(Property.OPTIONS, FOREIGN_DATA_WRAPPER, "bare"))
        .containsExactly("debug 'true'");
    assertThat(read.text(Property.HANDLER, FOREIGN_DATA_WRAPPER, "full_one"))
        .isEqualTo("public.file_fdw_handler");
    assertThat(read.text(Property.VALIDATOR, FOREIGN_DATA_WRAPPER, "full_one"))
        .isEqualTo("public.file_fdw_validator");
    assertThat(read.text(Property.WRAPPER, FOREIGN_SERVER, "My Server")).isEqualTo("bare");
    assertThat(read.text(Property.TYPE, FOREIGN_SERVER, "My Server")).isEqualTo("a'b");
    assertThat(read.text(Property.VERSION, FOREIGN_SERVER, "My Server")).isEqualTo("1.2");
    assertThat(read.list(Property.OPTIONS, FOREIGN_SERVER, "My Server"))
        .containsExactly("\"Odd name\" 'x y'", "host E'db\\\\1'");
    assertThat(read.text(Property.SERVER, FOREIGN_TABLE, "public", "ft")).isEqualTo("My Server");
    assertThat(read.list(Property.OPTIONS, FOREIGN_TABLE, "public", "ft"))
        .containsExactly("path '/x'");
  }

  @Test
  void collations() {
    scratch.execute(
        """
        CREATE COLLATION german (provider = icu, locale = 'de-DE', deterministic = false);
        CREATE COLLATION "C 2" (provider = libc, locale = 'C');
        CREATE COLLATION mixed (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.PROVIDER, COLLATION, "public", "german")).isEqualTo("icu");
    assertThat(read.list(Property.LOCALE, COLLATION, "public", "german")).containsExactly("de-DE");
    assertThat(read.text(Property.DETERMINISTIC, COLLATION, "public", "german")).isEqualTo("false");
    assertThat(read.text(Property.PROVIDER, COLLATION, "public", "C 2")).isEqualTo("libc");
    assertThat(read.list(Property.LOCALE, COLLATION, "public", "C 2")).containsExactly("C");
    assertThat(read.get(COLLATION, "public", "C 2").text(Property.DETERMINISTIC)).isEmpty();
    assertThat(read.list(Property.LOCALE, COLLATION, "public", "mixed"))
        .containsExactly("C", "POSIX");
  }

  @Test
  void textSearch() {
    scratch.execute(
        """
        CREATE TEXT SEARCH PARSER "My Parser" (START = prsd_start, GETTOKEN = prsd_nexttoken,
          END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
        CREATE TEXT SEARCH TEMPLATE tmpl (INIT = dsimple_init, LEXIZE = dsimple_lexize);
        CREATE TEXT SEARCH DICTIONARY "D d" (TEMPLATE = tmpl, stopwords = 'english', accept = false);
        CREATE TEXT SEARCH CONFIGURATION cfg (PARSER = "My Parser");
        ALTER TEXT SEARCH CONFIGURATION cfg ADD MAPPING FOR word, asciiword WITH "D d", simple;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.DEFINITION, TEXT_SEARCH_PARSER, "public", "My Parser"))
        .isEqualTo(
            "START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,"
                + " LEXTYPES = prsd_lextype, HEADLINE = prsd_headline");
    assertThat(read.text(Property.DEFINITION, TEXT_SEARCH_TEMPLATE, "public", "tmpl"))
        .isEqualTo("INIT = dsimple_init, LEXIZE = dsimple_lexize");
    assertThat(read.text(Property.TEMPLATE, TEXT_SEARCH_DICTIONARY, "public", "D d"))
        .isEqualTo("public.tmpl");
    assertThat(read.text(Property.OPTIONS, TEXT_SEARCH_DICTIONARY, "public", "D d"))
        .isEqualTo("stopwords = 'english', accept = 'false'");
    assertThat(read.text(Property.PARSER, TEXT_SEARCH_CONFIGURATION, "public", "cfg"))
        .isEqualTo("public.\"My Parser\"");
    assertThat(read.list(Property.MAPPINGS, TEXT_SEARCH_CONFIGURATION, "public", "cfg"))
        .containsExactly(
            "asciiword: public.\"D d\", pg_catalog.simple",
            "word: public.\"D d\", pg_catalog.simple");
  }
}
