package io.liftlock.engine.migrate.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the layouts with a folder per migration share. */
final class FolderPerMigration {

  private FolderPerMigration() {}

  /** Whether some sub-folder of the first level holds a file of this name. */
  static boolean anyHolds(Folder folder, String name) {
    return folder.files().stream()
        .anyMatch(file -> isChild(file) && file.name().equalsIgnoreCase(name));
  }

  /** Whether the file stands in a sub-folder of the first level. */
  private static boolean isChild(SqlFile file) {
    return !file.folder().isEmpty() && file.folder().indexOf('/') < 0;
  }

  /**
   * The files of each sub-folder that begins with a digit, by the folder's name; SQL files anywhere
   * else are strays.
   */
  static Map<String, List<SqlFile>> folders(Folder folder, Arrangement into) {
    Map<String, List<SqlFile>> folders = new TreeMap<>();
    for (SqlFile file : folder.files()) {
      if (isChild(file) && Character.isDigit(file.folder().charAt(0))) {
        folders.computeIfAbsent(file.folder(), key -> new ArrayList<>(3)).add(file);
      } else if (file.isSql()) {
        into.stray(file);
      }
    }
    return folders;
  }

  /** A folder's name without its leading number and the sign behind it. */
  static String name(String folder) {
    int end = 0;
    while (end < folder.length()
        && (Character.isDigit(folder.charAt(end)) || isSign(folder, end))) {
      end++;
    }
    return folder.substring(end);
  }

  private static boolean isSign(String folder, int at) {
    return folder.charAt(at) == '-' || folder.charAt(at) == '_';
  }
}
