package io.liftlock.cli;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Differences as a tree for people: {@code +} is only in the second schema, {@code -} only in the
 * first, {@code ~} in both and changed. The parts of a relation stand below it.
 */
final class DiffText {

  private static final int SHORT = 48;

  private final Terminal terminal;
  private final SchemaDiff diff;
  private final Map<Change, String> remarks;

  private DiffText(Terminal terminal, SchemaDiff diff, Map<Change, String> remarks) {
    this.terminal = terminal;
    this.diff = diff;
    this.remarks = remarks;
  }

  /** Tells what has another name. */
  static void renames(Terminal terminal, List<Change.Rename> renames) {
    renames.forEach(
        renamed -> terminal.say("~ " + renamed.from() + " is now " + renamed.to().name()));
  }

  /** Prints the changes; nothing where there are none. */
  static void print(Terminal terminal, SchemaDiff diff, Map<Change, Loss> losses) {
    Map<Change, String> remarks = new HashMap<>();
    losses.forEach(
        (change, loss) ->
            remarks.put(change, "  " + terminal.paint(Style.RED, "loses data: " + loss)));
    remarked(terminal, diff, remarks);
  }

  /** Prints the changes, some with a remark behind them; nothing where there are none. */
  static void remarked(Terminal terminal, SchemaDiff diff, Map<Change, String> remarks) {
    new DiffText(terminal, diff, remarks).print();
  }

  private void print() {
    SortedMap<ObjectId, List<Change>> wholes = new TreeMap<>();
    for (Change change : diff.changes()) {
      wholes.computeIfAbsent(whole(change.object()), id -> new ArrayList<>()).add(change);
    }
    wholes.forEach(this::say);
    for (ObjectId relation : diff.reordered()) {
      terminal.say(
          "  %s has the same columns in another order; no SQL is written for that"
              .formatted(relation));
    }
  }

  private ObjectId whole(ObjectId id) {
    return diff.to().whole(id).or(() -> diff.from().whole(id)).map(SchemaObject::id).orElse(id);
  }

  private void say(ObjectId whole, List<Change> changes) {
    List<Change> parts = new ArrayList<>(changes);
    parts.removeIf(change -> change.object().equals(whole));
    parts.sort(
        Comparator.comparing((Change change) -> change.object().kind())
            .thenComparing(this::position));
    if (parts.size() == changes.size()) {
      head('~', whole, "", whole.qualified(), "");
    }
    for (Change change : changes) {
      if (change.object().equals(whole)) {
        say(change, whole.qualified(), "");
      }
    }
    for (Change part : parts) {
      say(part, ObjectText.name(part.object()), "  ");
    }
  }

  /** Columns in their order; everything else keeps the normal one. */
  private int position(Change change) {
    return diff.to()
        .find(change.object())
        .or(() -> diff.from().find(change.object()))
        .flatMap(object -> object.text(Property.POSITION))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private void say(Change change, String name, String indent) {
    String remark = remarks.getOrDefault(change, "");
    change
        .match(
            new Change.Cases<Runnable>() {
              @Override
              public Runnable create(Change.Create create) {
                return () -> object('+', create.created(), indent, name, remark);
              }

              @Override
              public Runnable drop(Change.Drop drop) {
                return () -> object('-', drop.dropped(), indent, name, remark);
              }

              @Override
              public Runnable alter(Change.Alter alter) {
                return () -> {
                  head('~', alter.object(), indent, name, remark);
                  altered(alter, indent + "    ");
                };
              }

              @Override
              public Runnable rename(Change.Rename rename) {
                String before = rename.from().qualified();
                return () -> head('~', rename.from(), indent, before, " is now " + name);
              }
            })
        .run();
  }

  private void object(char sign, SchemaObject object, String indent, String name, String remark) {
    if (object.kind() == ObjectKind.COLUMN) {
      head(sign, object.id(), indent, name, "  " + column(object) + remark);
      return;
    }
    ObjectText text = new ObjectText(object);
    String summary = text.summary().isEmpty() ? "" : "  " + text.summary();
    head(sign, object.id(), indent, name, summary + remark);
    text.body().forEach(line -> terminal.say(indent + "    " + line));
  }

  private void altered(Change.Alter alter, String indent) {
    for (Property property : alter.properties()) {
      if (property != Property.POSITION) {
        property(indent, property, alter.from(), alter.to());
      }
    }
  }

  private static String column(SchemaObject column) {
    String value = ColumnRows.defaultValue(column);
    return column.text(Property.TYPE).orElse("")
        + (column.is(Property.NOT_NULL) ? " not null" : "")
        + (value.isEmpty()
            ? ""
            : column.text(Property.DEFAULT).isPresent() ? " default " + value : " " + value);
  }

  private void head(char sign, ObjectId id, String indent, String name, String rest) {
    Style style = sign == '+' ? Style.GREEN : sign == '-' ? Style.RED : Style.YELLOW;
    terminal.say(indent + terminal.paint(style, sign + " " + id.kind().word() + " " + name) + rest);
  }

  private void property(String indent, Property property, SchemaObject from, SchemaObject to) {
    String before = String.join(property.isList() ? ", " : "\n", from.list(property));
    String after = String.join(property.isList() ? ", " : "\n", to.list(property));
    boolean small = before.length() <= SHORT && after.length() <= SHORT;
    if (small && before.indexOf('\n') < 0 && after.indexOf('\n') < 0) {
      terminal.say(indent + property.word() + ": " + shown(before) + " -> " + shown(after));
      return;
    }
    terminal.say(indent + property.word() + ":");
    for (LineDiff.Line line :
        property.isList()
            ? LineDiff.between(
                String.join("\n", from.list(property)), String.join("\n", to.list(property)))
            : LineDiff.between(before, after)) {
      Style style = line.sign() == '+' ? Style.GREEN : line.sign() == '-' ? Style.RED : Style.PLAIN;
      terminal.say(
          (indent + "  " + terminal.paint(style, line.sign() + " " + line.text())).stripTrailing());
    }
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(none)" : value;
  }
}
