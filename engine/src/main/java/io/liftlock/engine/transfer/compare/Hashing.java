package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.DigestQuery;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.HashColumn;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.TablePair;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How the rows of both sides are hashed.
 *
 * @param kind which hash
 * @param seeds one for each independent hash
 * @param asText whether every column's text is hashed, also where the types of both sides agree
 */
record Hashing(HashKind kind, List<Long> seeds, boolean asText) {

  private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

  /** Copies the seeds. */
  Hashing {
    seeds = List.copyOf(seeds);
  }

  /** The same with every column as text. */
  Hashing textOnly() {
    return new Hashing(kind, seeds, true);
  }

  /** The same with another hash. */
  Hashing by(HashKind other) {
    return new Hashing(other, seeds, asText);
  }

  /** Whether liftlock computes the hashes itself. */
  boolean isByTuples() {
    return kind == HashKind.TUPLES;
  }

  /**
   * What a server is asked for its digest of rows, split by their keys, or by whole rows.
   *
   * @param range in the side's own names
   */
  DigestQuery query(TablePair pair, Side side, Range range, long seed, int buckets) {
    List<HashColumn> key =
        pair.columns().stream()
            .filter(column -> pair.key().contains(column.source()))
            .map(column -> hashed(column, side))
            .toList();
    return new DigestQuery(
        side.table(pair),
        range,
        keyFirst(pair).stream().map(column -> hashed(column, side)).toList(),
        kind,
        seed,
        buckets == 1 ? List.of() : key,
        buckets);
  }

  private HashColumn hashed(ColumnPair column, Side side) {
    return new HashColumn(side.column(column), mode(column), form(column));
  }

  private HashColumn.Mode mode(ColumnPair column) {
    if (column.sourceType().equals(column.targetType())) {
      return asText ? HashColumn.Mode.TEXT : HashColumn.Mode.TYPED;
    }
    boolean numbers = isNumber(column.sourceType()) && isNumber(column.targetType());
    return numbers ? HashColumn.Mode.NUMBER : HashColumn.Mode.TEXT;
  }

  /** Of another length or scale, a number is written with more zeros. */
  private static boolean isNumber(String type) {
    return WHOLE.contains(type) || (type.startsWith("numeric") && !type.endsWith("]"));
  }

  /** The form in which the values of both sides can be compared. */
  static FieldForm form(ColumnPair column) {
    return column.form() == FieldForm.NATIVE ? FieldForm.TEXT : column.form();
  }

  /** The columns of a pair, those of its key first and those that are computed last. */
  static List<ColumnPair> keyFirst(TablePair pair) {
    Stream<ColumnPair> key =
        pair.key().stream()
            .flatMap(
                name -> pair.columns().stream().filter(column -> column.source().equals(name)));
    Stream<ColumnPair> rest =
        pair.columns().stream().filter(column -> !pair.key().contains(column.source()));
    return Stream.of(key, rest, pair.computed().stream()).flatMap(Function.identity()).toList();
  }

  /**
   * Rows as tuples, the columns of the key first.
   *
   * @param range in the side's own names
   */
  static RowQuery read(TablePair pair, Side side, Range range) {
    return new RowQuery(
        side.table(pair),
        range,
        keyFirst(pair).stream()
            .map(column -> new ReadColumn(side.column(column), form(column)))
            .toList(),
        RowFormat.TUPLES);
  }
}
