package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import io.liftlock.testkit.TwentyTables;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Of two copies into one target at once, the second is refused, and the first is not disturbed. */
class TwoCopiesTest {

  @Test
  void theSecondIsRefused() {
    ScratchDatabase source = TwentyTables.filled(ScratchServer.get(), 200);
    ScratchDatabase target = TwentyTables.empty(ScratchServer.get());
    List<ErrorCode> refusals = new CopyOnWriteArrayList<>();
    Copying.copy(
        source.url(),
        target.url(),
        Copying.SMALL_PARTS,
        event -> {
          // In the middle of the first: its snapshot is taken, its first part is not there yet.
          if (event instanceof TransferEvent.SnapshotTaken && refusals.isEmpty()) {
            refusals.add(second(source, target));
          }
        });
    assertThat(refusals).containsExactly(ErrorCode.COPY_RUNNING);
    Copying.assertSameRows(target, source);
  }

  private static ErrorCode second(ScratchDatabase source, ScratchDatabase target) {
    try {
      Copying.copy(source.url(), target.url(), Copying.SMALL_PARTS);
    } catch (LiftlockException e) {
      return e.code();
    }
    throw new AssertionError("a second copy went on beside the first");
  }
}
