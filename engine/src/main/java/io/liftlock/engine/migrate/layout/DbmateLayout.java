package io.liftlock.engine.migrate.layout;

import io.liftlock.core.sql.Section;
import java.util.List;
import java.util.Optional;

/**
 * {@code <version>_name.sql} with {@code -- migrate:up} and {@code -- migrate:down}, as dbmate has
 * it.
 */
final class DbmateLayout implements Layout {

  private static final String MARK = "migrate:";

  @Override
  public String name() {
    return "dbmate";
  }

  @Override
  public boolean recognises(Folder folder) {
    return MarkedFiles.anyMarked(folder, MarkedFiles.Mark.DBMATE);
  }

  @Override
  public void arrange(Folder folder, Arrangement into) {
    MarkedFiles.arrange(folder, MarkedFiles.Mark.DBMATE, into);
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
    if (word.equals("up") || word.startsWith("up ")) {
      return Optional.of(Section.UP);
    }
    return word.equals("down") || word.startsWith("down ")
        ? Optional.of(Section.DOWN)
        : Optional.empty();
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    String number = scaffold.existing().isEmpty() ? scaffold.timestamp() : scaffold.nextNumber();
    return List.of(
        NewFile.of(
            number + "_" + scaffold.slug() + ".sql",
            scaffold.sections("-- migrate:up", "-- migrate:down")));
  }
}
