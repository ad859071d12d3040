package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.AllTypes;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A difference of every kind, planted into one of two equal databases, is found and named by table,
 * key and column; and nothing else is. The smallest are those that a server itself calls equal.
 */
class PlantedDifferenceTest {

  /** What is done to B, and what is to be said of it: table, then the line below it. */
  private static final String[][] PLANTED = {
    // Rows.
    {
      "DELETE FROM key_composite WHERE (a, b, c) = (7, 'b0', '2020-01-08')",
      "public.key_composite",
      "only in A key 7, b0, 2020-01-08"
    },
    {"INSERT INTO key_text VALUES ('new', 'n')", "public.key_text", "only in B key new"},
    {
      "INSERT INTO keyless SELECT * FROM keyless WHERE a IS NULL AND b = ''",
      "public.keyless",
      "only in B a row without a key"
    },
    {
      "DELETE FROM columnless WHERE ctid = (SELECT min(ctid) FROM columnless)",
      "public.columnless",
      "only in A a row without a key"
    },
    {
      "UPDATE key_uuid SET id = '00000000-0000-0000-0000-000000000001' WHERE note = 'n7'",
      "public.key_uuid",
      "only in A key 8f14e45f-ceea-167a-5a36-dedd4bea2543"
    },
    {null, "public.key_uuid", "only in B key 00000000-0000-0000-0000-000000000001"},
    // A pair of values is swapped: between two rows, and within one.
    {
      "UPDATE key_natural SET note = CASE note WHEN 'n5' THEN 'n6' ELSE 'n5' END WHERE note IN"
          + " ('n5', 'n6')",
      "public.key_natural",
      "another value key k 1679091c5a880faf6fb5e6087eb1b2dc column note"
    },
    {
      null, "public.key_natural", "another value key k e4da3b7fbbce2345d7772b0674a318d5 column note"
    },
    {
      "UPDATE \"Odd \"\"Näme\"\"; --\" SET \"Mixed Case\" = \"quote\"\"d\", \"quote\"\"d\" ="
          + " \"Mixed Case\" WHERE \"select\" = 7",
      "public.\"Odd \"\"Näme\"\"; --\"",
      "another value key 7 column Mixed Case"
    },
    {null, "public.\"Odd \"\"Näme\"\"; --\"", "another value key 7 column quote\"d"},
    {
      "UPDATE hens SET egg_id = CASE id WHEN 10 THEN 290 ELSE 291 END WHERE id IN (10, 11)",
      "public.hens",
      "another value key 10 column egg_id"
    },
    {null, "public.hens", "another value key 11 column egg_id"},
    // Values.
    {
      "UPDATE scalars SET a_numeric = 10.500 WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_numeric"
    },
    {
      "UPDATE scalars SET a_float8 = '0' WHERE id = 6",
      "public.scalars",
      "another value key 6 column a_float8"
    },
    {
      "UPDATE scalars SET a_float4 = '0' WHERE id = 6",
      "public.scalars",
      "another value key 6 column a_float4"
    },
    {
      "UPDATE scalars SET an_interval = '1 day' WHERE id = 6",
      "public.scalars",
      "another value key 6 column an_interval"
    },
    {
      "UPDATE scalars SET a_jsonb = '{\"b\": 1, \"a\": [1.1, 1.1]}' WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_jsonb"
    },
    {
      "UPDATE scalars SET a_json = '{\"b\": 1, \"a\": [1.10, 1.1]}' WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_json"
    },
    {
      "UPDATE scalars SET a_mood = 'first' WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_mood"
    },
    {
      "UPDATE scalars SET a_citext = 'mixed' WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_citext"
    },
    {
      "UPDATE scalars SET an_hstore = 'a=>1, \"b c\"=>\"NULL\"' WHERE id = 2",
      "public.scalars",
      "another value key 2 column an_hstore"
    },
    {
      "UPDATE scalars SET a_text = 'plain ' WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_text"
    },
    {
      "UPDATE scalars SET a_varchar = '' WHERE id = 1",
      "public.scalars",
      "another value key 1 column a_varchar"
    },
    {
      "UPDATE scalars SET a_bytea = NULL WHERE id = 3",
      "public.scalars",
      "another value key 3 column a_bytea"
    },
    {
      "UPDATE scalars SET a_bool = false WHERE id = 1",
      "public.scalars",
      "another value key 1 column a_bool"
    },
    {
      "UPDATE scalars SET a_timestamptz = a_timestamptz + interval '1 microsecond' WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_timestamptz"
    },
    {
      "UPDATE scalars SET a_timetz = '16:30:01+01' WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_timetz"
    },
    {
      "UPDATE scalars SET a_varbit = '1010' WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_varbit"
    },
    {
      "UPDATE scalars SET a_deep.mood = 'calm' WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_deep"
    },
    {
      "UPDATE scalars SET a_point = '(1,-0)' WHERE id = 2",
      "public.scalars",
      "another value key 2 column a_point"
    },
    {
      "UPDATE scalars SET a_text = 'é' WHERE id = 8",
      "public.scalars",
      "another value key 8 column a_text"
    },
    {
      "UPDATE scalars SET an_xml = '<a b=\"c\">d</a> ' WHERE id = 2",
      "public.scalars",
      "another value key 2 column an_xml"
    },
    {
      "UPDATE arrays SET ints = '{1,2,3}' WHERE ints = '[-1:1]={1,2,3}'",
      "public.arrays",
      "another value key 2 column ints"
    },
    {
      "UPDATE arrays SET texts = '{NULL,NULL}' WHERE id = 2",
      "public.arrays",
      "another value key 2 column texts"
    },
    {
      "UPDATE arrays SET moods = '{first,later,\"it''s odd\",calm}' WHERE id = 2",
      "public.arrays",
      "another value key 2 column moods"
    },
    {
      "UPDATE ranges SET a_num = '(1.0,1.000001]' WHERE a_num = 'empty' AND an_int4 = '(,)'",
      "public.ranges",
      "another value key 986 column a_num"
    },
    {
      "UPDATE ranges SET m_num = '{[1.1,2.200]}' WHERE an_int4 = '(,)'",
      "public.ranges",
      "another value key 986 column m_num"
    },
    {
      "UPDATE toasted SET compressed = left(compressed, -1) || '!' WHERE id = 61",
      "public.toasted",
      "another value key 61 column compressed"
    },
    {
      "UPDATE toasted SET random_out = set_byte(random_out, 6000, 0) WHERE id = 5",
      "public.toasted",
      "another value key 5 column random_out"
    },
    // Where rows lie in other tables than those that hold the key.
    {
      "UPDATE ONLY animals SET name = 'another' WHERE id = 3",
      "public.animals",
      "another value key 3 column name"
    },
    {
      "UPDATE ONLY flying_fish SET fins = 4 WHERE id = 3",
      "public.flying_fish",
      "only in A a row without a key"
    },
    {null, "public.flying_fish", "only in B a row without a key"},
    {
      "UPDATE measured SET value = value + 1e-9 WHERE (at, place) = ('2021-05-05', 3)",
      "public.measured",
      "another value key 2021-05-05, 3 column value"
    },
    {
      "UPDATE widest SET c1599 = 1 WHERE c0 = 20",
      "public.widest",
      "another value key 20 column c1599"
    },
  };

