package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.ChangeOrder;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to come before what. */
final class StepGraph {

  private final Passage passage;
  private final Work work;
  private final Folding folding;
  private final ChangeOrder<Step> order = new ChangeOrder<>();

  /** The changes of types by which columns move over to a new one. */
  private final Map<ObjectId, Step> moves = new HashMap<>();

  private StepGraph(Passage passage, Work work, Folding folding) {
    this.passage = passage;
    this.work = work;
    this.folding = folding;
    for (Change.Alter change : work.altered().values()) {
      TypeSwap.moves(change, passage)
          .forEach(move -> moves.put(move.object(), Step.of(Step.Action.ALTER, change.to())));
    }
  }

  /** The steps with all they wait for. */
  static ChangeOrder<Step> of(Passage passage, Work work, Folding folding) {
    StepGraph graph = new StepGraph(passage, work, folding);
    work.dropped().values().forEach(graph::drop);
    work.created().values().forEach(graph::create);
    work.altered().values().forEach(graph::alter);
    work.loosened().forEach(graph::loosen);
    work.parked().forEach(graph::loosen);
    graph.freeNames();
    graph.freeCalls();
    graph.mentions();
    return graph.order;
  }

  private void drop(SchemaObject object) {
    Step drop = Step.of(Step.Action.DROP, object);
    order.add(folding.host(drop));
    for (ObjectId used : usesBefore(object)) {
      Step goes = goes(object, used);
      require(goes, Step.Action.DROP, used, work.dropped());
      if (work.parked().contains(used)) {
        passage.from().find(used).ifPresent(c -> link(goes, Step.of(Step.Action.LOOSEN, c), true));
      }
      Step move = moves.get(used);
      if (move != null) {
        link(goes, move, true);
      }
      Change.Alter alter = work.altered().get(used);
      if (alter != null) {
        boolean inTheWay =
            Writers.of(used.kind()).displaces(alter, object, passage) || used.equals(object.id());
        link(goes, Step.of(Step.Action.ALTER, alter.to()), inTheWay);
      }
    }
    SchemaObject again = work.created().get(object.id());
    if (again != null) {
      link(drop, Step.of(Step.Action.CREATE, again), true);
    }
  }

  /** The step by which an object lets go of another. */
  private Step goes(SchemaObject object, ObjectId used) {
    return object.kind() == ObjectKind.COLUMN
            && folding.defaultStandsAlone(Step.Action.LOOSEN, object)
            && Parts.byDefault(used.kind())
        ? Step.of(Step.Action.LOOSEN, object)
        : Step.of(Step.Action.DROP, object);
  }

  /** The step by which an object takes hold of another. */
  private Step comes(SchemaObject object, ObjectId used) {
    return object.kind() == ObjectKind.COLUMN
            && folding.defaultStandsAlone(Step.Action.FASTEN, object)
            && Parts.byDefault(used.kind())
        ? Step.of(Step.Action.FASTEN, object)
        : Step.of(Step.Action.CREATE, object);
  }

  private void create(SchemaObject object) {
    Step create = Step.of(Step.Action.CREATE, object);
    order.add(folding.host(create));
    if (folding.defaultStandsAlone(Step.Action.FASTEN, object)) {
      link(create, Step.of(Step.Action.FASTEN, object), true);
    }
    for (ObjectId used : usesAfter(object)) {
      afterNew(used, comes(object, used));
      Step move = moves.get(used);
      if (move != null) {
        link(move, comes(object, used), true);
      }
    }
    parentsIndex(object, create);
    if (!Writers.of(object.kind()).complete(object, passage).isEmpty()) {
      complete(object, create);
    }
  }

