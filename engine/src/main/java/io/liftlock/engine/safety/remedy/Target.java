package io.liftlock.engine.safety.remedy;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.TableOutline;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The table that a safe way is for.
 *
 * @param moment when
 * @param alter the ALTER that is replaced
 */
record Target(Moment moment, AlterTable alter) {

  private static final int LONGEST_NAME = 63;

  /** Empty where no other statement can take its place: it stands in a body, or is of no table. */
  static Optional<Target> of(Moment moment, AlterTable alter) {
    return moment.inBody() || alter.kind() != RelationKind.TABLE
        ? Optional.empty()
        : Optional.of(new Target(moment, alter));
  }

  /** As SQL writes it. */
  String table() {
    return alter.name().toString();
  }

  /** {@code ALTER TABLE …} with what follows. */
  String alter(String action) {
    return "ALTER TABLE "
        + (alter.ifExists() ? "IF EXISTS " : "")
        + (alter.only() ? "ONLY " : "")
        + table()
        + " "
        + action;
  }

  /** What is known of it. */
  Optional<TableOutline> outline() {
    return moment.outline().table(alter.name());
  }

  boolean isPartitioned() {
    return outline().filter(TableOutline::isPartitioned).isPresent();
  }

  /** A name of our own for a column's helper: {@code users_email_new}, within 63 bytes. */
  String name(String column, String label) {
    return joined(alter.name().name(), column, label);
  }

  /** Joined by underscores; the longer of the first two is cut until all fit in 63 bytes. */
  static String joined(String first, String second, String label) {
    String head = first;
    String middle = second;
    while (bytes(head) + bytes(middle) + bytes(label) + 2 > LONGEST_NAME) {
      if (bytes(head) >= bytes(middle)) {
        head = head.substring(0, head.length() - 1);
      } else {
        middle = middle.substring(0, middle.length() - 1);
      }
    }
    return head + (middle.isEmpty() ? "" : "_" + middle) + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  static String quoted(String name) {
    return RelationName.quoted(name);
  }

  /** A name in the schema that the table is written with. */
  RelationName beside(String name) {
    return new RelationName(alter.name().schema(), name);
  }
}
