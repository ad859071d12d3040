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
    return new ServerFacts(questions).identity();
  }

  @Override
  public String server() {
    return new ServerFacts(questions).server();
  }

  @Override
  public ServerSize size() {
    return new ServerFacts(questions).size();
  }

  @Override
  public ReadPoint open(int readers) {
    return PostgresReadPoint.open(connector, clock, readers);
  }
}