  /**
   * A partitioned table's new index or key takes the partitions' for its own where it finds them;
   * only where it is built while others write does it come first, for itself alone.
   */
  private void parentsIndex(SchemaObject object, Step create) {
    if (object.kind() == ObjectKind.INDEX || Parts.hasIndex(object)) {
      Parts.parentsPart(object, passage.to())
          .flatMap(part -> Optional.ofNullable(work.created().get(part.id())))
          .map(part -> Step.of(Step.Action.CREATE, part))
          .ifPresent(
              parent -> {
                if (object.kind() == ObjectKind.INDEX && passage.online()) {
                  link(parent, create, true);
                } else if (passage.from().whole(object.id()).isPresent()) {
                  link(create, parent, true);
                }
              });
    }
  }

  private void complete(SchemaObject object, Step create) {
    Step complete = Step.of(Step.Action.COMPLETE, object);
    link(create, complete, true);
    if (object.kind() == ObjectKind.SEQUENCE) {
      Parts.owner(object, passage.to()).ifPresent(owner -> afterNew(owner.id(), complete));
    }
    passage.to().parts(object.id()).forEach(part -> afterNew(part.id(), complete));
  }

  private void alter(Change.Alter change) {
    Step alter = Step.of(Step.Action.ALTER, change.to());
    order.add(alter);
    List<ObjectId> after = usesAfter(change.to());
    after.forEach(used -> afterNew(used, alter));
    for (ObjectId used : usesBefore(change.from())) {
      boolean waits =
          work.loosened().contains(change.object()) || work.parked().contains(change.object());
      if (!after.contains(used) || (work.replaces(used) && !waits)) {
        require(alter, Step.Action.DROP, used, work.dropped());
        Change.Alter other = work.altered().get(used);
        if (other != null) {
          boolean inTheWay =
              !after.contains(used)
                  && Writers.of(used.kind()).displaces(other, change.from(), passage);
          link(alter, Step.of(Step.Action.ALTER, other.to()), inTheWay);
        }
      }
    }
    if (change.to().kind() == ObjectKind.COLUMN && change.to().is(Property.NOT_NULL)) {
      NullChecks.replaced(change.to(), passage)
          .ifPresent(
              check -> {
                require(alter, Step.Action.DROP, check.id(), work.dropped());
                if (check.is(Property.NOT_VALID)) {
                  link(Step.of(Step.Action.VALIDATE, check), alter, true);
                }
              });
    }
    // A whole that begins to refer to its part, or ceases to.
    if (change.to().kind().isRelation()) {
      for (SchemaObject part : passage.to().parts(change.to().id())) {
        if (Parts.refersTo(change.to(), part)) {
          afterNew(part.id(), alter);
        }
      }
    }
  }

  private void loosen(ObjectId column) {
    SchemaObject before = passage.from().objects().get(column);
    SchemaObject after = passage.to().objects().get(column);
    if (before == null || after == null) {
      return;
    }
    Step loosen = Step.of(Step.Action.LOOSEN, before);
    Step fasten = Step.of(Step.Action.FASTEN, after);
    link(loosen, fasten, true);
    for (ObjectId used : usesBefore(before)) {
      require(loosen, Step.Action.DROP, used, work.dropped());
      if (work.parked().contains(used)) {
        passage
            .from()
            .find(used)
            .ifPresent(c -> link(loosen, Step.of(Step.Action.LOOSEN, c), true));
      }
      Change.Alter other = work.altered().get(used);
      if (other != null && Writers.of(used.kind()).displaces(other, before, passage)) {
        link(loosen, Step.of(Step.Action.ALTER, other.to()), true);
      }
    }
    usesAfter(after).forEach(used -> afterNew(used, fasten));
    Change.Alter change = work.altered().get(column);
    if (change != null) {
      Step alter = Step.of(Step.Action.ALTER, after);
      link(loosen, alter, true);
      link(alter, fasten, true);
    }
  }

  private void afterNew(ObjectId used, Step step) {
    SchemaObject created = work.created().get(used);
    if (created != null) {
      link(Step.of(Step.Action.CREATE, created), step, true);
    }
    if (work.parked().contains(used) && !step.object().equals(used)) {
      passage.to().find(used).ifPresent(c -> link(Step.of(Step.Action.FASTEN, c), step, true));
    }
    Change.Alter altered = work.altered().get(used);
    if (altered != null && !isOnlyValidation(step, altered)) {
      // A table may begin to refer to its own new index: then the index comes first.
      boolean required =
          step.action() != Step.Action.ALTER && !step.object().container().equals(used.path());
      link(Step.of(Step.Action.ALTER, altered.to()), step, required);
    }
  }

