package io.liftlock.postgres;

import io.liftlock.postgres.inspect.CatalogLink;
import io.liftlock.postgres.inspect.Rows;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the catalog over a link: all queries in one message. */
final class CatalogQueries implements CatalogLink {

  /**
   * The text of a constant, a bound or a name depends on these settings of the session, which the
   * role, the database or this machine may have set; what is read must not. An empty path makes the
   * server write every name with its schema. Compiling the queries would take it longer than
   * running them. All of it ends with COMMIT.
   */
  private static final List<String> BEFORE =
      List.of(
          "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
          "SET LOCAL search_path = ''",
          "SET LOCAL timezone = 'UTC'",
          "SET LOCAL datestyle = 'ISO, MDY'",
          "SET LOCAL intervalstyle = 'postgres'",
          "SET LOCAL extra_float_digits = 1",
          "SET LOCAL bytea_output = 'hex'",
          "SET LOCAL lc_monetary = 'C'",
          "SET LOCAL standard_conforming_strings = on",
          "SET LOCAL quote_all_identifiers = off",
          "SET LOCAL jit = off");

  private final Link link;

  CatalogQueries(Link link) {
    this.link = link;
  }

  @Override
  public void ask(List<String> queries, Consumer<Rows> each) {
    List<String> message = new ArrayList<>(BEFORE);
    message.addAll(queries);
    message.add("COMMIT");
    SQLException failure =
        link.stream(String.join(";\n", message), reply -> each.accept(new ReplyRows(reply)));
    if (failure != null) {
      if (link.inTransaction()) {
        link.ask("ROLLBACK", Link.Rows.DROP);
      }
      throw Failures.error("the catalog cannot be read", failure);
    }
  }

  /** A reply as the readers of the catalog see it. */
  private record ReplyRows(Reply reply) implements Rows {

    @Override
    public int size() {
      return reply.rows().size();
    }

    @Override
    public @Nullable String text(int row, int column) {
      return reply.text(row, column);
    }

    @Override
    public boolean isTrue(int row, int column) {
      return reply.isTrue(row, column);
    }

    @Override
    public long number(int row, int column) {
      return reply.number(row, column);
    }
  }
}
