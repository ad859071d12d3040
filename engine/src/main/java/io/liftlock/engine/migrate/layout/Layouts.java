package io.liftlock.engine.migrate.layout;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every layout, and which of them a folder has. */
public final class Layouts {

  /** How many files an error names. */
  private static final int NAMED = 5;

  /** The most specific first; the last one fits what no other has. */
  private static final List<Layout> ALL =
      List.of(
          new SqitchLayout(),
          new SourcegraphLayout(),
          new PrismaLayout(),
          new DieselLayout(),
          new DbmateLayout(),
          new GooseLayout(),
          new FlywayLayout(),
          new PopxLayout(),
          new UpDownLayout(),
          new SupabaseLayout(),
          new VersionFoldersLayout(),
          new FeaturesLayout(),
          new NumberedLayout());

  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "up/down", "updown",
          "up-down", "updown",
          "golang-migrate", "updown",
          "migrate", "updown",
          "sqlx", "supabase",
          "version-folders", "versions",
          "feature", "features");

  private Layouts() {}

  /** A folder whose files have their places. */
  public record Arranged(Layout layout, Arrangement arrangement) {}

  /** The names that {@code layout:} and {@code --layout} take, {@code auto} first. */
  public static List<String> names() {
    return Stream.concat(Stream.of("auto"), ALL.stream().map(Layout::name).sorted()).toList();
  }

  /**
   * The layout of a name.
   *
   * @throws UserError LAYOUT_UNKNOWN with what was probably meant
   */
  public static Layout named(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    String known = OTHER_NAMES.getOrDefault(plain, plain);
    return ALL.stream()
        .filter(layout -> layout.name().equals(known))
        .findFirst()
        .orElseThrow(
            () -> {
              String meant = Suggestion.didYouMean(name, names());
              return new UserError(
                  Problem.error(ErrorCode.LAYOUT_UNKNOWN, "there is no layout " + name)
                      .action(
                          meant != null ? meant : "layouts are: " + String.join(", ", names())));
            });
  }

  /**
   * Recognises a folder's layout, or takes the one that is named, and gives every file its place.
   *
   * @param named a layout's name, or null or {@code auto} to recognise it
   * @param problems collects LAYOUT_UNKNOWN and LAYOUT_AMBIGUOUS with the files, and what is wrong
   *     with names and metadata. Under a named layout, files without a place are a warning
   * @throws UserError LAYOUT_UNKNOWN for a name that no layout has
   */
  public static Arranged arrange(Folder folder, @Nullable String named, Problems problems) {
    Layout chosen = named == null || named.strip().equalsIgnoreCase("auto") ? null : named(named);
    Layout layout = chosen == null ? ALL.get(ALL.size() - 1) : chosen;
    Arrangement arrangement = new Arrangement();
    try {
      if (chosen == null) {
        layout = recognised(folder, layout);
      }
      layout.arrange(folder, arrangement);
      if (!arrangement.strays().isEmpty()) {
        problems.add(strays(folder, layout, arrangement.strays(), chosen == null));
      }
    } catch (IOException e) {
      problems.add(Folder.unreadable(folder.shown(), e));
    } catch (UserError e) {
      // A metadata file that is not well formed: told together with everything else.
      problems.addAll(e.problems());
    }
    problems.addAll(arrangement.problems().all());
    return new Arranged(layout, arrangement);
  }

  private static Layout recognised(Folder folder, Layout otherwise) {
    for (Layout layout : ALL) {
      if (layout.recognises(folder)) {
        return layout;
      }
    }
    return otherwise;
  }

  private static Problem strays(
      Folder folder, Layout layout, List<SqlFile> strays, boolean recognised) {
    String files =
        strays.stream().limit(NAMED).map(SqlFile::file).collect(Collectors.joining(", "))
            + (strays.size() > NAMED ? " and " + (strays.size() - NAMED) + " more" : "");
    Place place = Place.of(strays.get(0).file());
    if (!recognised) {
      return Problem.warning(
              ErrorCode.LAYOUT_UNKNOWN,
              "left out, because the layout " + layout.name() + " has no place for them: " + files)
          .at(place);
    }
    boolean anyPlaced = strays.size() < folder.sqlFiles().size();
    Folder rest = folder.only(strays);
    for (Layout other : ALL) {
      if (other != layout && anyPlaced && other.recognises(rest)) {
        return Problem.error(
                ErrorCode.LAYOUT_AMBIGUOUS,
                "the folder "
                    + folder.shown()
                    + " has files of two layouts: "
                    + layout.name()
                    + ", and "
                    + other.name()
                    + ": "
                    + files)
            .at(place)
            .action(
                "keep them in two folders, or name the one that counts:  --layout "
                    + layout.name()
                    + "  or  layout: "
                    + layout.name()
                    + "  in liftlock.yaml");
      }
    }
    return Problem.error(
            ErrorCode.LAYOUT_UNKNOWN,
            "no layout has a place for: "
                + files
                + (anyPlaced ? "; the other files have the layout " + layout.name() : ""))
        .at(place)
        .action(
            "name them as  001_name.sql,  move them out of "
                + folder.shown()
                + ",  or name the layout:  --layout NAME  or  layout: NAME  in liftlock.yaml ("
                + String.join(", ", names())
                + ")");
  }
}
