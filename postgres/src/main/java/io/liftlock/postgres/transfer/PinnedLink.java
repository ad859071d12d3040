package io.liftlock.postgres.transfer;

import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;

/** Opens connections with {@link PinnedSettings}. */
final class PinnedLink {

  private PinnedLink() {}

  /**
   * A new connection.
   *
   * @throws io.liftlock.core.error.DatabaseError where it cannot be had
   */
  static Link open(Connector connector) {
    Link link = connector.connect();
    Answer answer = link.ask(PinnedSettings.forSession(), Link.Rows.DROP);
    if (answer.failure() != null) {
      link.close();
      throw Failures.error("a connection that moves rows cannot be set up", answer.failure());
    }
    return link;
  }
}
