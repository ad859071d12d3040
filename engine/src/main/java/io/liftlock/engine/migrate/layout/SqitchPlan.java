package io.liftlock.engine.migrate.layout;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code sqitch.plan}, read. A change that the plan names again (a rework) has the id {@code
 * name~2}, then {@code name~3}: so the first keeps the id it was applied with.
 *
 * @see <a href="https://sqitch.org/docs/manual/sqitchtutorial/">the plan's format</a>
 */
final class SqitchPlan {

  /** One change of the plan; filled while reading. */
  static final class Change {
    final String name;
    final String id;
    final int line;
    final List<String> requires = new ArrayList<>();
    final List<String> conflicts = new ArrayList<>();
    final List<String> tags = new ArrayList<>();

    /** Tags between this one and its rework: its files bear one of them. */
    final List<String> tagsBeforeRework = new ArrayList<>();

    boolean reworked;
    String note = "";
    String planner = "";
    String date = "";

    Change(String name, String id, int line) {
      this.name = name;
      this.id = id;
      this.line = line;
    }
  }

  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Change> latest = new HashMap<>();
  private final Map<String, Integer> tagEnds = new HashMap<>();
  private final String file;
  private final Problems problems;
  private String project = "";

  private SqitchPlan(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads a plan.
   *
   * @param file the path, for errors
   * @param problems collects METADATA_INVALID with its line
   */
  static SqitchPlan read(String file, String text, Problems problems) {
    SqitchPlan plan = new SqitchPlan(file, problems);
    int line = 0;
    for (String each : text.lines().toList()) {
      line++;
      plan.line(each.strip(), line);
    }
    plan.resolve();
    return plan;
  }

  /** The changes in the order of the plan. */
  List<Change> changes() {
    return changes;
  }

  private void line(String text, int line) {
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    if (text.startsWith("%")) {
      int equals = text.indexOf('=');
      if (equals > 0 && text.substring(1, equals).strip().equals("project")) {
        project = text.substring(equals + 1).strip();
      }
      return;
    }
    String note = "";
    int hash = text.indexOf(" #");
    String entry = text;
    if (hash >= 0) {
      note = text.substring(hash + 2).strip().replace("\\n", "\n").replace("\\\\", "\\");
      entry = text.substring(0, hash).strip();
    }
    if (entry.startsWith("@")) {
      tag(entry.substring(1).split("\\s+", 2)[0], line);
      return;
    }
    if (entry.startsWith("+") || entry.startsWith("-")) {
      if (entry.startsWith("-")) {
        problems.add(problem(line, "the plan reverts a change: remove both lines"));
        return;
      }
      entry = entry.substring(1).strip();
    }
    change(entry, note, line);
  }

  private void tag(String tag, int line) {
    if (changes.isEmpty()) {
      problems.add(problem(line, "the tag @" + tag + " stands before any change"));
      return;
    }
    changes.get(changes.size() - 1).tags.add(tag);
    tagEnds.put(tag, changes.size());
    for (Change change : latest.values()) {
      change.tagsBeforeRework.add(tag);
    }
  }

  private void change(String entry, String note, int line) {
    String[] nameAndRest = entry.split("\\s+", 2);
    String name = nameAndRest[0];
    String rest = nameAndRest.length > 1 ? nameAndRest[1].strip() : "";
    int open = name.indexOf('[');
    if (open > 0) {
      rest = name.substring(open) + " " + rest;
      name = name.substring(0, open);
    }
    Change before = latest.get(name);
    Change change = new Change(name, before == null ? name : rework(before), line);
    if (rest.startsWith("[")) {
      int close = rest.indexOf(']');
      if (close < 0) {
        problems.add(problem(line, "a [ is never closed"));
        return;
      }
      for (String word : rest.substring(1, close).strip().split("\\s+")) {
        if (word.startsWith("!")) {
          change.conflicts.add(word.substring(1));
        } else if (!word.isEmpty()) {
          change.requires.add(word.startsWith(":") ? word.substring(1) : word);
        }
      }
      rest = rest.substring(close + 1).strip();
    }
    String[] dateAndPlanner = rest.split("\\s+", 2);
    change.date = dateAndPlanner[0];
    change.planner = dateAndPlanner.length > 1 ? dateAndPlanner[1].strip() : "";
    change.note = note;
    if (before != null) {
      before.reworked = true;
      if (before.tagsBeforeRework.isEmpty()) {
        problems.add(
            problem(line, "the change " + name + " occurs twice without a tag in between"));
      }
    }
    changes.add(change);
    latest.put(name, change);
  }

  private static String rework(Change before) {
    int tilde = before.id.lastIndexOf('~');
    int number = tilde < 0 ? 1 : Integer.parseInt(before.id.substring(tilde + 1));
    return before.name + "~" + (number + 1);
  }

  /** Turns the names of required changes into ids, and refuses what can never be deployed. */
  private void resolve() {
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      List<String> ids = new ArrayList<>();
      for (String word : change.requires) {
        String own = own(word);
        if (own == null) {
          problems.add(
              Problem.warning(
                      ErrorCode.METADATA_INVALID,
                      change.name
                          + " requires "
                          + word
                          + " of another project, which is not checked")
                  .at(new Place(file, change.line, 0)));
          continue;
        }
        Change required = find(own, i);
        if (required != null) {
          ids.add(required.id);
        } else if (find(own, changes.size()) != null) {
          problems.add(
              problem(
                  change.line,
                  change.name + " requires " + own + ", which stands below it in the plan"));
        } else {
          // The graph tells of a parent that does not exist, with this file.
          ids.add(own);
        }
      }
      change.requires.clear();
      change.requires.addAll(ids);
      for (String word : change.conflicts) {
        String own = own(word);
        if (own != null && find(own, i) != null) {
          problems.add(
              problem(
                  change.line,
                  change.name
                      + " conflicts with "
                      + own
                      + ", which stands above it: it could never be deployed"));
        }
      }
    }
  }

  /** A change's name without the project; null for another project's. */
  private @Nullable String own(String word) {
    int colon = word.indexOf(':');
    if (colon < 0) {
      return word;
    }
    return word.substring(0, colon).equals(project) ? word.substring(colon + 1) : null;
  }

  /** The newest change of a name, or of a name as of a tag, among the first ones. */
  private @Nullable Change find(String word, int count) {
    int at = word.indexOf('@');
    String name = at < 0 ? word : word.substring(0, at);
    int end = count;
    if (at >= 0) {
      Integer tagged = tagEnds.get(word.substring(at + 1));
      if (tagged == null || tagged > count) {
        return null;
      }
      end = tagged;
    }
    for (int i = end - 1; i >= 0; i--) {
      if (name.isEmpty() || changes.get(i).name.equals(name)) {
        return changes.get(i);
      }
    }
    return null;
  }

  private Problem problem(int line, String message) {
    return Problem.error(ErrorCode.METADATA_INVALID, message).at(new Place(file, line, 0));
  }

  /** For people who debug. */
  @Override
  public String toString() {
    return Arrays.toString(changes.stream().map(change -> change.id).toArray());
  }
}
