package io.liftlock.engine.migrate.layout;

import java.util.List;

/**
 * {@code <id>_name[.engine][.autocommit].up.sql} and {@code .down.sql}: an engine's own file wins
 * over the one without an engine.
 */
final class PopxLayout implements Layout {

  @Override
  public String name() {
    return "popx";
  }

  @Override
  public boolean recognises(Folder folder) {
    return folder.files().stream()
        .filter(file -> file.isSql() && file.folder().isEmpty() && UpDownLayout.isUpDown(file))
        .flatMap(file -> file.numbered().stream())
        .anyMatch(stem -> stem.engine() != null || stem.foreign() || stem.autocommit());
  }

  @Override
  public void arrange(Folder folder, Arrangement into) {
    NumberedFiles.arrange(
        folder.sqlFilesIn("", into),
        into,
        stem -> stem.ending().isDotted() || stem.ending() == FileStem.Ending.VERIFY,
        stem -> stem.id(""),
        false);
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    String base = scaffold.nextNumber() + scaffold.separator() + scaffold.slug();
    return List.of(
        NewFile.of(base + ".up.sql", scaffold.upText()),
        NewFile.of(base + ".down.sql", scaffold.rollbackText(base)));
  }
}
