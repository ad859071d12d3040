package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;
import java.util.List;

/**
 * A table of the source and the one of the target that takes its rows.
 *
 * @param source the source's table
 * @param target the target's table
 * @param columns what is copied, in this order
 * @param computed what the target computes itself: compared, and never written
 * @param key columns of the source, unique and never null, that chunks are cut by; may be empty
 * @param format how rows travel
 */
public record TablePair(
    ObjectId source,
    ObjectId target,
    List<ColumnPair> columns,
    List<ColumnPair> computed,
    List<String> key,
    RowFormat format) {

  /** Copies the collections. */
  public TablePair {
    columns = List.copyOf(columns);
    computed = List.copyOf(computed);
    key = List.copyOf(key);
  }

  /** A pair of tables of which the target computes nothing. */
  public TablePair(
      ObjectId source,
      ObjectId target,
      List<ColumnPair> columns,
      List<String> key,
      RowFormat format) {
    this(source, target, columns, List.of(), key, format);
  }

  /** What is read. */
  public List<ReadColumn> read() {
    return columns.stream().map(pair -> new ReadColumn(pair.source(), pair.form())).toList();
  }

  /** What is written. */
  public List<ReadColumn> written() {
    return columns.stream().map(pair -> new ReadColumn(pair.target(), pair.form())).toList();
  }

  /** The target's name of a column that is copied. */
  public String targetName(String sourceColumn) {
    return columns.stream()
        .filter(pair -> pair.source().equals(sourceColumn))
        .map(ColumnPair::target)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not copied: " + sourceColumn));
  }

  /** The same rows, said in the target's names. */
  public Range inTarget(Range range) {
    return range.match(
        new Range.Cases<>() {
          @Override
          public Range all(Range.All all) {
            return all;
          }

          @Override
          public Range keys(Range.Keys keys) {
            return keys.named(keys.columns().stream().map(TablePair.this::targetName).toList());
          }

          @Override
          public Range pages(Range.Pages pages) {
            throw new IllegalArgumentException("pages of the source mean nothing in the target");
          }

          @Override
          public Range oneOf(Range.OneOf some) {
            return new Range.OneOf(
                some.columns().stream().map(TablePair.this::targetName).toList(), some.keys());
          }
        });
  }
}
