package io.liftlock.core.migration;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Understands how people name a migration: its id ({@code 003}, {@code 3}, {@code events/003}), its
 * title ({@code 003_add_email}), a beginning of either that fits one alone, {@code head}, {@code
 * base}, {@code branch@head}, {@code branch@base}, a tag ({@code @v1.0}), and as a target also
 * {@code +1} and {@code -2}.
 */
public final class References {

  /** How many candidates an error names. */
  private static final int NAMED = 8;

  private final MigrationGraph graph;

  private References(MigrationGraph graph) {
    this.graph = graph;
  }

  /** References into a graph. */
  public static References in(MigrationGraph graph) {
    return new References(graph);
  }

  /**
   * The target that a text names. {@code head} and {@code heads} mean everything, {@code base}
   * nothing, {@code +n} and {@code -n} that many steps in the direction of the command.
   *
   * @throws UserError MIGRATION_UNKNOWN with the nearest id or the candidates; USAGE for {@code +0}
   */
  public Target target(String text) {
    String word = text.strip();
    switch (word.toLowerCase(Locale.ROOT)) {
      case "head", "heads", "latest" -> {
        return new Target.Everything();
      }
      case "base", "none" -> {
        return new Target.Nothing();
      }
      default -> {}
    }
    if (word.length() > 1 && (word.charAt(0) == '+' || word.charAt(0) == '-')) {
      return new Target.Steps(steps(word));
    }
    return new Target.Id(id(word));
  }

  private static int steps(String word) {
    try {
      int count = Integer.parseInt(word.substring(1));
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below, with what is right.
    }
    throw new UserError(
        Problem.error(ErrorCode.USAGE, "not a number of steps: " + word)
            .action("write +1, -2 and so on"));
  }

  /**
   * The one migration that a text names.
   *
   * @throws UserError MIGRATION_UNKNOWN where none fits or several do; HEADS_MANY for {@code head}
   *     where there are several
   */
  public MigrationId id(String text) {
    String word = text.strip();
    if (word.equalsIgnoreCase("head")) {
      return only(graph.heads(), "head");
    }
    if (word.equalsIgnoreCase("base")) {
      return only(graph.roots(), "base");
    }
    if (word.startsWith("@")) {
      return tagged(word);
    }
    int at = word.lastIndexOf('@');
    if (at > 0) {
      String end = word.substring(at + 1).toLowerCase(Locale.ROOT);
      if (end.equals("head") || end.equals("base")) {
        return ofBranch(word.substring(0, at), end, word);
      }
    }
    MigrationId exact = MigrationId.parse(word);
    if (!graph.at(exact).isEmpty()) {
      return graph.at(exact).get(0).id();
    }
    return search(word);
  }

  /**
   * Every migration that a text names: as {@link #id}, and all of them for {@code heads}.
   *
   * @throws UserError as {@link #id}
   */
  public List<MigrationId> ids(String text) {
    return text.strip().equalsIgnoreCase("heads") ? graph.heads() : List.of(id(text));
  }

  private MigrationId only(List<MigrationId> ids, String word) {
    if (ids.size() == 1) {
      return ids.get(0);
    }
    if (ids.isEmpty()) {
      throw new UserError(
          Problem.error(ErrorCode.MIGRATION_UNKNOWN, word + " names nothing: there is no migration")
              .action("write the first one:  liftlock new NAME"));
    }
    throw new UserError(
        Problem.error(
                word.equals("head") ? ErrorCode.HEADS_MANY : ErrorCode.MIGRATION_UNKNOWN,
                word + " names several migrations: " + named(ids))
            .action("write one of them, or branch@" + word));
  }

  private MigrationId ofBranch(String branch, String end, String word) {
    List<MigrationId> ids =
        graph.ids().stream().filter(id -> id.branch().equals(branch)).sorted().toList();
    if (ids.isEmpty()) {
      Set<String> branches =
          graph.ids().stream()
              .map(MigrationId::branch)
              .filter(name -> !name.isEmpty())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      String meant = Suggestion.didYouMean(branch, branches);
      throw new UserError(
          Problem.error(ErrorCode.MIGRATION_UNKNOWN, word + ": there is no branch " + branch)
              .action(
                  meant != null || branches.isEmpty()
                      ? meant
                      : "branches are: " + String.join(", ", branches)));
    }
    // Within a branch the order is that of the graph, which may differ from that of the labels.
    List<MigrationId> ends =
        ids.stream()
            .filter(
                id ->
                    (end.equals("head") ? graph.children(id) : graph.parents(id))
                        .stream().noneMatch(other -> other.branch().equals(branch)))
            .toList();
    return only(ends, end);
  }

