package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.report.CopyReport;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import io.liftlock.testkit.TwentyTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A target that runs out of space: the copy stops and says so, nothing half-done is called done,
 * and when there is space again the next run continues. The target lies in a small file system of
 * its own, which only root can make.
 */
class FullDiskTest {

  private static final int ROWS = 3000;

  @TempDir Path disk;

  private final ScratchServer server = ScratchServer.get();
  private ScratchDatabase source;
  private ScratchDatabase target;

  @BeforeEach
  void makeSmallDisk() throws IOException, InterruptedException {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=400m,mode=0777", "tmpfs", disk.toString()),
        "no small file system can be mounted here");
    source = TwentyTables.filled(server, ROWS);
    target = TwentyTables.empty(server);
    String tablespace = "small_" + target.name();
    server.execute("CREATE TABLESPACE " + tablespace + " LOCATION '" + disk + "'");
    server.execute("ALTER DATABASE " + target.name() + " SET TABLESPACE " + tablespace);
  }

  @AfterEach
  void removeSmallDisk() throws IOException, InterruptedException {
    if (target != null) {
      target.drop();
      server.execute("DROP TABLESPACE small_" + target.name());
    }
    run("umount", disk.toString());
  }

  private void resize(long bytes) throws IOException, InterruptedException {
    assertThat(run("mount", "-o", "remount,size=" + bytes, disk.toString())).isTrue();
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }

  /** How much the target's file system holds now. */
  private long used() {
    return Long.parseLong(target.value("SELECT pg_tablespace_size('small_" + target.name() + "')"));
  }

  @Test
  void whereRowsDoNotFitTheNextRunContinues() throws IOException, InterruptedException {
    String schema = Copying.fingerprint(target.url());
    long rows =
        Long.parseLong(
            source.value("SELECT sum(pg_table_size(oid)) FROM pg_class WHERE relname ~ '^t\\d+$'"));
    stopsAndContinues(schema, List.of(used() + rows / 3, used() + rows * 2 / 3));
  }

  @Test
  void whereIndexesDoNotFitTheNextRunContinues() throws IOException, InterruptedException {
    String schema = Copying.fingerprint(target.url());
    String sizes =
        "SELECT sum(pg_table_size(oid)) + sum(pg_indexes_size(oid)) / 2 FROM pg_class WHERE relname"
            + " ~ '^t\\d+$'";
    stopsAndContinues(schema, List.of(used() + (long) Double.parseDouble(source.value(sizes))));
  }

  private void stopsAndContinues(String schema, List<Long> sizes)
      throws IOException, InterruptedException {
    int copied = 0;
    for (long size : sizes) {
      resize(size);
      assertThatThrownBy(() -> Copying.copy(source.url(), target.url(), Copying.SMALL_PARTS))
          .isInstanceOf(LiftlockException.class)
          .satisfies(
              thrown -> {
                LiftlockException e = (LiftlockException) thrown;
                assertThat(
                        Stream.concat(
                            Stream.of(e.code()), e.problems().stream().map(p -> p.code())))
                    .contains(ErrorCode.COPY_STOPPED, ErrorCode.DISK_FULL);
              });
      resize(400 << 20);
      assertThat(target.value("SELECT string_agg(state, ', ') FROM liftlock.copy"))
          .isEqualTo("copying");
      // What the ledger calls done is there, and nothing else.
      int now =
          Integer.parseInt(
              target.value("SELECT sum(rows) FROM liftlock.copy_chunk WHERE rows IS NOT NULL"));
      assertThat(now).isGreaterThanOrEqualTo(copied).isEqualTo(rowsOf(target));
      copied = now;
    }
    CopyReport report = Copying.copy(source.url(), target.url(), Copying.SMALL_PARTS);
    assertThat(report.resumed()).isPositive();
    Copying.assertSameRows(target, source);
    assertThat(Copying.fingerprint(target.url())).isEqualTo(schema);
  }

  private static int rowsOf(ScratchDatabase database) {
    int rows = 0;
    for (int i = 1; i <= TwentyTables.COUNT; i++) {
      rows += Integer.parseInt(database.value("SELECT count(*) FROM t" + i));
    }
    return rows;
  }
}
