package io.liftlock.engine.migrate.layout;

import io.liftlock.core.migration.MigrationId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code <timestamp>_name/migration.sql}, as Prisma has it. The whole folder name is the id; a
 * {@code down.sql} beside it takes it back.
 */
final class PrismaLayout implements Layout {

  @Override
  public String name() {
    return "prisma";
  }

  @Override
  public boolean recognises(Folder folder) {
    return FolderPerMigration.anyHolds(folder, "migration.sql");
  }

  @Override
  public void arrange(Folder folder, Arrangement into) {
    for (Map.Entry<String, List<SqlFile>> entry :
        FolderPerMigration.folders(folder, into).entrySet()) {
      String label = entry.getKey();
      for (SqlFile file : entry.getValue()) {
        Part.Role role =
            switch (file.name().toLowerCase(Locale.ROOT)) {
              case "migration.sql" -> Part.Role.UP;
              case "down.sql" -> Part.Role.DOWN;
              case "verify.sql" -> Part.Role.VERIFY;
              default -> null;
            };
        if (role != null) {
          into.draft(MigrationId.of(label), FolderPerMigration.name(label))
              .with(new Part(role, null, file));
        } else if (file.isSql()) {
          into.stray(file);
        }
      }
    }
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    String folder = scaffold.timestamp() + "_" + scaffold.slug();
    return List.of(
        NewFile.of(folder + "/migration.sql", scaffold.upText()),
        NewFile.of(folder + "/down.sql", scaffold.rollbackText(folder)));
  }
}
