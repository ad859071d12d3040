package io.liftlock.engine.safety.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts the safe form of a migration into files, one for each transaction or lone statement. */
public final class Parts {

  private Parts() {}

  /**
   * One file.
   *
   * @param sql its statements, each with its semicolon
   * @param why what it does, for its header
   * @param transactional false where its statement ends transactions itself
   */
  public record Part(String sql, String why, boolean transactional) {

    /** The text of a migration that does it. */
    public String text() {
      return (why.isEmpty() ? "" : "-- " + why + "\n")
          + (transactional ? "" : "-- Transaction: none\n")
          + sql;
    }
  }

  /** The files, in order. */
  public static List<Part> of(Rewriting rewriting) {
    List<Part> parts = new ArrayList<>();
    for (List<SafePiece> transaction : rewriting.transactions()) {
      SafePiece first = transaction.get(0);
      // What the first one does stands in the file's header.
      String sql =
          Stream.concat(Stream.of(first.sql()), transaction.stream().skip(1).map(Parts::explained))
              .map(each -> each + ";\n")
              .collect(Collectors.joining("\n"));
      parts.add(new Part(sql, first.why(), !first.isAlone()));
    }
    return parts;
  }

  private static String explained(SafePiece piece) {
    return (piece.why().isEmpty() ? "" : "-- " + piece.why() + "\n") + piece.sql();
  }
}
