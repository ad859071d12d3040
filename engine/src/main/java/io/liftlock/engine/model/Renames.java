package io.liftlock.engine.model;

import io.liftlock.core.change.Change;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.RenameComment;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects that somebody says have another name now: by {@code --rename users.mail=email}
 * or by a comment in the model. Nothing is taken for renamed because it looks alike. Each rename is
 * in the names that the ones before it have made.
 */
public final class Renames {

  private final NavigableSet<ObjectId> now;
  private final Schema to;
  private final Problems problems;
  private final List<Change.Rename> found = new ArrayList<>();

  /**
   * @param from what is renamed
   * @param to what has the new names
   * @param problems RENAME_INVALID for what is not clear
   */
  public Renames(Schema from, Schema to, Problems problems) {
    this.now = new TreeSet<>(from.objects().keySet());
    this.to = to;
    this.problems = problems;
  }

  /** The renames found so far, in order. */
  public List<Change.Rename> all() {
    return List.copyOf(found);
  }

  /**
   * Adds what an option says.
   *
   * @param option {@code old=new}, each a name with or without its schema; a new name of one word
   *     stays where the old one is
   */
  public void option(String option) {
    int equals = option.indexOf('=');
    if (equals <= 0 || equals == option.length() - 1) {
      invalid("--rename " + option + " does not say what becomes what", null);
      return;
    }
    List<String> oldNames = NamePath.parse(option.substring(0, equals));
    List<String> newNames = NamePath.parse(option.substring(equals + 1));
    List<Change.Rename> fitting = new ArrayList<>();
    for (ObjectId before : now) {
      if (NamePath.means(oldNames, before)) {
        target(before, newNames).ifPresent(after -> fitting.add(new Change.Rename(before, after)));
      }
    }
    if (fitting.size() == 1) {
      add(fitting.get(0));
    } else if (fitting.isEmpty()) {
      invalid(
          "--rename " + option + " names nothing that is there under the old name only", oldNames);
    } else {
      invalid(
          "--rename "
              + option
              + " may mean "
              + fitting.get(0).from()
              + " or "
              + fitting.get(1).from(),
          null);
    }
  }

  private Optional<ObjectId> target(ObjectId before, List<String> newNames) {
    List<String> container = before.container();
    boolean stays = newNames.size() == 1 && before.path().size() > 1;
    for (ObjectId after : to.objects().keySet()) {
      boolean named =
          stays
              ? after.container().equals(container) && after.name().equals(newNames.get(0))
              : NamePath.means(newNames, after);
      if (named && after.kind() == before.kind() && isMove(before, after)) {
        return Optional.of(after);
      }
    }
    return Optional.empty();
  }

  /** A part stays with its relation; anything may change its schema. */
  private boolean isMove(ObjectId before, ObjectId after) {
    return !now.contains(after)
        && !to.has(before)
        && before.signature().equals(after.signature())
        && (!before.kind().isPart() || before.container().equals(after.container()));
  }

  /**
   * Adds what a comment in the model says; does nothing where that was done before, since the
   * comment may stay in the file.
   *
   * @param file the model's file, for errors
   */
  public void comment(RenameComment comment, String file) {
    List<String> names = new ArrayList<>(comment.name());
    String column = comment.column();
    if (column != null) {
      names.add(column);
    }
    List<ObjectId> after =
        to.objects().keySet().stream()
            .filter(id -> kindOf(comment).contains(id.kind().word()) || isOther(comment, id))
            .filter(id -> NamePath.means(names, id) || isIndex(comment, id))
            .toList();
    if (after.size() != 1) {
      problems.add(
          Problem.error(
                  ErrorCode.RENAME_INVALID,
                  "it is not clear what was renamed from " + comment.oldName())
              .at(new Place(file, comment.line(), 1))
              .action("write the comment on the line of a column, or alone before a CREATE"));
      return;
    }
    ObjectId target = after.get(0);
    List<String> old = new ArrayList<>(target.container());
    old.add(comment.oldName());
    ObjectId before = target.withPath(old);
    if (now.contains(before) && isMove(before, target)) {
      add(new Change.Rename(before, target));
    }
  }

  private static List<String> kindOf(RenameComment comment) {
    if (comment.object().equals("constraint")) {
      return List.of("constraint");
    }
    return comment.column() != null
        ? List.of("column")
        : List.of(comment.object().replace(' ', '-'));
  }

  /** CREATE TYPE makes several kinds. */
  private static boolean isOther(RenameComment comment, ObjectId id) {
    return comment.object().equals("type")
        && (id.kind() == ObjectKind.ENUM
            || id.kind() == ObjectKind.COMPOSITE_TYPE
            || id.kind() == ObjectKind.RANGE_TYPE);
  }

  /** An index is below its table in the model, and beside it in SQL. */
  private static boolean isIndex(RenameComment comment, ObjectId id) {
    return id.kind() == ObjectKind.INDEX
        && comment.object().equals("index")
        && id.name().equals(comment.name().get(comment.name().size() - 1));
  }

  private void add(Change.Rename rename) {
    found.add(rename);
    List<String> before = rename.from().path();
    List<ObjectId> moved = now.stream().filter(id -> moves(id, rename.from())).toList();
    moved.forEach(now::remove);
    for (ObjectId id : moved) {
      List<String> path = new ArrayList<>(rename.to().path());
      path.addAll(id.path().subList(before.size(), id.path().size()));
      now.add(id.withPath(path));
    }
  }

  /** Whether an object gets another path when that one is renamed. */
  private static boolean moves(ObjectId id, ObjectId renamed) {
    boolean within =
        renamed.kind() == ObjectKind.SCHEMA
            && !id.path().isEmpty()
            && id.path().get(0).equals(renamed.name());
    return within || id.equals(renamed) || id.isPartOf(renamed);
  }

  private void invalid(String message, @Nullable List<String> names) {
    String hint =
        Optional.ofNullable(names)
            .flatMap(wanted -> Suggestion.closest(String.join(".", wanted), old(wanted.size())))
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
    problems.add(
        Problem.error(ErrorCode.RENAME_INVALID, message + hint)
            .action("--rename users.mail=users.email, with the schema where it is not clear"));
  }

  /** The last names of whatever is there under its old name only. */
  private List<String> old(int count) {
    return now.stream()
        .filter(id -> !to.has(id) && id.path().size() >= count)
        .map(id -> String.join(".", id.path().subList(id.path().size() - count, id.path().size())))
        .toList();
  }
}
