package io.liftlock.engine.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Suspension;
import java.util.List;

/**
 * Takes away once more what came back too early: before rows are deleted that others may refer to,
 * since a foreign key would refuse that, or take the others along.
 */
final class Resuspension {

  private final Site site;

  Resuspension(Site site) {
    this.site = site;
  }

  void suspend(ObjectId target) {
    // One at a time: two tables of one foreign key would each find it.
    synchronized (site.ledger()) {
      List<Suspension> back = site.target().obstacles(List.of(target));
      if (!back.isEmpty()) {
        site.board().add(site.ledger().suspend(site.copyId(), back));
      }
    }
  }
}
