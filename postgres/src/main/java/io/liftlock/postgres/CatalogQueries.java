package io.liftlock.postgres;

import io.liftlock.postgres.inspect.CatalogLink;
import io.liftlock.postgres.inspect.Rows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the catalog over a link: all queries in one message. */
final class CatalogQueries implements CatalogLink {

  private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  /** An empty path makes the server write every name with its schema; it ends with COMMIT. */
  private static final String EMPTY_PATH = "SET LOCAL search_path = ''";

  private final Link link;

  CatalogQueries(Link link) {
    this.link = link;
  }

  @Override
  public List<Rows> ask(List<String> queries) {
    List<String> message = new ArrayList<>(List.of(BEGIN, EMPTY_PATH));
    message.addAll(queries);
    message.add("COMMIT");
    Answer answer = link.ask(String.join(";\n", message), Link.Rows.KEEP);
    if (answer.failure() != null) {
      if (link.inTransaction()) {
        link.ask("ROLLBACK", Link.Rows.DROP);
      }
      throw Failures.error("the catalog cannot be read", answer.failure());
    }
    return answer.replies().subList(2, 2 + queries.size()).stream()
        .map(CatalogQueries::rows)
        .toList();
  }

  private static Rows rows(Reply reply) {
    return new Rows() {
      @Override
      public int size() {
        return reply.rows().size();
      }

      @Override
      public @Nullable String text(int row, int column) {
        return reply.text(row, column);
      }
    };
  }
}
