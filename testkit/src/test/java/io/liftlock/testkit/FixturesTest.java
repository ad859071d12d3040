package io.liftlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fixtures that copies are proven on hold what they promise. */
class FixturesTest {

  @Test
  void everyBuiltInTypeThatHasValuesIsThere() {
    ScratchDatabase database = AllTypes.filled(ScratchServer.get());
    assertThat(
            database.value(
                """
                SELECT string_agg(t.typname, ', ' ORDER BY t.typname)
                  FROM pg_type t
                 WHERE t.typnamespace = 'pg_catalog'::regnamespace
                   AND t.typtype IN ('b', 'r', 'm')
                   AND t.typcategory <> 'A'
                   -- These are filled by the server alone.
                   AND t.typname NOT IN ('gtsvector', 'pg_brin_bloom_summary',
                       'pg_brin_minmax_multi_summary', 'pg_dependencies', 'pg_mcv_list',
                       'pg_ndistinct', 'pg_node_tree', 'txid_snapshot')
                   AND NOT EXISTS (
                     SELECT FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                      WHERE a.atttypid = t.oid AND c.relnamespace = 'public'::regnamespace)
                """))
        .isNull();
    assertThat(
            database.value(
                "SELECT string_agg(k, ', ') FROM scalars s, jsonb_object_keys(to_jsonb(s)) k"
                    + " WHERE s.id = 2 AND to_jsonb(s) -> k = 'null'"))
        .as("columns that nobody filled")
        .isNull();
  }

  @Test
  void aPlainRoleThatOwnsTheDatabaseCanHaveAllOfIt() throws SQLException {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    try (Connection connection = database.connect(database.createOwner())) {
      AllTypes.schema(connection);
      AllTypes.rows(connection);
    }
    assertThat(RowText.of(database))
        .containsOnlyKeys(RowText.of(AllTypes.empty(ScratchServer.get())).keySet());
  }

  @Test
  void filledTwiceTheRowsAreTheSame() {
    Map<String, List<String>> once = RowText.of(TwentyTables.filled(ScratchServer.get(), 50));
    assertThat(RowText.of(TwentyTables.filled(ScratchServer.get(), 50))).isEqualTo(once);
    assertThat(once.get("public.t7")).hasSize(50);
    assertThat(RowText.of(TwentyTables.empty(ScratchServer.get())).get("public.t7"))
        .isEqualTo(List.of(""));
  }
}
