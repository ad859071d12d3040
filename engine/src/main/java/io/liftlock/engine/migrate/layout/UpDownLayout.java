package io.liftlock.engine.migrate.layout;

import java.util.List;

/** {@code N_name.up.sql} and {@code N_name.down.sql}, as golang-migrate and others have it. */
final class UpDownLayout implements Layout {

  @Override
  public String name() {
    return "updown";
  }

  @Override
  public boolean recognises(Folder folder) {
    return folder.files().stream()
        .anyMatch(file -> file.isSql() && file.folder().isEmpty() && isUpDown(file));
  }

  static boolean isUpDown(SqlFile file) {
    return file.endsWith(".up.sql") || file.endsWith(".down.sql");
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
  public boolean isStrictlyNumbered() {
    return true;
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    String base = scaffold.nextNumber() + scaffold.separator() + scaffold.slug();
    return List.of(
        NewFile.of(base + ".up.sql", scaffold.upText()),
        NewFile.of(base + ".down.sql", scaffold.rollbackText(base)));
  }
}
