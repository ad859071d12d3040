package io.liftlock.engine.safety.fix;

import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts the safe form of a migration into its own file: what is not rewritten stays as it stands,
 * with its comments, its header and its rollback section.
 */
public final class InPlace {

  /** The blank line keeps a comment below it from being read as a part of the header. */
  private static final String UNTIED = "-- Transaction: none\n\n";

  private final byte[] file;
  private final Script script;
  private final boolean transactional;

  /**
   * @param text the whole file
   * @param script what of it was rewritten
   * @param transactional whether its header leaves transactions to the runner
   */
  public InPlace(String text, Script script, boolean transactional) {
    this.file = text.getBytes(StandardCharsets.UTF_8);
    this.script = script;
    this.transactional = transactional;
  }

  /** The file with the safe form in it. */
  public String write(Rewriting rewriting) {
    List<Statement> statements = script.stream().toList();
    if (statements.isEmpty()) {
      return text(0, file.length);
    }
    Map<Integer, List<Rendered>> rendered =
        rendered(rewriting).stream().collect(Collectors.groupingBy(each -> each.piece().origin()));
    StringBuilder out = new StringBuilder();
    long start = statements.get(0).span().start();
    out.append(text(0, start));
    if (transactional && !rewriting.isOneTransaction()) {
      out.append(UNTIED);
    }
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      boolean last = i + 1 == statements.size();
      long end = last ? file.length : statements.get(i + 1).span().start();
      String behind = text(statement.span().end(), end);
      List<Rendered> pieces = rendered.getOrDefault(i + 1, List.of());
      if (pieces.isEmpty()) {
        // A BEGIN or COMMIT of its author's, which the transactions of the safe form replace.
        boolean ended = behind.stripLeading().startsWith(";");
        out.append((ended ? behind.substring(behind.indexOf(';') + 1) : behind).stripLeading());
        continue;
      }
      if (i > 0 && !pieces.get(0).piece().why().isEmpty() && endsStatement(out)) {
        out.append('\n');
      }
      out.append(pieces.stream().map(Rendered::text).collect(Collectors.joining(";\n\n")));
      boolean closed = behind.stripLeading().startsWith(";");
      boolean needs = pieces.size() > 1 || pieces.get(0).closes();
      out.append(closed || !needs ? behind : ";" + behind);
    }
    return out.toString();
  }

  /** Whether a statement ends on the line before, and nothing else stands between. */
  private static boolean endsStatement(StringBuilder out) {
    return out.length() > 1
        && out.charAt(out.length() - 1) == '\n'
        && out.charAt(out.length() - 2) == ';';
  }

  private List<Rendered> rendered(Rewriting rewriting) {
    List<Rendered> all = new ArrayList<>();
    for (List<SafePiece> transaction : rewriting.transactions()) {
      boolean wrapped = !rewriting.isOneTransaction() && transaction.size() > 1;
      for (int i = 0; i < transaction.size(); i++) {
        boolean opens = wrapped && i == 0;
        boolean closes = wrapped && i + 1 == transaction.size();
        all.add(new Rendered(transaction.get(i), opens, closes));
      }
    }
    return all;
  }

  private String text(long from, long to) {
    return new String(file, (int) from, (int) (to - from), StandardCharsets.UTF_8);
  }

  /** A piece with what opens and closes its transaction. */
  private record Rendered(SafePiece piece, boolean opens, boolean closes) {

    String text() {
      String why = piece.why().isEmpty() ? "" : "-- " + piece.why().replace("\n", "\n-- ") + "\n";
      return why + (opens ? "BEGIN;\n" : "") + piece.sql() + (closes ? ";\nCOMMIT" : "");
    }
  }
}