  /** A constraint is validated before its columns are changed, unless that changes their values. */
  private static boolean isOnlyValidation(Step step, Change.Alter column) {
    return step.action() == Step.Action.ALTER
        && step.object().kind() == ObjectKind.CONSTRAINT
        && !column.properties().contains(Property.TYPE);
  }

  private void require(
      Step step, Step.Action action, ObjectId used, Map<ObjectId, SchemaObject> among) {
    SchemaObject object = among.get(used);
    if (object != null) {
      link(step, Step.of(action, object), true);
    }
  }

  private void link(Step first, Step then, boolean required) {
    Step firstHost = folding.host(first);
    Step thenHost = folding.host(then);
    if (required) {
      order.require(firstHost, thenHost);
    } else {
      order.prefer(firstHost, thenHost);
    }
  }

  private List<ObjectId> usesBefore(SchemaObject object) {
    return uses(object, passage.from());
  }

  private List<ObjectId> usesAfter(SchemaObject object) {
    return uses(object, passage.to());
  }

  /**
   * What an object stands on: what the catalog says, its schema, its whole, and what it is from.
   */
  private static List<ObjectId> uses(SchemaObject object, Schema schema) {
    List<ObjectId> uses = new ArrayList<>(object.uses());
    if (object.kind() == ObjectKind.SEQUENCE) {
      uses.removeIf(used -> Parts.owns(used, object));
    }
    if (object.kind() == ObjectKind.INDEX || Parts.hasIndex(object)) {
      // The catalog says so, but a partition's index may well be there before its parent's.
      Parts.parentsPart(object, schema).ifPresent(parent -> uses.remove(parent.id()));
    }
    if (object.id().path().size() > 1) {
      uses.add(ObjectId.of(ObjectKind.SCHEMA, object.id().path().get(0)));
    }
    schema.whole(object.id()).ifPresent(whole -> uses.add(whole.id()));
    Parts.origins(object, schema).stream()
        .filter(origin -> !Parts.hasIndex(origin))
        .forEach(origin -> uses.add(origin.id()));
    if (object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.FOREIGN_TABLE) {
      Parts.parents(object, schema).forEach(parent -> uses.add(parent.id()));
    }
    return uses;
  }

  /** A name is free before another takes it. */
  private void freeNames() {
    Map<String, List<SchemaObject>> freed = new HashMap<>();
    for (SchemaObject object : work.dropped().values()) {
      for (String name : Parts.namesTaken(object)) {
        freed.computeIfAbsent(name, key -> new ArrayList<>()).add(object);
      }
    }
    for (SchemaObject object : work.created().values()) {
      for (String name : Parts.namesTaken(object)) {
        for (SchemaObject before : freed.getOrDefault(name, List.of())) {
          link(Step.of(Step.Action.DROP, before), Step.of(Step.Action.CREATE, object), true);
        }
      }
    }
  }

  /** A routine goes before another of its name comes, so that no call can mean both. */
  private void freeCalls() {
    for (SchemaObject object : work.created().values()) {
      if (Parts.isRoutine(object.kind())) {
        work.dropped().values().stream()
            .filter(before -> Parts.isRoutine(before.kind()))
            .filter(before -> before.id().path().equals(object.id().path()))
            .forEach(
                before ->
                    link(
                        Step.of(Step.Action.DROP, before),
                        Step.of(Step.Action.CREATE, object),
                        false));
      }
    }
  }

  /**
   * The catalog does not know what the text of a routine's body uses. What it mentions by name
   * should be there before it.
   */
  private void mentions() {
    Mentions mentions = new Mentions(work);
    for (Step routine : mentions.routines()) {
      mentions.of(routine).forEach(mentioned -> link(mentioned, routine, false));
    }
  }
}
