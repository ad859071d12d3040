package io.liftlock.cli;

import io.liftlock.core.transfer.ByteSize;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.runtime.render.CopyDocument;
import io.liftlock.runtime.transfer.CopyPreview;
import java.util.List;
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
    EndsText.print(terminal, "from", preview.from(), "to", preview.to());
    Table table =
        new Table("table", "into", "rows", "bytes", "key", "travels as", "")
            .numbers("rows", "bytes");
    List<TablePair> pairs = preview.plan().tables();
    for (int i = 0; i < pairs.size(); i++) {
      TablePair pair = pairs.get(i);
      TableFacts facts = preview.facts().get(i);
      table.row(
          pair.source().qualified(),
          pair.target().path().equals(pair.source().path()) ? "" : pair.target().qualified(),
          facts.rows() < 0 ? "?" : "%,d".formatted(facts.rows()),
          ByteSize.text(facts.bytes()),
          String.join(", ", pair.key()),
          pair.format().name().toLowerCase(Locale.ROOT),
          renamed(pair));
    }
    table.print(terminal);
    terminal.say("");
    terminal.say(
        "%d table%s, about %s without indexes"
            .formatted(pairs.size(), pairs.size() == 1 ? "" : "s", ByteSize.text(preview.bytes())));
    if (preview.source().tiny() || preview.target().tiny()) {
      terminal.say(
          "the %s is small: one connection, small parts and a throttle (--profile tiny)"
              .formatted(preview.source().tiny() ? "source" : "target"));
    }
    CopyText.types(terminal, preview.types());
    CopyText.omissions(terminal, "not copied:", preview.plan().omissions());
    terminal.note("nothing was changed");
  }

  private static String renamed(TablePair pair) {
    return pair.columns().stream()
        .filter(column -> !column.source().equals(column.target()))
        .map((ColumnPair column) -> column.source() + " -> " + column.target())
        .collect(Collectors.joining(", "));
  }
}
