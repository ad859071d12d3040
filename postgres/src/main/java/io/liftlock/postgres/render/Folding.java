package io.liftlock.postgres.render;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which steps need no statement of their own because another does them too: a table comes with its
 * columns and goes with everything on it. Where that makes a circle, a step can be unfolded.
 */
final class Folding {

  private final Passage passage;
  private final Work work;
  private final Map<Step, Step> hosts = new HashMap<>();

  Folding(Passage passage, Work work) {
    this.passage = passage;
    this.work = work;
    work.dropped().values().forEach(this::foldDrop);
    work.created().values().forEach(this::foldCreate);
  }

  private void foldDrop(SchemaObject object) {
    Step step = Step.of(Step.Action.DROP, object);
    dropHost(object).ifPresent(host -> hosts.put(step, Step.of(Step.Action.DROP, host)));
    if (object.kind() == ObjectKind.COLUMN && hasDefault(object)) {
      hosts.put(Step.of(Step.Action.LOOSEN, object), step);
    }
  }

  private Optional<SchemaObject> dropHost(SchemaObject object) {
    Schema from = passage.from();
    Optional<SchemaObject> host =
        from.whole(object.id()).filter(whole -> work.dropped().containsKey(whole.id()));
    // A foreign key may have to go before its table, and takes those of the partitions along.
    if (host.isEmpty() || Parts.isForeignKey(object)) {
      host =
          Parts.parentsPart(object, from)
              .filter(part -> work.dropped().containsKey(part.id()))
              .or(() -> from.whole(object.id()))
              .filter(part -> work.dropped().containsKey(part.id()));
    }
    // Partitions go with what they are partitions of.
    if (host.isEmpty() && object.text(Property.PARTITION_OF).isPresent()) {
      host =
          Parts.parents(object, from).stream()
              .filter(parent -> work.dropped().containsKey(parent.id()))
              .findFirst();
    }
    if (host.isEmpty() && object.kind() == ObjectKind.SEQUENCE) {
      host = Parts.owner(object, from).filter(owner -> work.dropped().containsKey(owner.id()));
    }
    return host;
  }

  private void foldCreate(SchemaObject object) {
    Step step = Step.of(Step.Action.CREATE, object);
    // A key that takes the index of its name for its own leaves nothing to drop.
    UniqueIndexes.taken(object, passage)
        .ifPresent(index -> hosts.put(Step.of(Step.Action.DROP, index), step));
    createHost(object).ifPresent(host -> hosts.put(step, Step.of(Step.Action.CREATE, host)));
    if (object.kind() == ObjectKind.COLUMN && hasDefault(object)) {
      hosts.put(Step.of(Step.Action.FASTEN, object), step);
    }
  }

  private Optional<SchemaObject> createHost(SchemaObject object) {
    Schema to = passage.to();
    Optional<SchemaObject> host =
        to.whole(object.id())
            .filter(whole -> work.created().containsKey(whole.id()))
            .filter(whole -> comesWith(object));
    if (host.isEmpty() && comesWithParent(object)) {
      host = Parts.parentsPart(object, to).filter(part -> work.created().containsKey(part.id()));
    }
    return host;
  }

  /**
   * Whether what a parent gets comes to its partition or child by itself: columns and checks do,
   * and keys and indexes whose name the server would choose.
   */
  private boolean comesWithParent(SchemaObject part) {
    boolean isIndex = part.kind() == ObjectKind.INDEX;
    if (!isIndex && !Parts.hasIndex(part)) {
      return true;
    }
    return !(isIndex && passage.online()) && AutomaticNames.has(part, passage.to());
  }

  /** Whether the CREATE of the whole says the part, too. */
  private static boolean comesWith(SchemaObject part) {
    return switch (part.kind()) {
      case COLUMN -> true;
      case CONSTRAINT ->
          !new Constraint(part).type().equals(Constraint.FOREIGN_KEY)
              && !part.is(Property.NOT_VALID)
              && !part.is(Property.NOT_ENFORCED);
      default -> false;
    };
  }

  private static boolean hasDefault(SchemaObject column) {
    return column.text(Property.DEFAULT).isPresent() || column.text(Property.GENERATED).isPresent();
  }

  /** The step that does it, which may be itself. */
  Step host(Step step) {
    Step host = step;
    for (Step next = hosts.get(host); next != null; next = hosts.get(host)) {
      host = next;
    }
    return host;
  }

  /** Whether another step does it. */
  boolean isFolded(Step step) {
    return hosts.containsKey(step);
  }

