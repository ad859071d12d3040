package io.liftlock.runtime;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.report.Drift;
import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one database differs from what it should be.
 *
 * @param database its configured name
 * @param expected what it should be, for people: the last run's snapshot, or the migrations
 * @param snapshot the snapshot that it was compared with, if one was
 * @param drift what differs
 * @param notModelled what is there and was not compared
 */
public record DriftReport(
    String database,
    String expected,
    Optional<Snapshot> snapshot,
    Drift drift,
    List<NotModelled> notModelled) {

  /** Copies the list. */
  public DriftReport {
    notModelled = List.copyOf(notModelled);
  }

  /** What undoing each change in the database would destroy. */
  public Map<Change, Loss> losses() {
    Map<Change, Loss> losses = new LinkedHashMap<>();
    SchemaDiff back = drift.diff().inverse();
    for (Change change : drift.diff().changes()) {
      renderer().loss(back, change.inverse()).ifPresent(loss -> losses.put(change, loss));
    }
    return losses;
  }

  /** The SQL that makes what is of what should be. */
  public String sql() {
    return renderer().render(drift.diff(), Renderer.Mode.PLAIN).text();
  }

  /** The SQL that makes what should be of what is, whatever it destroys. */
  public String undo() {
    return renderer().render(drift.diff().inverse(), Renderer.Mode.PLAIN).text();
  }

  private Renderer renderer() {
    return Connections.renderer(drift.diff().from().dialect());
  }
}
