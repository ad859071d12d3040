package io.liftlock.engine.migrate.layout;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.sql.SectionMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * {@code <x.y>/<NN>__name.sql}: a folder per version, ordered by version, numbers within. The id is
 * {@code x.y_NN}.
 */
final class VersionFoldersLayout implements Layout {

  private static final Pattern VERSION = Pattern.compile("[vV]?\\d+(\\.\\d+)+");

  @Override
  public String name() {
    return "versions";
  }

  @Override
  public boolean recognises(Folder folder) {
    return folder.files().stream().anyMatch(VersionFoldersLayout::fits);
  }

  private static boolean fits(SqlFile file) {
    return file.isSql()
        && VERSION.matcher(file.folder()).matches()
        && file.numbered().filter(stem -> !stem.ending().isDotted()).isPresent();
  }

  private record Place(MigrationId folder, MigrationId number, MigrationId id)
      implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = folder.compareTo(other.folder);
      return order != 0 ? order : number.compareTo(other.number);
    }
  }

  @Override
  public void arrange(Folder folder, Arrangement into) {
    TreeSet<Place> places = new TreeSet<>();
    Map<String, List<SqlFile>> versions = new TreeMap<>();
    for (SqlFile file : folder.files()) {
      if (fits(file)) {
        versions.computeIfAbsent(file.folder(), key -> new ArrayList<>()).add(file);
      } else if (file.isSql()) {
        into.stray(file);
      }
    }
    versions.forEach(
        (version, files) -> {
          String number =
              version.toLowerCase(Locale.ROOT).startsWith("v") ? version.substring(1) : version;
          NumberedFiles.arrange(
              files,
              into,
              stem -> !stem.ending().isDotted(),
              stem -> {
                MigrationId id = MigrationId.of(number + "_" + stem.label());
                places.add(new Place(MigrationId.of(number), stem.id(""), id));
                into.draft(id, stem.name(), Migration.Kind.VERSIONED, Migration.Lineage.DECLARED);
                return id;
              },
              true);
        });
    MigrationId before = null;
    for (Place place : places) {
      if (before != null) {
        into.draft(place.id(), "").withParent(before);
      }
      before = place.id();
    }
  }

  @Override
  public SectionMarks sections() {
    return NumberedLayout.ROLLBACK_LINE;
  }

  @Override
  public boolean hasBranches() {
    return true;
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    if (!scaffold.branch().isEmpty() && !VERSION.matcher(scaffold.branch()).matches()) {
      throw new UserError(
          Problem.error(
                  ErrorCode.USAGE,
                  "the folders here are versions, and %s is none".formatted(scaffold.branch()))
              .action("liftlock new NAME --feature 1.4, or without --feature for the newest"));
    }
    String version =
        scaffold.branch().isEmpty()
            ? scaffold.folder().files().stream()
                .filter(VersionFoldersLayout::fits)
                .map(SqlFile::folder)
                .max((left, right) -> number(left).compareTo(number(right)))
                .orElse("1.0")
            : scaffold.branch();
    String next =
        scaffold.folder().files().stream()
            .filter(file -> fits(file) && file.folder().equals(version))
            .flatMap(file -> file.numbered().stream())
            .map(FileStem::label)
            .max((left, right) -> MigrationId.of(left).compareTo(MigrationId.of(right)))
            .map(last -> Scaffold.above(last, "0"))
            .orElse("01");
    String base = next + "__" + scaffold.slug();
    return List.of(
        NewFile.of(version + "/" + base + ".sql", scaffold.upText()),
        NewFile.of(version + "/" + base + "_rollback.sql", scaffold.rollbackText(base)));
  }

  private static MigrationId number(String folder) {
    return MigrationId.of(
        folder.toLowerCase(Locale.ROOT).startsWith("v") ? folder.substring(1) : folder);
  }
}
