package io.liftlock.engine.migrate.layout;

import io.liftlock.core.migration.MetadataReader.Format;
import io.liftlock.core.migration.MigrationId;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code <id>_name/up.sql} and {@code down.sql}, as Diesel has them. The whole folder name is the
 * id; {@code metadata.toml} may say {@code run_in_transaction = false}.
 */
final class DieselLayout implements Layout {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

  @Override
  public String name() {
    return "diesel";
  }

  @Override
  public boolean recognises(Folder folder) {
    return FolderPerMigration.anyHolds(folder, "up.sql")
        || FolderPerMigration.anyHolds(folder, "metadata.toml");
  }

  @Override
  public void arrange(Folder folder, Arrangement into) throws IOException {
    for (Map.Entry<String, List<SqlFile>> entry :
        FolderPerMigration.folders(folder, into).entrySet()) {
      String label = entry.getKey();
      for (SqlFile file : entry.getValue()) {
        switch (file.name().toLowerCase(Locale.ROOT)) {
          case "up.sql" -> draft(label, into).with(new Part(Part.Role.UP, null, file));
          case "down.sql" -> draft(label, into).with(new Part(Part.Role.DOWN, null, file));
          case "verify.sql" -> draft(label, into).with(new Part(Part.Role.VERIFY, null, file));
          case "metadata.toml" -> {
            Map<String, Object> metadata = folder.metadata(file, Format.TOML, into);
            if (Boolean.FALSE.equals(metadata.get("run_in_transaction"))) {
              draft(label, into).withoutTransaction();
            }
          }
          default -> {
            if (file.isSql()) {
              into.stray(file);
            }
          }
        }
      }
    }
  }

  private static Draft draft(String folder, Arrangement into) {
    return into.draft(MigrationId.of(folder), FolderPerMigration.name(folder));
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    String folder = STAMP.format(scaffold.now()) + "_" + scaffold.slug();
    return List.of(
        NewFile.of(folder + "/up.sql", scaffold.upText()),
        NewFile.of(folder + "/down.sql", scaffold.rollbackText(folder)));
  }
}
