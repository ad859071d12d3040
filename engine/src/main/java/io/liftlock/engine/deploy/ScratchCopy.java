package io.liftlock.engine.deploy;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.SeedGap;
import io.liftlock.core.report.TraceCopy;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Table;
import io.liftlock.engine.proof.OwnServerDatabase;
import io.liftlock.engine.proof.RowSeeder;
import io.liftlock.engine.proof.Seeding;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.Copier;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import io.liftlock.engine.transfer.pairing.CopyPlanner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a scratch database look like another one, with rows in it. The other one is only read. What
 * acts on rows by itself, and foreign keys, come last: a sample is loaded in any order.
 */
final class ScratchCopy {

  /** What many servers let nobody make but their own administrators. */
  private static final Set<ObjectKind> PRIVILEGED =
      Set.of(
          ObjectKind.EVENT_TRIGGER,
          ObjectKind.PUBLICATION,
          ObjectKind.FOREIGN_DATA_WRAPPER,
          ObjectKind.FOREIGN_SERVER,
          ObjectKind.FOREIGN_TABLE);

  /** What would stand in the way of rows. */
  private static final Set<ObjectKind> ACTING =
      Set.of(ObjectKind.TRIGGER, ObjectKind.RULE, ObjectKind.EVENT_TRIGGER);

  private final Database source;
  private final Database scratch;
  private final Renderer renderer;
  private final Timing timing;
  private final Map<ObjectId, Long> rows = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();

  /**
   * @param source what is copied
   * @param scratch an empty database of the same kind and version
   * @param renderer writes their dialect
   */
  ScratchCopy(Database source, Database scratch, Renderer renderer, Timing timing) {
    this.source = source;
    this.scratch = scratch;
    this.renderer = renderer;
    this.timing = timing;
  }

  /**
   * Makes it.
   *
   * @param where on which server the scratch database is, for people
   */
  TraceCopy make(TraceRows wanted, String where) {
    Instant begun = timing.now();
    Schema live = source.inspector().inspect();
    live.notModelled()
        .forEach(each -> leftOut.add(each.kind() + " " + each.name() + ": " + each.because()));
    if (scratch instanceof OwnServerDatabase own) {
      own.make(source.inspector().roles());
    }
    Schema there = scratch.inspector().inspect();
    SchemaCopy copy = SchemaCopy.of(live, there, scratch.inspector().roles());
    copy.leftOut().forEach(each -> leftOut.add(each.toString()));
    Schema made =
        wanted.kind() == TraceRows.Kind.SOME
            ? sampled(there, copy.schema(), wanted.count())
            : build(there, copy.schema(), there);
    switch (wanted.kind()) {
      case ALL -> all(made);
      case PLANTED -> planted(made, Math.toIntExact(wanted.count()));
      case SOME, NONE -> {}
    }
    afterwards(made);
    long took = Duration.between(begun, timing.now()).toMillis();
    return new TraceCopy(where, wanted.toString(), rows, leftOut, took);
  }

  /** Makes the second schema of the first; returns what could be made. */
  private Schema build(Schema from, Schema to, Schema empty) {
    try {
      run(from, to);
      return to;
    } catch (LiftlockException refused) {
      Schema less = to.without(id -> PRIVILEGED.contains(id.kind()) && !empty.has(id));
      if (refused.code() != ErrorCode.PRIVILEGE_MISSING || less.equals(to)) {
        throw refused;
      }
      run(from, less);
      to.objects().keySet().stream()
          .filter(id -> !less.has(id))
          .forEach(id -> leftOut.add(id + ": the role may not make it"));
      return less;
    }
  }

  private void run(Schema from, Schema to) {
    SchemaRun.on(
        scratch, renderer.render(SchemaDiff.between(from, to), Renderer.Mode.PLAIN), List.of());
  }

  private Schema sampled(Schema there, Schema wanted, long count) {
    Schema bare = wanted.without(id -> !there.has(id) && waits(wanted, id));
    Schema built = build(there, bare, there);
    RowSample sample = new RowSample(source, scratch, wanted);
    sample.take(count);
    rows.putAll(sample.rows());
    leftOut.addAll(sample.leftOut());
    Set<ObjectId> dangling = sample.dangling();
    dangling.forEach(key -> leftOut.add(key + ": rows that it asks for could not be copied"));
    Schema whole = wanted.without(id -> dangling.contains(id) || (!built.has(id) && bare.has(id)));
    return build(built, whole, there);
  }

  private static boolean waits(Schema schema, ObjectId id) {
    return ACTING.contains(id.kind()) || schema.find(id).filter(ScratchCopy::refers).isPresent();
  }

  private static boolean refers(SchemaObject object) {
    return object.kind() == ObjectKind.CONSTRAINT
        && object.text(Property.CONSTRAINT_TYPE).filter(Constraint.FOREIGN_KEY::equals).isPresent();
  }

  private void all(Schema made) {
    CopyReport report =
        new Copier(source, scratch, timing, event -> {}, CopyOptions.DEFAULT.withVerify(false))
            .copy(CopyPlanner.plan(source.inspector().inspect(), made, CopyMapping.NONE));
    report.tables().forEach(table -> rows.put(table.target(), table.tally().rows()));
    report
        .omissions()
        .forEach(each -> leftOut.add("rows of " + each.object() + ": " + each.because()));
  }

  private void planted(Schema made, int count) {
    Seeding seeding =
        new RowSeeder(count, timing.random())
            .seed(scratch, made, made.tables().stream().map(Table::id).toList());
    seeding.rows().forEach((table, many) -> rows.put(table, (long) many));
    for (SeedGap gap : seeding.gaps()) {
      leftOut.add(
          "%s got %d rows only: %s".formatted(gap.table().qualified(), gap.rows(), gap.because()));
    }
  }

  /** What an application would find: views with rows, sequences behind them, statistics. */
  private void afterwards(Schema made) {
    List<ObjectId> tables = made.tables().stream().map(Table::id).toList();
    if (rows.isEmpty() || tables.isEmpty()) {
      return;
    }
    try (TableWriter writer = scratch.rowTarget().writer()) {
      writer.placeBehindRows(tables);
      writer.refresh(made.of(ObjectKind.MATERIALIZED_VIEW).stream().map(SchemaObject::id).toList());
      writer.analyze(tables);
    }
  }
}
