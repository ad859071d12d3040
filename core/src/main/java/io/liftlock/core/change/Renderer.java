package io.liftlock.core.change;

import io.liftlock.core.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes changes as SQL of one dialect. Pure: the same schemas give the same script. */
public interface Renderer {

  /** How much care the application needs while the script runs. */
  enum Mode {
    /** Each statement in its plain form; everything that can be is in one transaction. */
    PLAIN,
    /** Indexes are built and dropped concurrently. */
    ONLINE
  }

  /** A name as the server itself would print it: in quotes only where SQL needs them. */
  String quoted(String name);

  /** The script that makes the second schema of the first. */
  SchemaScript render(SchemaDiff diff, Mode mode);

  /**
   * The script that gives objects other names and changes nothing else, one after the other: each
   * rename is in the names that the ones before it have made.
   */
  SchemaScript rename(Schema from, List<Change.Rename> renames);

  /** What a change would destroy, if anything. */
  Optional<Loss> loss(SchemaDiff diff, Change change);

  /** What each change of a difference would destroy; changes that destroy nothing are left out. */
  default Map<Change, Loss> losses(SchemaDiff diff) {
    Map<Change, Loss> losses = new LinkedHashMap<>();
    for (Change change : diff.changes()) {
      loss(diff, change).ifPresent(loss -> losses.put(change, loss));
    }
    return losses;
  }

  /**
   * The schemas on the way from the first to the second that a live application can stand: for
   * PostgreSQL, first everything that runs quickly in a transaction, with new constraints not yet
   * valid; then new indexes; then what has to be validated.
   *
   * @return at least one; the last equals the second schema; each differs from the one before
   */
  List<Stage> stages(SchemaDiff diff);

  /**
   * A schema on the way.
   *
   * @param name what the step to it does, in a word that can stand in a file's name: {@code
   *     indexes}, {@code validate}; empty for the main one
   * @param schema the schema when it is done
   * @param mode how the step to it is written
   */
  record Stage(String name, Schema schema, Mode mode) {}
}
