package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.RowDigests.RowDigest;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A change from one schema to another that was made on real files, there and back: by hand, with
 * foreign keys on, and by a session as a migration.
 */
final class ProvenChange {

  private static final Renderer RENDERER = new SqliteDriver().renderer();

  /** These files need not outlive a failure of power. */
  private static final String QUICK = "PRAGMA synchronous = OFF;\n";

  private final Path folder;
  private final String before;
  private final SchemaDiff diff;
  private final SchemaScript plan;
  private final SchemaScript undo;

  private ProvenChange(Path folder, String before, String after) {
    this.folder = folder;
    this.before = before;
    this.diff = SchemaDiff.between(inspect("before", before), inspect("after", after));
    this.plan = RENDERER.render(diff, Renderer.Mode.PLAIN);
    this.undo = RENDERER.render(diff.inverse(), Renderer.Mode.PLAIN);
  }

  /**
   * Makes it and looks whether it is right.
   *
   * @param folder an empty one
   * @param before SQL that makes the first schema, with rows
   * @param after SQL that makes the second
   */
  static ProvenChange prove(Path folder, String before, String after) throws Exception {
    ProvenChange change = new ProvenChange(folder, before, after);
    change.byHand();
    change.bySession();
    return change;
  }

  String plan() {
    return plan.text();
  }

  String undo() {
    return undo.text();
  }

  SchemaDiff diff() {
    return diff;
  }

  private Schema inspect(String name, String sql) {
    Path file = folder.resolve(name + ".db");
    new ByHand(file).run(QUICK + sql);
    try (Database database = Workshop.open(file)) {
      return database.inspector().inspect();
    }
  }

  private void byHand() {
    Path file = folder.resolve("by hand.db");
    ByHand byHand = new ByHand(file);
    byHand.run(QUICK + before);
    Map<ObjectId, RowDigest> rows = rows(file);
    byHand.run(QUICK + "PRAGMA foreign_keys = ON;\n" + plan.text());
    assertSame(file, diff.to(), "after the plan");
    assertThat(rows(file)).as("rows after the plan").isEqualTo(rows);
    assertThat(byHand.ask("PRAGMA integrity_check")).contains("ok");
    byHand.run(QUICK + "PRAGMA foreign_keys = ON;\n" + undo.text());
    assertSame(file, diff.from(), "after the undo");
    assertThat(rows(file)).as("rows after the undo").isEqualTo(rows);
  }

  private void bySession() throws StatementFailure {
    Path file = folder.resolve("by session.db");
    new ByHand(file).run(QUICK + before);
    Map<ObjectId, RowDigest> rows = rows(file);
    try (Database database = Workshop.open("sqlite:" + file + "?foreign_keys=on&synchronous=off")) {
      database.history().prepare();
      migrate(database, "001", plan);
      assertSame(file, diff.to(), "after the migration");
      assertThat(rows(file)).as("rows after the migration").isEqualTo(rows);
      migrate(database, "002", undo);
    }
    assertSame(file, diff.from(), "after the rollback");
    assertThat(rows(file)).as("rows after the rollback").isEqualTo(rows);
  }

  private static void migrate(Database database, String version, SchemaScript script)
      throws StatementFailure {
    Script steps = new ScriptReader().read(version + ".sql", script.text(), Dialect.SQLITE);
    Execution execution = ExecutionChoice.of(steps, true).execution();
    // Its own BEGIN and COMMIT are what the runner would write, so it is all or nothing.
    assertThat(execution).isEqualTo(Execution.ONE_TRANSACTION);
    List<Work> work = new ArrayList<>();
    Steps.of(steps, execution, Workshop.PATIENT).forEach(step -> work.add(new Work.Run(step)));
    work.add(new Work.Append(Workshop.entry(database.history().read(), version)));
    database.session().configure(Workshop.PATIENT, Map.of());
    database.session().atomically(work);
  }

  private static void assertSame(Path file, Schema expected, String when) {
    try (Database database = Workshop.open(file)) {
      Schema found = database.inspector().inspect();
      SchemaDiff left = SchemaDiff.between(found, expected);
      assertThat(left.changes()).as(when).isEmpty();
      assertThat(left.reordered())
          .as(when)
          .filteredOn(relation -> relation.kind() == ObjectKind.VIEW)
          .isEmpty();
      assertThat(found.notModelled()).as(when).isEqualTo(expected.notModelled());
    }
  }

  /** The rows of the tables that stay, in the columns whose values have no reason to change. */
  private Map<ObjectId, RowDigest> rows(Path file) {
    Map<ObjectId, RowDigest> rows = new TreeMap<>();
    try (Database database = Workshop.open(file)) {
      for (SchemaObject table : diff.from().of(ObjectKind.TABLE)) {
        if (diff.to().has(table.id())) {
          rows.put(table.id(), database.rows().digest(table.id(), kept(table.id())));
        }
      }
    }
    return rows;
  }

  private List<String> kept(ObjectId table) {
    Set<ObjectId> lossy =
        diff.changes().stream()
            .filter(change -> RENDERER.loss(diff, change).isPresent())
            .map(Change::object)
            .collect(Collectors.toSet());
    Set<ObjectId> lossyBack =
        diff.inverse().changes().stream()
            .filter(change -> RENDERER.loss(diff.inverse(), change).isPresent())
            .map(Change::object)
            .collect(Collectors.toSet());
    return diff.from().parts(table, ObjectKind.COLUMN).stream()
        .filter(column -> diff.to().has(column.id()))
        .filter(column -> !lossy.contains(column.id()) && !lossyBack.contains(column.id()))
        .filter(column -> !lossy.contains(table) && !lossyBack.contains(table))
        .filter(column -> sameType(column, diff.to().find(column.id()).orElseThrow()))
        .map(column -> column.id().name())
        .toList();
  }

  /** Values may be stored in another class though none is lost: 1.0 as 1. */
  private static boolean sameType(SchemaObject column, SchemaObject other) {
    return column.list(Property.TYPE).equals(other.list(Property.TYPE))
        && column.list(Property.GENERATED).equals(other.list(Property.GENERATED));
  }
}
