package io.liftlock.core.migration;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Migrations of tests: no SQL, only ids and edges. */
final class Migrations {

  private Migrations() {}

  /** On the one before it in its branch, and on those named. */
  static Migration in(String id, String... depends) {
    return of(id, "step", Migration.Lineage.SEQUENCE, "main", depends);
  }

  /** On those named alone. */
  static Migration declared(String id, String... parents) {
    return of(id, "step", Migration.Lineage.DECLARED, "main", parents);
  }

  static Migration of(
      String id, String name, Migration.Lineage lineage, String database, String... parents) {
    MigrationId key = MigrationId.parse(id);
    String file = id + "_" + name + ".sql";
    return new Migration(
        key,
        name,
        Migration.Kind.VERSIONED,
        database,
        lineage,
        Arrays.stream(parents).map(MigrationId::parse).toList(),
        Header.EMPTY,
        file,
        Script.of(file, Dialect.POSTGRES, List.of()),
        Optional.empty(),
        Optional.empty());
  }
}
