package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.COLUMN;
import static io.liftlock.core.schema.ObjectKind.COMPOSITE_TYPE;
import static io.liftlock.core.schema.ObjectKind.DOMAIN;
import static io.liftlock.core.schema.ObjectKind.ENUM;
import static io.liftlock.core.schema.ObjectKind.RANGE_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liftlock.core.schema.Property;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Test;

class TypeReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void enumsInTheirOrder() {
    scratch.execute(
        """
        CREATE TYPE mood AS ENUM ('sad', 'it''s "fine", {ok}', 'happy');
        ALTER TYPE mood ADD VALUE 'first' BEFORE 'sad';
        CREATE TYPE empty AS ENUM ();
        CREATE TABLE t (m mood, n mood[] DEFAULT '{sad}');
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.list(Property.VALUES, ENUM, "public", "mood"))
        .containsExactly("first", "sad", "it's \"fine\", {ok}", "happy");
    assertThat(read.list(Property.VALUES, ENUM, "public", "empty")).isEmpty();
    assertThat(read.uses(COLUMN, "public", "t", "m")).containsExactly("enum public.mood");
    assertThat(read.uses(COLUMN, "public", "t", "n")).containsExactly("enum public.mood");
  }

  @Test
  void domains() {
    scratch.execute(
        """
        CREATE DOMAIN code AS varchar(8) COLLATE "C" DEFAULT 'x' NOT NULL;
        CREATE DOMAIN finer AS code;
        CREATE TABLE t (c finer);
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.BASE_TYPE, DOMAIN, "public", "code"))
        .isEqualTo("character varying(8)");
    assertThat(read.text(Property.COLLATION, DOMAIN, "public", "code")).isEqualTo("\"C\"");
    assertThat(read.text(Property.DEFAULT, DOMAIN, "public", "code"))
        .isEqualTo("'x'::character varying");
    assertThat(read.get(DOMAIN, "public", "code").is(Property.NOT_NULL)).isTrue();
    assertThat(read.text(Property.COLLATION, DOMAIN, "public", "finer")).isEmpty();
    assertThat(read.uses(DOMAIN, "public", "finer")).containsExactly("domain public.code");
    assertThat(read.uses(COLUMN, "public", "t", "c")).containsExactly("domain public.finer");
  }

  @Test
  void compositeTypes() {
    scratch.execute(
        """
        CREATE TYPE mood AS ENUM ('a');
        CREATE TYPE pair AS (x int, "a b" text COLLATE "C", gone int, m mood);
        ALTER TYPE pair DROP ATTRIBUTE gone;
        CREATE TABLE rows_of (p pair);
        CREATE TYPE of_rows AS (r rows_of[]);
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(COMPOSITE_TYPE)).containsExactly("public.of_rows", "public.pair");
    assertThat(read.list(Property.ATTRIBUTES, COMPOSITE_TYPE, "public", "pair"))
        .containsExactly("x integer", "\"a b\" text COLLATE \"C\"", "m public.mood");
    assertThat(read.uses(COMPOSITE_TYPE, "public", "pair")).containsExactly("enum public.mood");
    assertThat(read.uses(COLUMN, "public", "rows_of", "p"))
        .containsExactly("composite-type public.pair");
    assertThat(read.uses(COMPOSITE_TYPE, "public", "of_rows"))
        .containsExactly("table public.rows_of");
  }

  @Test
  void rangesWithTheirMultiranges() {
    scratch.execute(
        """
        CREATE TYPE plain AS RANGE (subtype = int);
        CREATE FUNCTION apart(float8, float8) RETURNS float8 IMMUTABLE LANGUAGE sql
          AS 'SELECT $1 - $2';
        CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = apart,
          multirange_type_name = "many Spans");
        CREATE TYPE words AS RANGE (subtype = text, collation = "C",
          subtype_opclass = text_pattern_ops);
        CREATE TABLE t (s span, m "many Spans"[]);
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.DEFINITION, RANGE_TYPE, "public", "plain"))
        .isEqualTo("subtype = integer, multirange_type_name = public.plain_multirange");
    assertThat(read.text(Property.SUBTYPE, RANGE_TYPE, "public", "span"))
        .isEqualTo("double precision");
    assertThat(read.text(Property.DEFINITION, RANGE_TYPE, "public", "span"))
        .isEqualTo(
            "subtype = double precision, subtype_diff = public.apart,"
                + " multirange_type_name = public.\"many Spans\"");
    assertThat(read.text(Property.DEFINITION, RANGE_TYPE, "public", "words"))
        .isEqualTo(
            "subtype = text, subtype_opclass = pg_catalog.text_pattern_ops, collation = \"C\","
                + " multirange_type_name = public.words_multirange");
    assertThat(read.uses(COLUMN, "public", "t", "s")).containsExactly("range-type public.span");
    assertThat(read.uses(COLUMN, "public", "t", "m")).containsExactly("range-type public.span");
  }

  @Test
  void baseTypesAreTold() {
    scratch.execute("CREATE TYPE hollow");
    assertThat(Inspected.of(scratch).schema().notModelled())
        .extracting("kind", "name")
        .containsExactly(tuple("shell type", "public.hollow"));
  }
}
