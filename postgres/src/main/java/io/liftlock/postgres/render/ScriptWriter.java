package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaScript.Placement;
import io.liftlock.core.change.SchemaScript.Statement;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the statements of a plan. */
final class ScriptWriter {

  private final Passage passage;
  private final Planner.Plan plan;
  private final Map<Step, List<SchemaObject>> alongWith = new TreeMap<>();
  private final List<Statement> statements = new ArrayList<>();

  private ScriptWriter(Passage passage, Planner.Plan plan) {
    this.passage = passage;
    this.plan = plan;
    for (SchemaObject created : plan.work().created().values()) {
      Step step = Step.of(Step.Action.CREATE, created);
      if (plan.folding().isFolded(step)) {
        alongWith
            .computeIfAbsent(plan.folding().host(step), host -> new ArrayList<>())
            .add(created);
      }
    }
  }

  /** The statements, in order. */
  static List<Statement> write(Passage passage, Planner.Plan plan) {
    ScriptWriter writer = new ScriptWriter(passage, plan);
    plan.steps().forEach(writer::write);
    writer.leaveBodiesUnchecked();
    return writer.statements;
  }

  private void write(Step step) {
    switch (step.action()) {
      case LOOSEN -> loosen(step.object());
      case DROP -> drop(step.object());
      case VALIDATE -> validate(step.object());
      case ALTER -> alter(step.object());
      case CREATE -> create(step);
      case FASTEN -> fasten(step.object());
      case COMPLETE -> complete(step.object());
    }
  }

  private void add(ObjectId object, List<String> sql, Placement placement) {
    sql.forEach(text -> statements.add(new Statement(text, object, placement)));
  }

  private void loosen(ObjectId column) {
    passage
        .from()
        .find(column)
        .ifPresent(before -> add(column, loosened(before), Placement.TRANSACTION));
  }

  private void fasten(ObjectId column) {
    passage
        .to()
        .find(column)
        .ifPresent(after -> add(column, fastened(after), Placement.TRANSACTION));
  }

  private List<String> loosened(SchemaObject before) {
    return plan.work().parked().contains(before.id())
        ? List.of(TypeSwap.park(before, passage))
        : ColumnWriter.loosen(before, passage);
  }

  private List<String> fastened(SchemaObject after) {
    return plan.work().parked().contains(after.id())
        ? List.of(TypeSwap.unpark(after, passage))
        : ColumnWriter.fasten(after, passage);
  }

  private void drop(ObjectId id) {
    SchemaObject object = plan.work().dropped().get(id);
    if (object != null) {
      KindWriter writer = Writers.of(id.kind());
      add(id, writer.drop(object, passage), writer.placement(object, passage));
    }
  }

  private void validate(ObjectId check) {
    add(check, List.of(ConstraintWriter.validate(check, passage)), Placement.TRANSACTION);
  }

  private void alter(ObjectId id) {
    Change.Alter change = plan.work().altered().get(id);
    if (change == null) {
      return;
    }
    Change.Alter effective = withoutWhatWaits(change);
    KindWriter writer = Writers.of(id.kind());
    List<String> sql =
        writer
            .alter(effective, passage)
            .orElseThrow(() -> new IllegalStateException(id + " has to be replaced"));
    add(id, sql, writer.placement(effective, passage));
    add(
        id,
        writer.remakes(effective, passage)
            ? Attributes.ofNew(change.to(), passage)
            : Attributes.change(change.from(), change.to(), passage),
        Placement.TRANSACTION);
  }

  /** A column's default and type are no matter of its ALTER where they come and go on their own. */
  private Change.Alter withoutWhatWaits(Change.Alter change) {
    ObjectId id = change.object();
    if (plan.work().parked().contains(id)) {
      return new Change.Alter(
          withoutDefault(change.from()),
          withoutDefault(change.to()).toBuilder()
              .set(Property.TYPE, change.from().list(Property.TYPE))
              .set(Property.COLLATION, change.from().list(Property.COLLATION))
              .build());
    }
    return plan.work().loosened().contains(id)
        ? new Change.Alter(withoutDefault(change.from()), withoutDefault(change.to()))
        : change;
  }

  private static SchemaObject withoutDefault(SchemaObject column) {
    return column.toBuilder().set(Property.DEFAULT, (String) null).build();
  }

  private void create(Step step) {
    SchemaObject object = plan.work().created().get(step.object());
    if (object == null) {
      return;
    }
    KindWriter writer = Writers.of(object.kind());
    add(
        object.id(),
        writer.create(
            plan.folding().withoutDetached(object), plan.folding().comingWith(object), passage),
        writer.placement(object, passage));
    add(object.id(), Attributes.ofNew(object, passage), Placement.TRANSACTION);
    for (SchemaObject part : alongWith.getOrDefault(step, List.of())) {
      add(part.id(), Writers.of(part.kind()).adopt(part, passage), Placement.TRANSACTION);
      add(part.id(), Attributes.ofNew(part, passage), Placement.TRANSACTION);
    }
  }

  private void complete(ObjectId id) {
    SchemaObject object = plan.work().created().get(id);
    if (object != null) {
      add(id, Writers.of(id.kind()).complete(object, passage), Placement.TRANSACTION);
    }
  }

  /**
   * A routine whose text mentions what only comes behind it cannot be checked when it is made: they
   * need each other. So it is made unchecked, and once more at the end.
   */
  private void leaveBodiesUnchecked() {
    Mentions mentions = new Mentions(plan.work());
    Set<Step> done = new HashSet<>();
    List<SchemaObject> unchecked = new ArrayList<>();
    for (Step step : plan.steps()) {
      done.add(step);
      boolean early =
          mentions.checkedOf(step).stream()
              .map(plan.folding()::host)
              .anyMatch(mentioned -> !done.contains(mentioned));
      if (early) {
        passage.to().find(step.object()).ifPresent(unchecked::add);
      }
    }
    if (unchecked.isEmpty()) {
      return;
    }
    String local = inOneTransaction() ? "LOCAL " : "";
    statements.add(
        0,
        Statement.of(
            unchecked.get(0).id(),
            "-- Some routines are made before what their bodies use, and checked at the end.\n"
                + "SET "
                + local
                + "check_function_bodies = off"));
    statements.add(
        Statement.of(unchecked.get(0).id(), "SET " + local + "check_function_bodies = on"));
    for (SchemaObject routine : unchecked) {
      routine
          .text(Property.DEFINITION)
          .ifPresent(sql -> statements.add(Statement.of(routine.id(), sql.stripTrailing())));
    }
  }

  private boolean inOneTransaction() {
    return statements.stream().allMatch(s -> s.placement() == Placement.TRANSACTION);
  }
}
