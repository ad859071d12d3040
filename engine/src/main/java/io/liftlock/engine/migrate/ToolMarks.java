package io.liftlock.engine.migrate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.sql.CommentLine;
import java.util.List;
import java.util.Locale;

/** Reads the marks that other tools put into comments, as far as they say how a script runs. */
final class ToolMarks {

  private static final List<String> GOOSE =
      List.of("up", "down", "statementbegin", "statementend", "no transaction", "envsub off");

  private ToolMarks() {}

  /**
   * Whether a mark forbids the transaction: goose's {@code NO TRANSACTION}, dbmate's {@code
   * transaction:false}, {@code atlas:txmode none}, {@code no-transaction}.
   *
   * @param layout the layout the file is read by; marks of another layout's sections are refused,
   *     since its rollback would run as part of the migration
   */
  static boolean forbidTransaction(
      String file, String layout, Iterable<CommentLine> comments, Problems problems) {
    boolean forbidden = false;
    for (CommentLine comment : comments) {
      String text = comment.text();
      if (text.isEmpty()) {
        continue;
      }
      switch (text.charAt(0)) {
        case '+' -> {
          if (text.startsWith("+goose")) {
            forbidden |= goose(file, layout, comment, problems);
          }
        }
        case 'm' -> {
          if (text.startsWith("migrate:")) {
            forbidden |= dbmate(file, layout, comment, problems);
          }
        }
        case 'a' -> forbidden |= text.matches("atlas:txmode\\s+none");
        case 'n', '!' -> forbidden |= text.matches("(?:!\\s*)?no-transaction");
        default -> {}
      }
    }
    return forbidden;
  }

  private static boolean goose(String file, String layout, CommentLine comment, Problems problems) {
    String word =
        comment
            .text()
            .substring("+goose".length())
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ");
    Place place = new Place(file, comment.line(), comment.column());
    if (word.startsWith("envsub") && !word.equals("envsub off")) {
      problems.add(
          Problem.error(
                  ErrorCode.HEADER_INVALID,
                  "this file wants environment variables put into its SQL (+goose ENVSUB), which"
                      + " liftlock does not do: the same file must always be the same SQL")
              .at(place)
              .action(
                  "write the values into the file, or use a setting: current_setting('app.x')"));
    } else if (!GOOSE.contains(word)) {
      problems.add(
          Problem.error(ErrorCode.HEADER_UNKNOWN, "unknown mark +goose " + word)
              .at(place)
              .action(Suggestion.didYouMean(word, GOOSE)));
    } else if (!layout.equals("goose") && (word.equals("up") || word.equals("down"))) {
      problems.add(foreign(place, layout, "goose"));
    }
    return word.equals("no transaction");
  }

  private static boolean dbmate(
      String file, String layout, CommentLine comment, Problems problems) {
    Place place = new Place(file, comment.line(), comment.column());
    String[] words = comment.text().substring("migrate:".length()).strip().split("\\s+");
    if (!words[0].equals("up") && !words[0].equals("down")) {
      problems.add(
          Problem.error(ErrorCode.HEADER_UNKNOWN, "unknown mark migrate:" + words[0])
              .at(place)
              .action(Suggestion.didYouMean(words[0], List.of("up", "down"))));
      return false;
    }
    if (!layout.equals("dbmate")) {
      problems.add(foreign(place, layout, "dbmate"));
    }
    boolean forbidden = false;
    for (int i = 1; i < words.length; i++) {
      if (words[i].equals("transaction:false")) {
        forbidden = true;
      } else if (!words[i].equals("transaction:true")) {
        problems.add(
            Problem.error(ErrorCode.HEADER_UNKNOWN, "unknown option of a migrate mark: " + words[i])
                .at(place)
                .action("known is transaction:false"));
      }
    }
    return forbidden;
  }

  private static Problem foreign(Place place, String layout, String other) {
    return Problem.error(
            ErrorCode.LAYOUT_AMBIGUOUS,
            "the file is read by the layout "
                + layout
                + " but bears marks of "
                + other
                + ": its rollback would run as part of the migration")
        .at(place)
        .action("use  layout: " + other + ",  or remove the marks");
  }
}
