package io.liftlock.engine.transfer;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives a copy up: no row of it stays, and everything that was suspended is back. */
final class Abandonment {

  private final RowTarget target;

  Abandonment(RowTarget target) {
    this.target = target;
  }

  void abandon(CopyState state) {
    String copyId = state.run().id();
    CopyLedger ledger = target.ledger();
    List<SuspensionRecord> away = new ArrayList<>(state.suspensions());
    try (TableWriter writer = target.writer()) {
      if (!state.run().appends()) {
        Map<ObjectId, ObjectId> tables = new LinkedHashMap<>();
        state.chunks().stream()
            .filter(ChunkRecord::isDone)
            .forEach(chunk -> tables.put(chunk.table(), chunk.target()));
        if (!tables.isEmpty()) {
          // A key that is back already would refuse that its table is emptied.
          List<ObjectId> targets =
              tables.values().stream().filter(id -> !id.equals(LargeObjects.TABLE)).toList();
          away.addAll(ledger.suspend(copyId, target.obstacles(targets)));
          writer.empty(copyId, List.copyOf(tables.keySet()), List.copyOf(tables.values()));
        }
      }
      for (Suspension.Kind kind : Suspension.Kind.values()) {
        away.stream()
            .filter(record -> record.suspension().kind() == kind && !record.isRestored())
            .forEach(record -> writer.restore(copyId, record, 0));
      }
    }
    ledger.state(copyId, CopyRun.State.ABANDONED);
  }
}
