package io.liftlock.engine.migrate.layout;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.CallbackEvent;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code V1_2.3__name.sql}, {@code U1__name.sql}, {@code R__name.sql}, callbacks such as {@code
 * afterMigrate__grants.sql}, and {@code .sql.conf} files beside them, as Flyway has them, in any
 * sub-folder. A baseline file ({@code B5__name.sql}) is refused.
 */
final class FlywayLayout implements Layout {

  private static final Pattern VERSIONED =
      Pattern.compile("([VUB])(\\d+(?:[._]\\d+)*)(?:__(.*))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern REPEATABLE = Pattern.compile("[Rr]__(.+)");
  private static final Pattern NO_TRANSACTION =
      Pattern.compile("(?im)^\\s*executeInTransaction\\s*[=:]\\s*false\\s*$");
  private static final Map<String, CallbackEvent> EVENTS = new HashMap<>();

  /** Events of commands that liftlock does not have, or of single statements. */
  private static final Set<String> OTHER_EVENTS =
      Set.of(
          "beforeeachmigratestatement",
          "aftereachmigratestatement",
          "aftereachmigratestatementerror",
          "beforeeachundostatement",
          "aftereachundostatement",
          "aftereachundostatementerror",
          "beforeclean",
          "afterclean",
          "aftercleanerror",
          "beforeinfo",
          "afterinfo",
          "afterinfoerror",
          "beforevalidate",
          "aftervalidate",
          "aftervalidateerror",
          "beforebaseline",
          "afterbaseline",
          "afterbaselineerror",
          "beforerepair",
          "afterrepair",
          "afterrepairerror",
          "createschema",
          "beforecreateschema",
          "beforeconnect",
          "afterconnect",
          "aftermigrateoperationfinish",
          "beforedeploy",
          "afterdeploy");

  static {
    for (CallbackEvent event : CallbackEvent.values()) {
      EVENTS.put(event.name().replace("_", "").toLowerCase(Locale.ROOT), event);
    }
  }

  @Override
  public String name() {
    return "flyway";
  }

  @Override
  public boolean recognises(Folder folder) {
    return folder.files().stream()
        .filter(SqlFile::isSql)
        .map(SqlFile::stem)
        .anyMatch(
            stem ->
                stem.contains("__")
                    && (VERSIONED.matcher(stem).matches() || REPEATABLE.matcher(stem).matches()));
  }

  @Override
  public void arrange(Folder folder, Arrangement into) throws IOException {
    for (SqlFile file : folder.files()) {
      if (file.isSql()) {
        place(folder, file, into);
      }
    }
  }

  private static void place(Folder folder, SqlFile file, Arrangement into) throws IOException {
    String stem = file.stem();
    Matcher versioned = VERSIONED.matcher(stem);
    Matcher repeatable = REPEATABLE.matcher(stem);
    Draft draft;
    if (versioned.matches()) {
      String name = versioned.group(3) == null ? "" : versioned.group(3);
      String version = versioned.group(2).replace('_', '.');
      switch (versioned.group(1).toUpperCase(Locale.ROOT)) {
        case "B" -> {
          into.problem(baseline(file));
          return;
        }
        case "U" ->
            draft =
                into.draft(MigrationId.of(version), name)
                    .with(new Part(Part.Role.DOWN, null, file));
        default ->
            draft =
                into.draft(MigrationId.of(version), name).with(new Part(Part.Role.UP, null, file));
      }
    } else if (repeatable.matches()) {
      draft =
          into.draft(
                  MigrationId.of("R__" + repeatable.group(1)),
                  repeatable.group(1),
                  Migration.Kind.REPEATABLE,
                  Migration.Lineage.SEQUENCE)
              .with(new Part(Part.Role.UP, null, file));
    } else {
      callback(file, into);
      return;
    }
    SqlFile settings = folder.file(file.relative() + ".conf");
    if (settings != null && NO_TRANSACTION.matcher(settings.text()).find()) {
      draft.withoutTransaction();
    }
  }

  private static void callback(SqlFile file, Arrangement into) {
    String stem = file.stem();
    int sign = stem.indexOf("__");
    String word = (sign < 0 ? stem : stem.substring(0, sign)).toLowerCase(Locale.ROOT);
    @Nullable CallbackEvent event = EVENTS.get(word);
    if (event != null) {
      into.callback(new Arrangement.CallbackFile(event, stem, file));
    } else if (OTHER_EVENTS.contains(word)) {
      into.problem(
          Problem.warning(
                  ErrorCode.LAYOUT_UNKNOWN,
                  "the callback " + file.name() + " is never run: liftlock has no such moment")
              .at(Place.of(file.file())));
    } else {
      into.stray(file);
    }
  }

  private static Problem baseline(SqlFile file) {
    return Problem.error(
            ErrorCode.LAYOUT_UNKNOWN,
            "a baseline file stands for all versions up to its own; liftlock does not run it in"
                + " their place")
        .at(Place.of(file.file()))
        .action(
            "keep the V files and remove this one; or, where they are gone, rename it to V… and use"
                + "  liftlock stamp  on databases that have it");
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    MigrationId last =
        scaffold.existing().stream()
            .filter(MigrationId::isNumeric)
            .max(MigrationId::compareTo)
            .orElse(null);
    String version;
    if (last == null) {
      version = "1";
    } else if (last.label().length() == 14 && last.parts().size() == 1) {
      version = scaffold.timestamp();
    } else {
      String label = last.label();
      int dot = label.lastIndexOf('.');
      version = label.substring(0, dot + 1) + Scaffold.above(label.substring(dot + 1), "0");
    }
    return List.of(
        NewFile.of("V" + version + "__" + scaffold.slug() + ".sql", scaffold.upText()),
        NewFile.of(
            "U" + version + "__" + scaffold.slug() + ".sql",
            scaffold.rollbackText("V" + version + "__" + scaffold.slug())));
  }
}
