package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Evidence;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks which pending migrations' objects already exist, for databases that were migrated by hand.
 */
public final class Detector {

  private final MigrationSet set;

  /**
   * @param set the migration files
   */
  public Detector(MigrationSet set) {
    this.set = set;
  }

  /**
   * What the catalog tells of one pending migration.
   *
   * @param migration which
   * @param statements one piece of evidence for each statement
   */
  public record Detection(Migration migration, List<Evidence> statements) {

    /** Whether everything the catalog can tell of is there, and there is something to tell of. */
    public boolean isThere() {
      return count(Evidence.Verdict.DONE) > 0
          && count(Evidence.Verdict.NOT_DONE) == 0
          && count(Evidence.Verdict.HALF_DONE) == 0;
    }

    /** Whether nothing of it is there. */
    public boolean isAbsent() {
      return count(Evidence.Verdict.DONE) == 0 && count(Evidence.Verdict.HALF_DONE) == 0;
    }

    /** How many statements have that verdict. */
    public long count(Evidence.Verdict verdict) {
      return statements.stream().filter(evidence -> evidence.verdict() == verdict).count();
    }
  }

  /** Looks at every pending migration, in order. Changes nothing. */
  public List<Detection> detect(Map<String, Database> databases) {
    Situation situation = Situation.read(databases, set);
    List<Detection> detections = new ArrayList<>();
    for (Migration migration : set.graph().order()) {
      Database database = databases.get(migration.database());
      if (database != null
          && !situation.standing(database.name()).history().isApplied(migration.id())) {
        List<Evidence> evidence = new ArrayList<>();
        for (Statement statement : migration.up()) {
          evidence.add(database.probe().probe(statement));
        }
        detections.add(new Detection(migration, evidence));
      }
    }
    return detections;
  }
}
