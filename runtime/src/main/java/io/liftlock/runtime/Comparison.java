package io.liftlock.runtime;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import java.util.List;
import java.util.Map;

/**
 * What differs between two schemas, and the SQL that makes the second of the first.
 *
 * @param from the first
 * @param to the second
 * @param renames what is renamed first
 * @param diff everything else that differs, also what the SQL leaves out
 * @param losses which of the changes would destroy what
 * @param left what the SQL leaves out, because it would destroy data and nobody allowed it
 * @param up the SQL, in steps that are run one after the other
 * @param down the way back, in steps
 */
public record Comparison(
    NamedSchema from,
    NamedSchema to,
    List<Change.Rename> renames,
    SchemaDiff diff,
    Map<Change, Loss> losses,
    List<Loss> left,
    List<Step> up,
    List<Step> down) {

  /** Copies the collections. */
  public Comparison {
    renames = List.copyOf(renames);
    losses = Map.copyOf(losses);
    left = List.copyOf(left);
    up = List.copyOf(up);
    down = List.copyOf(down);
  }

  /**
   * A part of the SQL.
   *
   * @param name what it does in a word; empty for the main one
   * @param script its statements
   */
  public record Step(String name, SchemaScript script) {}

  /** Whether both are equal, but perhaps for the order of columns. */
  public boolean isEqual() {
    return diff.isEmpty() && renames.isEmpty();
  }

  /** The SQL that makes the second of the first; several steps with a comment before each. */
  public String sql() {
    return text(up);
  }

  /** The SQL that makes the first of the second again. */
  public String undo() {
    return text(down);
  }

  private static String text(List<Step> steps) {
    if (steps.size() == 1) {
      return steps.get(0).script().text();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      text.append(text.isEmpty() ? "" : "\n")
          .append("-- step %d of %d".formatted(i + 1, steps.size()))
          .append(step.name().isEmpty() ? "" : ": " + step.name())
          .append(step.script().transactional() ? "" : ", outside any transaction")
          .append('\n')
          .append(step.script().text());
    }
    return text.toString();
  }
}
