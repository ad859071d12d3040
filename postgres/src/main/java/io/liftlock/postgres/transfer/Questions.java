package io.liftlock.postgres.transfer;

import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;

/** Something that queries can be sent to. */
@FunctionalInterface
interface Questions {

  /**
   * The rows of a message's last query.
   *
   * @param doing what cannot be done where it fails, as a clause
   * @throws io.liftlock.core.error.DatabaseError where it fails
   */
  Reply ask(String doing, String sql);

  /** Asked over a connection. */
  static Questions over(Link link) {
    return (doing, sql) -> {
      Answer answer = link.ask(sql, Link.Rows.KEEP);
      if (answer.failure() != null) {
        throw Failures.error(doing, answer.failure());
      }
      return answer.replies().get(answer.replies().size() - 1);
    };
  }
}