  @TempDir Path folder;

  @Test
  void eachIsFoundNamedAndMended() throws IOException {
    ScratchServer server = ScratchServer.get();
    ScratchDatabase a = AllTypes.filled(server);
    ScratchDatabase b = server.copyOf(a);
    // What a session is told to print must not matter.
    for (String setting :
        List.of(
            "timezone = 'Asia/Kolkata'",
            "datestyle = 'German, DMY'",
            "intervalstyle = 'iso_8601'",
            "extra_float_digits = -5",
            "bytea_output = 'escape'",
            "xmlbinary = 'hex'",
            "search_path = other, public")) {
      server.execute("ALTER DATABASE " + b.name() + " SET " + setting);
    }
    Command.Answer equal = compare(a, b);
    assertThat(equal.exit()).as(equal.output()).isZero();

    List<String> expected = new ArrayList<>();
    for (String[] planted : PLANTED) {
      if (planted[0] != null) {
        b.execute(
            "SET search_path = public; SET session_replication_role = replica; " + planted[0]);
      }
      expected.add(planted[1] + ": " + planted[2]);
    }
    Command.Answer different = compare(a, b, "--limit", "100", "--repair-sql", "repair.sql");
    assertThat(different.exit()).as(different.output()).isEqualTo(1);
    assertThat(found(different.output()))
        .as(different.output())
        .containsExactlyInAnyOrderElementsOf(expected);

    b.execute(
        "SET session_replication_role = replica; "
            + Files.readString(folder.resolve("repair.sql")));
    Command.Answer repaired = compare(a, b);
    assertThat(repaired.exit()).as(repaired.output()).isZero();
    Copying.assertSameRows(b, a);
  }

  private Command.Answer compare(ScratchDatabase a, ScratchDatabase b, String... more) {
    List<String> arguments = new ArrayList<>();
    Collections.addAll(arguments, "compare", a.urlText(), b.urlText(), "--quiet", "--no-color");
    Collections.addAll(arguments, more);
    return new Command(folder).run(arguments.toArray(String[]::new));
  }

  /** What stands below each table's name. */
  private static List<String> found(String output) {
    List<String> found = new ArrayList<>();
    String table = "";
    for (String line : output.split("\n")) {
      if (Stream.of("  only in A", "  only in B", "  another value").anyMatch(line::startsWith)) {
        found.add(table + ": " + line.strip().replaceAll(" {2,}", " "));
      } else if (!line.startsWith(" ")) {
        table = line.strip();
      }
    }
    return found;
  }
}
