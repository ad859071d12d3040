package io.liftlock.engine.proof;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Scratch databases as a command makes them. */
public final class Workbenches {

  public static final RunnerIdentity RUNNER =
      new RunnerIdentity("deploy", "ci", 1, Instant.EPOCH, "test");

  public static final Conditions CONDITIONS =
      new Conditions(
          new RunOptions("scratch", RUNNER, Duration.ZERO),
          Timing.system(),
          Map.of(),
          List.of(),
          event -> {});

  private Workbenches() {}

  public static Renderer renderer(String url) {
    return driver(DatabaseUrl.parse(url)).renderer();
  }

  private static DatabaseDriver driver(DatabaseUrl url) {
    return ServiceLoader.load(DatabaseDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.accepts(url))
        .findFirst()
        .orElseThrow();
  }

  public static Database open(DatabaseUrl url) {
    return driver(url).open(url, new OpenOptions("main", HistoryTable.DEFAULT, RUNNER));
  }

  public static Script script(String file, String sql) {
    return new ScriptReader().read(file, sql, Dialect.POSTGRES);
  }
}
