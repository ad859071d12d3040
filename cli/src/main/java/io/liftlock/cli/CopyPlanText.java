package io.liftlock.cli;

import io.liftlock.core.transfer.ByteSize;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.Space;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.runtime.render.CopyDocument;
import io.liftlock.runtime.transfer.CopyPace;
import io.liftlock.runtime.transfer.CopyPreview;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a copy would do, for people and as a document. */
final class CopyPlanText {

  private CopyPlanText() {}

  /** The answer of a dry run. */
  static Answer answer(CopyPreview preview) {
    return Answer.of(terminal -> print(terminal, preview), () -> CopyDocument.of(preview));
  }

  private static void print(Terminal terminal, CopyPreview preview) {
    Table table =
        new Table("table", "into", "rows", "bytes", "parts", "by", "as", "")
            .numbers("rows", "bytes", "parts");
    for (CopyPreview.PlannedTable planned : preview.tables()) {
      TablePair pair = planned.pair();
      table.row(
          pair.source().qualified(),
          PairText.isSame(pair.source(), pair.target()) ? "" : pair.target().qualified(),
          Amounts.count(planned.rows()),
          ByteSize.text(planned.bytes()),
          Amounts.count(planned.parts()),
          String.join(", ", pair.key()),
          pair.format().name().toLowerCase(Locale.ROOT),
          renamed(pair));
    }
    table.print(terminal);
    terminal.say("");
    terminal.say(
        "%d table%s, %d connection%s to each side%s, parts of about %s"
            .formatted(
                preview.tables().size(),
                preview.tables().size() == 1 ? "" : "s",
                preview.jobs(),
                preview.jobs() == 1 ? "" : "s",
                preview.profile() == CopyPace.Profile.TINY ? " with care (tiny)" : "",
                ByteSize.text(preview.chunkBytes())));
    terminal.say(space(preview.space()));
    CopyText.types(terminal, preview.types());
    CopyText.omissions(terminal, "not copied:", preview.omissions());
    terminal.note("nothing was changed");
  }

  private static String space(Space space) {
    return "about %s on the target's disk: %s for rows, %s for indexes, %s for the log"
        .formatted(
            ByteSize.text(space.total()),
            ByteSize.text(space.rows()),
            space.indexes() == 0 ? "nothing known" : ByteSize.text(space.indexes()),
            ByteSize.text(space.log()));
  }

  private static String renamed(TablePair pair) {
    return pair.columns().stream()
        .filter(column -> !column.source().equals(column.target()))
        .map((ColumnPair column) -> column.source() + " -> " + column.target())
        .collect(Collectors.joining(", "));
  }
}
