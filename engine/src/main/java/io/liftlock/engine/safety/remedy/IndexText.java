package io.liftlock.engine.safety.remedy;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Tokens;
import io.liftlock.core.syntax.CreateIndex;

/** A CREATE INDEX as written, in the parts that its safe forms are put together from. */
record IndexText(String head, String tail) {

  /** What the rest of the statement is behind the table's name, on one line. */
  static IndexText of(CreateIndex index, String sql) {
    Words words = Words.of(sql);
    int on = words.find("on");
    Tokens tokens = words.tokens();
    int table = on + 1;
    if (tokens.isWord(table, "only")) {
      table++;
    }
    int end = tokens.isSign(words.size() - 1, ";") ? words.size() - 1 : words.size();
    return new IndexText(
        index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ",
        words.text(tokens.behindName(table), end));
  }

  /** The same index on another table, built while others go on writing. */
  String concurrently(RelationName name, String table) {
    return head + "CONCURRENTLY " + RelationName.quoted(name.name()) + on(table);
  }

  /** The same index on a partitioned table, without one on its partitions. */
  String only(RelationName name, String table) {
    return head + RelationName.quoted(name.name()) + on("ONLY " + table);
  }

  private String on(String table) {
    return " ON " + table + " " + tail;
  }
}
