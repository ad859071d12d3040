package io.liftlock.sqlite.transfer;

import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.sqlite.link.Link;
import java.sql.SQLException;
import java.util.List;

/** Counts what the columns of a table really hold. */
final class Census {

  private final Link link;
  private final TableShape table;

  Census(Link link, TableShape table) {
    this.link = link;
    this.table = table;
  }

  List<ColumnCensus> count() throws SQLException {
    return List.of();
  }
}
