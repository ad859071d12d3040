package io.liftlock.engine.migrate.layout;

import io.liftlock.core.sql.Section;
import java.util.List;
import java.util.Optional;

/**
 * {@code <version>_name.sql} with {@code -- +goose Up} and {@code -- +goose Down}, as goose has it.
 * {@code StatementBegin} and {@code StatementEnd} are not needed: statements are cut exactly.
 */
final class GooseLayout implements Layout {

  private static final String MARK = "+goose";

  @Override
  public String name() {
    return "goose";
  }

  @Override
  public boolean recognises(Folder folder) {
    return MarkedFiles.anyMarked(folder, MarkedFiles.Mark.GOOSE);
  }

  @Override
  public void arrange(Folder folder, Arrangement into) {
    MarkedFiles.arrange(folder, MarkedFiles.Mark.GOOSE, into);
  }

  @Override
  public boolean cutsFiles() {
    return true;
  }

  @Override
  public Optional<Section> cutAt(String line) {
    String word = MarkedFiles.behind(line, MARK);
    if (word == null) {
      return Optional.empty();
    }
    return switch (word) {
      case "up" -> Optional.of(Section.UP);
      case "down" -> Optional.of(Section.DOWN);
      default -> Optional.empty();
    };
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    String number = scaffold.existing().isEmpty() ? scaffold.timestamp() : scaffold.nextNumber();
    return List.of(
        NewFile.of(
            number + "_" + scaffold.slug() + ".sql",
            scaffold.sections("-- +goose Up", "-- +goose Down")));
  }
}
