package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand migrations need no more than 256 MB of heap, to plan them, run them and tell. */
class ManyMigrationsTest {

  private static final int MANY = 10_000;
  private static final List<String> HEAP = List.of("-Xmx256m");

  @TempDir Path folder;

  private Command write() {
    Command command = new Command(folder);
    for (int i = 1; i <= MANY; i++) {
      command.write(
          "%05d_step_%d.sql".formatted(i, i),
          i == 1
              ? "CREATE TABLE steps (step INTEGER PRIMARY KEY);\n"
              : "-- Purpose: step %d\nINSERT INTO steps VALUES (%d);\n".formatted(i, i));
      command.write(
          "%05d_step_%d_rollback.sql".formatted(i, i),
          i == 1 ? "DROP TABLE steps;\n" : "DELETE FROM steps WHERE step = %d;\n".formatted(i));
    }
    return command;
  }

  @Test
  void areRunOnSqliteAndToldOf() {
    Command command = write().on("sqlite:" + folder.resolve("many.db"));
    Command.Answer before = command.runWith(HEAP, "status", "--format", "json");
    assertThat(before.exit()).as(before.output()).isZero();
    assertThat(before.output()).contains("\"00001\"", "\"10000\"");
    Command.Answer plan = command.runWith(HEAP, "migrate", "--dry-run");
    assertThat(plan.exit()).as("migrate --dry-run").isZero();
    assertThat(plan.output()).contains("00001_step_1", "10000_step_10000");
    Command.Answer run = command.runWith(HEAP, "migrate", "--quiet");
    assertThat(run.exit()).as(run.output()).isZero();
    Command.Answer after = command.runWith(HEAP, "status", "--format", "json");
    assertThat(after.exit()).as(after.output()).isZero();
    assertThat(after.output().replaceAll("\\s+", ""))
        .contains("\"applied\":10000", "\"pending\":[]", "\"late\":[]", "\"edited\":[]");
    Command.Answer again = command.runWith(HEAP, "migrate");
    assertThat(again.exit()).isZero();
    assertThat(again.output()).contains("nothing to do");
    Command.Answer back = command.runWith(HEAP, "rollback", "--to", "09000", "--quiet");
    assertThat(back.exit()).as(back.output()).isZero();
    assertThat(command.runWith(HEAP, "current").output()).endsWith("09000");
  }

  @Test
  void arePlannedOnPostgres() {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    Command command = write().on(database.urlText());
    Command.Answer status = command.runWith(HEAP, "status");
    assertThat(status.exit()).as("status").isZero();
    assertThat(status.output()).contains("10000");
    Command.Answer plan = command.runWith(HEAP, "migrate", "--dry-run");
    assertThat(plan.exit()).as("migrate --dry-run").isZero();
    assertThat(plan.output()).contains("00001_step_1", "10000_step_10000");
    assertThat(database.value("SELECT to_regclass('steps')")).isNull();
    database.drop();
  }
}
