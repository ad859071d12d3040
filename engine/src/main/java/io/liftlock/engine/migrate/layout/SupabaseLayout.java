package io.liftlock.engine.migrate.layout;

import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.sql.SectionMarks;
import java.util.List;
import java.util.Optional;

/**
 * {@code <timestamp>_name.sql} with fourteen digits. Its tools order by the whole name, so the
 * whole name is the id and two migrations may share a second. A rollback is given as in numbered
 * files.
 */
final class SupabaseLayout implements Layout {

  @Override
  public String name() {
    return "supabase";
  }

  @Override
  public boolean recognises(Folder folder) {
    boolean any = false;
    for (SqlFile file : folder.files()) {
      if (!file.isSql() || !file.folder().isEmpty()) {
        continue;
      }
      Optional<FileStem> stem = file.numbered();
      if (stem.isEmpty()) {
        continue;
      }
      if (stem.get().label().length() != 14 || stem.get().ending().isDotted()) {
        return false;
      }
      any = true;
    }
    return any;
  }

  @Override
  public void arrange(Folder folder, Arrangement into) {
    NumberedFiles.arrange(
        folder.sqlFilesIn("", into),
        into,
        stem -> !stem.ending().isDotted() && stem.label().length() == 14,
        stem -> MigrationId.of(stem.base()),
        true);
  }

  @Override
  public SectionMarks sections() {
    return NumberedLayout.ROLLBACK_LINE;
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    String base = scaffold.timestamp() + "_" + scaffold.slug();
    return List.of(
        NewFile.of(base + ".sql", scaffold.upText()),
        NewFile.of(base + "_rollback.sql", scaffold.rollbackText(base)));
  }
}
