package io.liftlock.engine.migrate.layout;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.MetadataReader.Format;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code <id>/up.sql}, {@code down.sql} and {@code metadata.yaml}, which names the parents: a graph
 * declared by hand, as Sourcegraph has it.
 */
final class SourcegraphLayout implements Layout {

  @Override
  public String name() {
    return "sourcegraph";
  }

  @Override
  public boolean recognises(Folder folder) {
    return FolderPerMigration.anyHolds(folder, "metadata.yaml")
        || FolderPerMigration.anyHolds(folder, "metadata.yml");
  }

  @Override
  public void arrange(Folder folder, Arrangement into) throws IOException {
    for (Map.Entry<String, List<SqlFile>> entry :
        FolderPerMigration.folders(folder, into).entrySet()) {
      String label = leadingNumber(entry.getKey());
      Map<String, Object> metadata = metadata(folder, entry.getValue(), into);
      Draft draft =
          into.draft(
              MigrationId.of(label),
              name(entry.getKey(), metadata.get("name")),
              Migration.Kind.VERSIONED,
              Migration.Lineage.DECLARED);
      parents(metadata, draft, into, entry.getValue().get(0));
      if (Boolean.TRUE.equals(metadata.get("createIndexConcurrently"))) {
        draft.withoutTransaction();
      }
      for (SqlFile file : entry.getValue()) {
        switch (file.name().toLowerCase(Locale.ROOT)) {
          case "up.sql" -> draft.with(new Part(Part.Role.UP, null, file));
          case "down.sql" -> draft.with(new Part(Part.Role.DOWN, null, file));
          case "verify.sql" -> draft.with(new Part(Part.Role.VERIFY, null, file));
          default -> {
            if (file.isSql()) {
              into.stray(file);
            }
          }
        }
      }
    }
  }

  private static String leadingNumber(String folder) {
    int end = 0;
    while (end < folder.length() && Character.isDigit(folder.charAt(end))) {
      end++;
    }
    return folder.substring(0, end);
  }

  private static Map<String, Object> metadata(Folder folder, List<SqlFile> files, Arrangement into)
      throws IOException {
    for (SqlFile file : files) {
      String name = file.name().toLowerCase(Locale.ROOT);
      if (name.equals("metadata.yaml") || name.equals("metadata.yml")) {
        return folder.metadata(file, Format.YAML, into);
      }
    }
    return Map.of();
  }

  private static String name(String folder, @Nullable Object title) {
    String own = FolderPerMigration.name(folder);
    return own.isEmpty() && title != null ? Scaffold.slug(title.toString()) : own;
  }

  private static void parents(
      Map<String, Object> metadata, Draft draft, Arrangement into, SqlFile any) {
    Object parents =
        metadata.containsKey("parents") ? metadata.get("parents") : metadata.get("parent");
    if (parents == null) {
      return;
    }
    for (Object parent : parents instanceof List<?> list ? list : List.of(parents)) {
      if (parent instanceof Number || parent instanceof String) {
        draft.withParent(MigrationId.of(parent.toString()));
      } else {
        into.problem(
            Problem.error(
                    ErrorCode.METADATA_INVALID, "parents must be ids, as in  parents: [1648, 1649]")
                .at(Place.of(any.folder() + "/metadata.yaml")));
      }
    }
  }

  @Override
  public boolean declaresParents() {
    return true;
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    String last =
        scaffold.existing().stream()
            .filter(MigrationId::isNumeric)
            .max(MigrationId::compareTo)
            .map(MigrationId::label)
            .orElse("");
    String label =
        last.length() == 10 || last.isEmpty()
            ? Scaffold.above(
                last.isEmpty() ? "0" : last,
                Long.toString(scaffold.now().toEpochSecond(ZoneOffset.UTC)))
            : scaffold.nextNumber();
    String folder = label + "_" + scaffold.slug();
    String parents =
        scaffold.depends().stream().map(MigrationId::toString).collect(Collectors.joining(", "));
    return List.of(
        NewFile.of(folder + "/up.sql", scaffold.header() + "\n" + scaffold.content().up()),
        NewFile.of(folder + "/down.sql", scaffold.rollbackText(folder)),
        NewFile.of(
            folder + "/metadata.yaml",
            "name: '" + scaffold.slug().replace('_', ' ') + "'\nparents: [" + parents + "]\n"));
  }
}
