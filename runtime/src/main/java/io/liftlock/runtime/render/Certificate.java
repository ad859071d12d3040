package io.liftlock.runtime.render;

import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.sql.Checksum;
import io.liftlock.runtime.transfer.DatabaseEnd;
import io.liftlock.runtime.transfer.RowsResult;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who compared which databases when, how, and what it gave, as a text whose last line is the
 * SHA-256 of everything before that line. No key and no value stands in it.
 */
public final class Certificate {

  private static final int HEX = 16;

  private Certificate() {}

  /** The text. */
  public static String of(RowsResult result) {
    StringBuilder text = new StringBuilder("liftlock: certificate of a comparison\n\n");
    line(text, "result", result.isEqual() ? "equal" : "not shown to be equal");
    line(text, "made", made(result));
    end(text, "A", result.a());
    end(text, "B", result.b());
    line(text, "schema", schema(result));
    result.rows().ifPresent(rows -> rows(text, rows));
    result.left().forEach(left -> line(text, "left out", left.object() + ": " + left.because()));
    return text + "\n" + seal(text + "\n") + "\n";
  }

  /** When, and by whom with what. */
  static String made(RowsResult result) {
    return "%s by %s@%s with liftlock %s"
        .formatted(
            result.at().truncatedTo(ChronoUnit.SECONDS),
            result.by().user(),
            result.by().host(),
            result.by().toolVersion());
  }

  /** What is known of the schemas. */
  static String schema(RowsResult result) {
    return result
        .schema()
        .map(
            (SchemaDiff diff) ->
                diff.isEmpty() ? "equal" : "differs in " + diff.changes().size() + " places")
        .orElse("not compared");
  }

  /** How rows were hashed. */
  static String hash(RowComparison rows) {
    return "%s, %d independent hash%s of 64 bits"
        .formatted(Documents.word(rows.hash()), rows.seeds(), rows.seeds() == 1 ? "" : "es");
  }

  /** When and how a side was read. */
  static String reading(RowComparison.Reading reading) {
    String because = reading.consistency().because();
    return "%s%s, consistency %s%s"
        .formatted(
            reading.at().truncatedTo(ChronoUnit.MILLIS),
            reading.point().isEmpty() ? "" : " at " + reading.point(),
            Documents.word(reading.consistency().degree()),
            because.isEmpty() ? "" : ": " + because);
  }

  /** The SHA-256 of what stands before it. */
  static String seal(String before) {
    return "sha256 " + Checksum.sha256(before);
  }

  private static void end(StringBuilder text, String role, DatabaseEnd end) {
    line(text, role, end.url() + ", " + end.product());
    line(text, "", "database " + end.identity());
    line(text, "", "server " + end.server());
  }

  private static void rows(StringBuilder text, RowComparison rows) {
    line(text, "A read", reading(rows.readA()));
    line(text, "B read", reading(rows.readB()));
    line(text, "hash", hash(rows));
    text.append('\n');
    for (TableComparison table : rows.tables()) {
      text.append(
          "%-9s %15s %15s  %s%s\n"
              .formatted(
                  table.state().word(),
                  table.rowsA() < 0 ? "?" : String.valueOf(table.rowsA()),
                  table.rowsB() < 0 ? "?" : String.valueOf(table.rowsB()),
                  table.tableA().equals(table.tableB())
                      ? table.tableA().qualified()
                      : table.tableA().qualified() + " -> " + table.tableB().qualified(),
                  table.digests().isEmpty() ? "" : "  " + sums(table)));
    }
    rows.notCompared().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            left -> text.append("not compared: ").append(left.getKey().qualified()).append('\n'));
  }

  /** What the rows' hashes add up to on both sides, for each seed, as hexadecimal digits. */
  static String sums(TableComparison table) {
    return table.digests().stream()
        .map(digest -> digest.sum().toString(HEX))
        .collect(Collectors.joining(" "));
  }

  private static void line(StringBuilder text, String name, String content) {
    text.append("%-9s %s\n".formatted(name, content));
  }
}