  private MigrationId tagged(String word) {
    String tag = word.substring(1);
    Set<String> tags = new LinkedHashSet<>();
    for (Migration migration : graph.order()) {
      for (String known : migration.header().fields().getOrDefault("Tags", "").split("\\s+")) {
        if (known.equals(tag)) {
          return migration.id();
        }
        if (!known.isEmpty()) {
          tags.add("@" + known);
        }
      }
    }
    throw new UserError(
        Problem.error(ErrorCode.MIGRATION_UNKNOWN, "there is no tag " + word)
            .action(Suggestion.didYouMean(word, tags)));
  }

  private MigrationId search(String word) {
    Set<MigrationId> titled = new LinkedHashSet<>();
    Set<MigrationId> begun = new LinkedHashSet<>();
    String stem = stem(word);
    for (MigrationId id : graph.ids()) {
      for (Migration migration : graph.at(id)) {
        collect(migration, word, stem, titled, begun);
      }
    }
    for (Migration migration : graph.repeatables()) {
      collect(migration, word, stem, titled, begun);
    }
    Set<MigrationId> found = titled.isEmpty() ? begun : titled;
    if (found.size() == 1) {
      return found.iterator().next();
    }
    if (found.isEmpty()) {
      throw unknown(word);
    }
    throw new UserError(
        Problem.error(
                ErrorCode.MIGRATION_UNKNOWN,
                word + " names several migrations: " + named(new ArrayList<>(found)))
            .action("write more of the one you mean"));
  }

  private static void collect(
      Migration migration,
      String word,
      String stem,
      Set<MigrationId> titled,
      Set<MigrationId> begun) {
    MigrationId id = migration.id();
    String title = migration.title();
    String file = stem(migration.file());
    if (title.equals(stem)
        || id.label().equals(word)
        || migration.name().equals(word)
        || file.equals(stem)
        || sameNumber(id, word)) {
      titled.add(id);
    } else if ((title.startsWith(word) || id.label().startsWith(word)) && !cutNumber(id, word)) {
      begun.add(id);
    }
  }

  /**
   * Whether the word is a short number's beginning: 1 is no way to write 10, 2024 may be a date.
   */
  private static boolean cutNumber(MigrationId id, String word) {
    return id.isNumeric() && id.label().length() < 8 && MigrationId.of(word).isNumeric();
  }

  /** {@code 3} for {@code 003} on any branch; an exact id without a branch was looked up before. */
  private static boolean sameNumber(MigrationId id, String word) {
    return id.isNumeric()
        && word.indexOf('/') < 0
        && id.parts().equals(MigrationId.of(word).parts());
  }

  /** A path's last part without {@code .sql}, so that a file name can be pasted. */
  private static String stem(String path) {
    String name =
        path.toLowerCase(Locale.ROOT).endsWith(".sql")
            ? path.substring(path.lastIndexOf('/') + 1, path.length() - 4)
            : path;
    return name.endsWith(".up") ? name.substring(0, name.length() - 3) : name;
  }

  private UserError unknown(String word) {
    List<String> known = new ArrayList<>();
    for (Migration migration : graph.order()) {
      known.add(migration.id().toString());
      known.add(migration.title());
      known.add(migration.name());
    }
    String action = Suggestion.didYouMean(word, known);
    if (action == null && !graph.ids().isEmpty()) {
      List<MigrationId> last = graph.ids();
      action = "the newest are: " + named(last.subList(Math.max(0, last.size() - 3), last.size()));
    }
    return new UserError(
        Problem.error(ErrorCode.MIGRATION_UNKNOWN, "there is no migration " + word).action(action));
  }

  private String named(List<MigrationId> ids) {
    String names = ids.stream().limit(NAMED).map(this::title).collect(Collectors.joining(", "));
    return ids.size() > NAMED ? names + " and " + (ids.size() - NAMED) + " more" : names;
  }

  private String title(MigrationId id) {
    List<Migration> at = graph.at(id);
    return at.isEmpty() ? id.toString() : at.get(0).title();
  }
}
