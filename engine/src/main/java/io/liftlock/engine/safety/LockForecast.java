package io.liftlock.engine.safety;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.syntax.Command;
import io.liftlock.engine.safety.forecast.CommandForecast;
import io.liftlock.engine.safety.forecast.Situation;
import io.liftlock.engine.safety.outline.Outline;
import java.util.Locale;
import java.util.Set;

/**
 * Says what a command will lock, read through and write anew, by its syntax, the schema before it
 * and the server's version alone. Of relations that the same transaction has made it speaks as of
 * others: who knows them leaves them out.
 */
public final class LockForecast {

  private static final Set<String> UTC = Set.of("utc", "gmt", "etc/utc", "etc/gmt", "0");

  private final int major;

  /**
   * @param major the server's major version
   */
  public LockForecast(int major) {
    this.major = major;
  }

  /** The forecast of a command that may run in a transaction or outside any. */
  public Forecast of(Command command, Outline before) {
    return CommandForecast.of(command, before, new Situation(major, false, true));
  }

  /**
   * The forecast of a command.
   *
   * @param transaction what its transaction has done already, and what its session has set; where
   *     it has set no time zone, that is taken to be UTC
   */
  public Forecast of(Command command, Outline before, TransactionSoFar transaction) {
    boolean utc =
        transaction
            .parameter("timezone")
            .map(zone -> UTC.contains(zone.toLowerCase(Locale.ROOT)))
            .orElse(true);
    return CommandForecast.of(command, before, new Situation(major, transaction.open(), utc));
  }
}
