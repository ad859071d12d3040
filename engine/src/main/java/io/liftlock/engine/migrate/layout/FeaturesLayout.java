package io.liftlock.engine.migrate.layout;

import io.liftlock.core.sql.SectionMarks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sub-folders, each a branch with its own sequence of numbered or up/down files; {@code -- Depends:
 * events/003} ties them into one graph.
 */
final class FeaturesLayout implements Layout {

  @Override
  public String name() {
    return "features";
  }

  @Override
  public boolean recognises(Folder folder) {
    return folder.files().stream()
        .anyMatch(file -> file.isSql() && !file.folder().isEmpty() && file.numbered().isPresent());
  }

  @Override
  public void arrange(Folder folder, Arrangement into) {
    Map<String, List<SqlFile>> branches = new LinkedHashMap<>();
    for (SqlFile file : folder.files()) {
      if (!file.isSql()) {
        continue;
      }
      if (file.folder().isEmpty()) {
        into.stray(file);
      } else {
        branches.computeIfAbsent(file.folder(), key -> new ArrayList<>()).add(file);
      }
    }
    branches.forEach(
        (branch, files) -> {
          boolean dotted = files.stream().anyMatch(UpDownLayout::isUpDown);
          NumberedFiles.arrange(
              files,
              into,
              stem -> stem.ending().isDotted() == dotted || stem.ending() == FileStem.Ending.VERIFY,
              stem -> stem.id(branch),
              !dotted);
        });
  }

  @Override
  public SectionMarks sections() {
    return NumberedLayout.ROLLBACK_LINE;
  }

  @Override
  public boolean isStrictlyNumbered() {
    return true;
  }

  @Override
  public boolean hasBranches() {
    return true;
  }

  @Override
  public boolean needsBranch() {
    return true;
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    String prefix = scaffold.branch() + "/";
    boolean dotted =
        scaffold.folder().files().stream()
            .anyMatch(
                file -> file.folder().equals(scaffold.branch()) && UpDownLayout.isUpDown(file));
    if (!dotted) {
      return NumberedLayout.scaffold(scaffold, prefix);
    }
    String base = scaffold.nextNumber() + scaffold.separator() + scaffold.slug();
    return List.of(
        NewFile.of(prefix + base + ".up.sql", scaffold.upText()),
        NewFile.of(prefix + base + ".down.sql", scaffold.rollbackText(base)));
  }
}
