package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.Checksum;
import java.util.List;

/**
 * Which table's rows go where.
 *
 * @param tables what is copied
 * @param omissions what of the source is not, and why
 */
public record CopyPlan(List<TablePair> tables, List<Omission> omissions) {

  /**
   * Something of the source that is not copied.
   *
   * @param object a table or column
   * @param because why
   */
  public record Omission(ObjectId object, String because) {}

  /** Copies the collections. */
  public CopyPlan {
    tables = List.copyOf(tables);
    omissions = List.copyOf(omissions);
  }

  /** A hash of which column goes where and how; a resumed copy must have the same. */
  public String digest() {
    StringBuilder text = new StringBuilder();
    for (TablePair pair : tables) {
      text.append(pair.source()).append(" > ").append(pair.target()).append(' ');
      text.append(pair.format()).append(' ').append(pair.key()).append('\n');
      pair.columns().forEach(column -> text.append(column).append('\n'));
    }
    return Checksum.sha256(text.toString());
  }
}
