package io.liftlock.postgres.transfer;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.RowSource;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Link;
import java.time.Clock;

/** Lets the rows of a PostgreSQL database be read out by COPY. */
public final class PostgresRowSource implements RowSource {

  private final Connector connector;
  private final Questions questions;
  private final Clock clock;

  /**
   * @param connector opens the connections that read
   * @param link answers what is asked about the server
   */
  public PostgresRowSource(Connector connector, Link link, Clock clock) {
    this.connector = connector;
    this.questions = Questions.over(link);
    this.clock = clock;
  }

  @Override
  public String identity() {
    return Identity.database(questions);
  }

  @Override
  public String server() {
    return Identity.server(questions);
  }

  @Override
  public ServerSize size() {
    return Capacity.measure(questions);
  }

  @Override
  public ReadPoint open(int readers) {
    return PostgresReadPoint.open(connector, clock, readers);
  }
}