  /** Whether a column's default comes or goes in a statement of its own. */
  boolean defaultStandsAlone(Step.Action action, SchemaObject column) {
    return hasDefault(column)
        && column.kind() == ObjectKind.COLUMN
        && !hosts.containsKey(Step.of(action, column));
  }

  /** The parts that are made with a new object: columns in the order of their positions. */
  List<SchemaObject> comingWith(SchemaObject whole) {
    Step host = Step.of(Step.Action.CREATE, whole);
    List<SchemaObject> parts = new ArrayList<>(passage.to().parts(whole.id(), ObjectKind.COLUMN));
    passage.to().parts(whole.id(), ObjectKind.CONSTRAINT).stream()
        .sorted(Comparator.comparingInt(Folding::usualPlace))
        .forEach(parts::add);
    return parts.stream()
        .filter(part -> work.created().containsKey(part.id()))
        .filter(part -> host(Step.of(Step.Action.CREATE, part)).equals(host))
        .map(this::withoutDetached)
        .toList();
  }

  /** People write keys before checks. */
  private static int usualPlace(SchemaObject constraint) {
    return switch (new Constraint(constraint).type()) {
      case Constraint.PRIMARY_KEY -> 0;
      case Constraint.UNIQUE -> 1;
      default -> 2;
    };
  }

  /** A new column as its CREATE says it: without a default that comes later. */
  SchemaObject withoutDetached(SchemaObject part) {
    return defaultStandsAlone(Step.Action.FASTEN, part)
        ? part.toBuilder().set(Property.DEFAULT, (String) null).build()
        : part;
  }

  /**
   * Gives one kind of parts within a knot statements of their own: foreign keys first, then
   * defaults, then checks, then everything; of those, the parts that tie the knot by what they
   * stand on.
   *
   * @param knot hosts that wait for each other
   * @return whether there was one
   */
  boolean unfold(SortedSet<Step> knot) {
    List<Step> within =
        hosts.keySet().stream()
            .filter(step -> knot.contains(host(step)))
            .filter(step -> looseness(step) < Integer.MAX_VALUE)
            .toList();
    Set<ObjectId> objects = new HashSet<>();
    Set<List<String>> wholes = new HashSet<>();
    for (Step step : knot) {
      objects.add(step.object());
      if (!step.object().kind().isPart()) {
        wholes.add(step.object().path());
      }
    }
    List<Step> tying = within.stream().filter(step -> ties(step, objects, wholes)).toList();
    List<Step> loose = tying.isEmpty() ? within : tying;
    int first = loose.stream().mapToInt(this::looseness).min().orElse(Integer.MAX_VALUE);
    return loose.stream()
            .filter(step -> looseness(step) == first)
            .filter(step -> hosts.remove(step) != null)
            .count()
        > 0;
  }

  /** Whether a part stands on something that another step in the knot is about. */
  private boolean ties(Step step, Set<ObjectId> objects, Set<List<String>> wholes) {
    SchemaObject object = object(step);
    ObjectId host = host(step).object();
    return object != null
        && object.uses().stream()
            .anyMatch(
                used ->
                    (used.kind().isPart() && !used.container().equals(host.path()))
                        ? objects.contains(used) || wholes.contains(used.container())
                        : !used.equals(host) && objects.contains(used));
  }

  private @Nullable SchemaObject object(Step step) {
    boolean goes = step.action() == Step.Action.DROP || step.action() == Step.Action.LOOSEN;
    return (goes ? work.dropped() : work.created()).get(step.object());
  }

  private int looseness(Step step) {
    SchemaObject object = object(step);
    if (object == null || object.is(Property.INHERITED)) {
      return Integer.MAX_VALUE;
    }
    return switch (object.kind()) {
      case CONSTRAINT -> 1;
      case COLUMN ->
          object.text(Property.GENERATED).isPresent()
              ? (step.action() == Step.Action.DROP || step.action() == Step.Action.CREATE
                  ? 5
                  : Integer.MAX_VALUE)
              : (step.action() == Step.Action.LOOSEN || step.action() == Step.Action.FASTEN
                  ? 2
                  : Integer.MAX_VALUE);
      case TRIGGER, RULE, POLICY -> 3;
      case INDEX ->
          object.list(Property.ATTACHED_TO).isEmpty() && host(step).action() == step.action()
              ? 4
              : Integer.MAX_VALUE;
      default -> Integer.MAX_VALUE;
    };
  }
}
