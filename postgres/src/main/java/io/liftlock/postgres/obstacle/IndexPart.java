package io.liftlock.postgres.obstacle;

import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index, with the constraint that stands on it.
 *
 * @param schema of the index and of its table
 * @param name its own
 * @param table its table's
 * @param partitioned whether it only joins those of partitions
 * @param definition what makes it
 * @param tablespace where it lies; null: where the database does
 * @param options its storage parameters, as {@code name=value}
 * @param constraint what stands on it; null: nothing
 * @param statistics the number of a column and its statistics target, in one text each
 * @param clustered whether its table is marked as clustered on it
 * @param replicaIdentity whether its table is marked as identified by it
 * @param comment on the index; null: none
 * @param constraintComment on the constraint; null: none
 */
record IndexPart(
    String schema,
    String name,
    String table,
    boolean partitioned,
    String definition,
    @Nullable String tablespace,
    List<String> options,
    @Nullable Standing constraint,
    List<String> statistics,
    boolean clustered,
    boolean replicaIdentity,
    @Nullable String comment,
    @Nullable String constraintComment) {

  /**
   * A constraint.
   *
   * @param type a primary key, a unique or an exclusion constraint: {@code p}, {@code u}, {@code x}
   * @param definition what makes it, behind its name
   * @param period whether the last column of the key is one that must not overlap
   * @param deferral what stands at the end of the definition about when it is checked; may be empty
   */
  record Standing(char type, String definition, boolean period, String deferral) {}

  /** What takes it away, with what hangs on it. */
  String removal() {
    return constraint == null
        ? "DROP INDEX " + qualified()
        : "ALTER TABLE " + tableName() + " DROP CONSTRAINT " + Quoted.identifier(name);
  }

  /** What makes it again, without its partitions' indexes. */
  List<String> creation() {
    Standing standing = constraint;
    if (standing == null) {
      return List.of(inTablespace(definition));
    }
    String add = alterOnly() + " ADD CONSTRAINT " + Quoted.identifier(name) + " ";
    // Only such an index can be made first and alone, which locks nobody out of reading.
    boolean first = standing.type() != 'x' && !standing.period() && !partitioned;
    if (!first) {
      return List.of(inTablespace(add + withOptions(standing)));
    }
    String type = standing.type() == 'p' ? "PRIMARY KEY" : "UNIQUE";
    return List.of(
        inTablespace(definition),
        add + type + " USING INDEX " + Quoted.identifier(name) + standing.deferral());
  }

  /** A unique constraint's definition leaves out what an exclusion constraint's says. */
  private String withOptions(Standing standing) {
    if (options.isEmpty() || standing.type() == 'x') {
      return standing.definition();
    }
    int end = standing.definition().length() - standing.deferral().length();
    return standing.definition().substring(0, end)
        + " WITH ("
        + String.join(", ", options.stream().map(IndexPart::option).toList())
        + ")"
        + standing.deferral();
  }

  private static String option(String option) {
    int equals = option.indexOf('=');
    return Quoted.identifier(option.substring(0, equals))
        + "="
        + Quoted.literal(option.substring(equals + 1));
  }

  /**
   * A definition never says where the index lies, and the place for it is in the middle of it; so a
   * setting says it, for this one statement.
   */
  private String inTablespace(String creation) {
    return tablespace == null
        ? creation
        : "SET default_tablespace = "
            + Quoted.identifier(tablespace)
            + ";\n"
            + creation
            + ";\nSET default_tablespace = ''";
  }

  /** What makes it a part of the index of the table that its table is a partition of. */
  String attachment(IndexPart parent) {
    return "ALTER INDEX " + parent.qualified() + " ATTACH PARTITION " + qualified();
  }

  /** What gives it its properties, once it is valid. */
  List<String> properties() {
    List<String> statements = new ArrayList<>();
    for (String target : statistics) {
      String[] numberAndTarget = target.split(" ", -1);
      statements.add(
          "ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s"
              .formatted(qualified(), numberAndTarget[0], numberAndTarget[1]));
    }
    if (comment != null) {
      statements.add("COMMENT ON INDEX " + qualified() + " IS " + Quoted.literal(comment));
    }
    if (constraintComment != null) {
      statements.add(
          "COMMENT ON CONSTRAINT %s ON %s IS %s"
              .formatted(Quoted.identifier(name), tableName(), Quoted.literal(constraintComment)));
    }
    if (clustered) {
      statements.add(alterOnly() + " CLUSTER ON " + Quoted.identifier(name));
    }
    if (replicaIdentity) {
      statements.add(alterOnly() + " REPLICA IDENTITY USING INDEX " + Quoted.identifier(name));
    }
    return statements;
  }

  private String qualified() {
    return Quoted.qualified(schema, name);
  }

  private String tableName() {
    return Quoted.qualified(schema, table);
  }

  private String alterOnly() {
    return "ALTER TABLE ONLY " + tableName();
  }
}
