package io.liftlock.engine.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.event.Listener;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A copy that ends at any call of the port, in either way, and is begun again: the target is equal
 * at the end, with no row twice, and looks as it did before.
 */
abstract class InterruptedCopyContract {

  /** A database with schema and rows; one for the whole class. */
  abstract DatabaseUrl source();

  /** A fresh database with the same schema and no rows. */
  abstract DatabaseUrl target();

  /** What the tables of a database hold, said by somebody else. */
  abstract Object rows(DatabaseUrl url);

  /** How large a chunk is to be, so that there are some of each table. */
  abstract long chunkBytes();

  /** From one call that is tried to the next, where not each of them is: every run is real. */
  private static final int STEP = 37;

  private CopyOptions options() {
    return CopyOptions.DEFAULT
        .withProfile(CopyOptions.Profile.NORMAL)
        .withJobs(1)
        .withChunkBytes(chunkBytes());
  }

  @Test
  void resumesAfterAKill() {
    each(MortalRows.End.KILLED_BEFORE, 2, STEP);
  }

  @Test
  void goesOnAfterACut() {
    each(MortalRows.End.CUT_BEHIND, 5, STEP);
  }

  @Test
  @Tag("kills")
  void resumesAfterAKillBeforeAnyCall() {
    each(MortalRows.End.KILLED_BEFORE, 1, 1);
  }

  @Test
  @Tag("kills")
  void goesOnAfterACutBehindAnyCall() {
    each(MortalRows.End.CUT_BEHIND, 1, 1);
  }

  private void each(MortalRows.End end, int first, int step) {
    Object expected = rows(source());
    int call = first;
    while (endsAt(end, call, expected)) {
      call += step;
    }
    assertTrue(call > 40, "only " + call + " calls");
  }

  /** Whether the copy made that many calls. */
  private boolean endsAt(MortalRows.End end, int call, Object expected) {
    DatabaseUrl into = target();
    String place = end + " at call " + call;
    MortalRows mortal = new MortalRows(end, call);
    String before;
    CopyPlan plan;
    try (OpenDatabases both = new OpenDatabases(source(), into)) {
      before = both.target.inspector().inspect().fingerprint();
      plan = both.plan(CopyMapping.NONE);
      new Copier(
              mortal.database(both.source),
              mortal.database(both.target),
              OpenDatabases.timing(),
              Listener.SILENT,
              options())
          .copy(plan);
      if (!mortal.isOver()) {
        return false;
      }
    } catch (MortalRows.Killed | DatabaseError e) {
      resume(into, place);
      return check(into, expected, place);
    }
    try (OpenDatabases both = new OpenDatabases(source(), into)) {
      assertEquals(before, both.target.inspector().inspect().fingerprint(), place);
      assertTrue(both.target.rowTarget().ledger().unfinished().isEmpty(), place);
    }
    return check(into, expected, place);
  }

  private void resume(DatabaseUrl into, String place) {
    try (OpenDatabases both = new OpenDatabases(source(), into)) {
      // Where the end came behind the last commit, there is nothing left but rows.
      boolean done = both.target.rowTarget().ledger().last().isPresent();
      if (!done) {
        CopyReport report = both.copy(options());
        assertTrue(report.verified().orElseThrow().isEqual(), place);
        assertTrue(report.consistent(), place);
      }
      assertTrue(both.target.rowTarget().ledger().unfinished().isEmpty(), place);
    }
  }

  private boolean check(DatabaseUrl into, Object expected, String place) {
    assertEquals(expected, rows(into), place);
    return true;
  }
}
