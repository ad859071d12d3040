package io.liftlock.runtime.config;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import io.liftlock.core.plan.Timeouts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Project} of flags, configuration and variables. Tells all faults at once. */
public final class ProjectReader {

  /** The configuration's usual name. */
  public static final String FILE_NAME = "liftlock.yaml";

  /** The environment that is meant where none is named. */
  public static final String DEFAULT_ENVIRONMENT = "development";

  /** The name of a database that has none of its own. */
  public static final String ONLY_DATABASE = "main";

  private static final String DATABASE_VARIABLE = "DATABASE_URL";

  private static final List<String> KEYS =
      List.of(
          "migrations",
          "layout",
          "history",
          "environments",
          "assign",
          "settings",
          "log",
          "model",
          "scratch",
          "ignore",
          "lint");
  private static final List<String> ENVIRONMENT_KEYS = List.of("databases", "disposable", "policy");
  private static final List<String> POLICY_KEYS =
      List.of(
          "lock-timeout",
          "statement-timeout",
          "idle-timeout",
          "retry-deadline",
          "lint",
          "window",
          "longest-block",
          "hold-budget",
          "replica-lag",
          "cancel-blockers");

  private final ProjectOptions options;
  private final Map<String, String> process;
  private final Problems problems = new Problems();

  private ProjectReader(ProjectOptions options, Map<String, String> process) {
    this.options = options;
    this.process = process;
  }

  /**
   * Reads a project.
   *
   * @param options what the flags say
   * @param process the process's environment variables
   * @throws LiftlockException with everything that is wrong
   */
  public static Project read(ProjectOptions options, Map<String, String> process) {
    return new ProjectReader(options, process).read();
  }

  private Project read() {
    Path start = options.directory().toAbsolutePath().normalize();
    if (!Files.isDirectory(start)) {
      throw new UserError(
          Problem.error(ErrorCode.FILE_UNREADABLE, "there is no folder " + options.directory())
              .action("check -C"));
    }
    Path file = file(start);
    Path directory = file == null ? start : parent(file);
    Variables variables = Variables.of(process, directory);
    YamlSection root =
        YamlSection.parse(
            shown(file), file == null ? "" : content(file, shown(file)), variables, problems);
    root.allow(KEYS);

    YamlSection environments = root.section("environments");
    for (String name : environments.keys()) {
      // Keys are looked at everywhere, values only where they are used.
      YamlSection environment = environments.section(name);
      environment.allow(ENVIRONMENT_KEYS);
      environment.section("policy").allow(POLICY_KEYS);
    }
    String chosen = environmentName(environments);
    YamlSection environment = environments.section(chosen);
    List<DatabaseSource> databases = databases(environment, chosen, directory, file, variables);
    Project project =
        new Project(
            directory,
            file,
            chosen,
            // A flag may point anywhere: what the environment allows does not go with it.
            environment.flag("disposable") && options.url() == null,
            folders(root, directory),
            options.layout() != null ? options.layout() : root.text("layout").orElse("auto"),
            history(root.section("history")),
            databases,
            selected(databases),
            assigned(root.section("assign"), databases),
            texts(root.section("settings")),
            policy(environment.section("policy"), chosen),
            logFile(root.section("log"), directory),
            new SchemaConfigReader(
                    root,
                    directory,
                    databases.stream().map(DatabaseSource::name).toList(),
                    problems)
                .read(),
            new LintConfigReader(root, problems).read(),
            problems.warnings());
    problems.throwIfErrors();
    return project;
  }

  private @Nullable Path file(Path start) {
    if (options.file() != null) {
      Path file = start.resolve(options.file()).normalize();
      if (!Files.isRegularFile(file)) {
        throw new UserError(
            Problem.error(ErrorCode.FILE_UNREADABLE, "there is no configuration " + file)
                .action("check --config"));
      }
      return file;
    }
    for (Path at = start; at != null; at = at.getParent()) {
      Path file = at.resolve(FILE_NAME);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  /** The configuration's path as a person would write it from where the command works. */
  private String shown(@Nullable Path file) {
    if (file == null) {
      return FILE_NAME;
    }
    Path start = options.directory().toAbsolutePath().normalize();
    return file.startsWith(start) ? start.relativize(file).toString() : file.toString();
  }

  private static String content(Path file, String shown) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UserError(
          Problem.error(ErrorCode.FILE_NOT_UTF8, "the configuration is not UTF-8 text")
              .at(Place.of(shown)),
          e);
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the configuration cannot be read: " + e.getClass().getSimpleName())
              .at(Place.of(shown)),
          e);
    }
  }

  private String environmentName(YamlSection environments) {
    String name = options.environment() == null ? DEFAULT_ENVIRONMENT : options.environment();
    boolean mustExist = !environments.keys().isEmpty() || options.environment() != null;
    if (mustExist && !environments.keys().contains(name) && options.url() == null) {
      Collection<String> known = environments.keys();
      problems.add(
          Problem.error(
                  ErrorCode.CONFIG_INVALID, "the configuration has no environment named " + name)
              .at(environments.place())
              .action(
                  Suggestion.closest(name, known)
                      .map(near -> "did you mean --env " + near + "?")
                      .orElse(
                          known.isEmpty()
                              ? "write it under environments:"
                              : "choose one with --env: " + String.join(", ", known))));
    }
    return name;
  }

  private List<DatabaseSource> databases(
      YamlSection environment,
      String chosen,
      Path directory,
      @Nullable Path file,
      Variables variables) {
    if (options.url() != null) {
      // Relative to where the command works, as any path on a command line.
      Path start = options.directory().toAbsolutePath().normalize();
      return source(ONLY_DATABASE, options.url(), "--url", null, start, List.of()).stream()
          .toList();
    }
    YamlSection configured = environment.section("databases");
    if (!configured.keys().isEmpty()) {
      List<DatabaseSource> databases = new ArrayList<>();
      String origin = shown(file) + ", environment " + chosen;
      for (String name : configured.keys()) {
        Optional<String> url = configured.text(name);
        if (url.isPresent()) {
          List<String> leading = leading(configured.written(name), url.get(), variables);
          source(name, url.get(), origin, configured.placeOf(name), directory, leading)
              .ifPresent(databases::add);
        } else if (!problems.hasErrors()) {
          problems.add(
              Problem.error(ErrorCode.CONFIG_INVALID, "the database " + name + " has no URL")
                  .at(configured.placeOf(name)));
        }
      }
      return databases;
    }
    List<String> itself = List.of(DATABASE_VARIABLE);
    Optional<String> ofProcess = variables.ofProcess(DATABASE_VARIABLE);
    if (ofProcess.isPresent()) {
      return source(ONLY_DATABASE, ofProcess.get(), DATABASE_VARIABLE, null, directory, itself)
          .stream()
          .toList();
    }
    return variables.ofFile(DATABASE_VARIABLE).stream()
        .flatMap(
            url ->
                source(ONLY_DATABASE, url, DATABASE_VARIABLE + " in .env", null, directory, itself)
                    .stream())
        .toList();
  }

  /**
   * The variables that decide where a URL leads. Found by giving each another value: where only the
   * user or the password becomes another, the place is the configuration's own.
   */
  private static List<String> leading(String written, String url, Variables variables) {
    List<String> leading = new ArrayList<>();
    for (String name : variables.setIn(written)) {
      String other = "0" + variables.get(name).orElse("") + "0";
      String elsewhere = variables.with(name, other).expand(written, Place.of(FILE_NAME));
      if (!elsewhere.equals(url) && !isSamePlace(elsewhere, url)) {
        leading.add(name);
      }
    }
    return leading;
  }

  private static boolean isSamePlace(String left, String right) {
    try {
      DatabaseUrl one = DatabaseUrl.parse(left);
      DatabaseUrl two = DatabaseUrl.parse(right);
      return one.kind() == two.kind()
          && one.location().equals(two.location())
          && one.parameters().equals(two.parameters());
    } catch (UserError notReadable) {
      return false;
    }
  }

  /** SQLite files are found from a folder, so that they do not depend on where the command runs. */
  private Optional<DatabaseSource> source(
      String name,
      String text,
      String origin,
      @Nullable Place place,
      Path directory,
      List<String> variables) {
    try {
      DatabaseUrl url = DatabaseUrl.parse(text);
      if (url.kind() == DatabaseUrl.Kind.SQLITE && !url.location().startsWith(":memory:")) {
        url = url.withLocation(directory.resolve(url.location()).normalize().toString());
      }
      return Optional.of(new DatabaseSource(name, url, origin, variables));
    } catch (UserError e) {
      for (Problem problem : e.problems()) {
        Problem named =
            Problem.error(problem.code(), name + " (" + origin + "): " + problem.message());
        problems.add(named.at(place).action(problem.action()));
      }
      return Optional.empty();
    } catch (InvalidPathException e) {
      problems.add(
          Problem.error(
                  ErrorCode.DATABASE_URL_INVALID,
                  name + " (" + origin + "): the file's name cannot be used on this system")
              .at(place));
      return Optional.empty();
    }
  }

  private @Nullable String selected(List<DatabaseSource> databases) {
    String name = options.database();
    List<String> known = databases.stream().map(DatabaseSource::name).toList();
    if (name != null && !known.contains(name) && !problems.hasErrors()) {
      problems.add(
          Problem.error(ErrorCode.DATABASE_UNKNOWN, "the environment has no database named " + name)
              .action(
                  Suggestion.closest(name, known)
                      .map(near -> "did you mean --database " + near + "?")
                      .orElse("choose one with --database: " + String.join(", ", known))));
    }
    return name;
  }

  private static List<Path> folders(YamlSection root, Path directory) {
    List<String> folders = root.texts("migrations");
    return (folders.isEmpty() ? List.of("migrations") : folders)
        .stream().map(folder -> directory.resolve(folder).normalize()).toList();
  }

  private static HistoryTable history(YamlSection section) {
    section.allow(List.of("schema", "table"));
    return new HistoryTable(
        section.text("schema").orElse(null),
        section.text("table").orElse(HistoryTable.DEFAULT.table()));
  }

  private Map<String, String> assigned(YamlSection section, List<DatabaseSource> databases) {
    Map<String, String> assigned = texts(section);
    List<String> known = databases.stream().map(DatabaseSource::name).toList();
    // With --url or DATABASE_URL everything is for that one database; the map does not apply.
    if (databases.size() > 1) {
      assigned.forEach(
          (pattern, database) -> {
            if (!known.contains(database)) {
              problems.add(
                  Problem.error(
                          ErrorCode.DATABASE_UNKNOWN,
                          "files named "
                              + pattern
                              + " are assigned to "
                              + database
                              + ", which the environment does not have")
                      .at(section.placeOf(pattern))
                      .action("name one of: " + String.join(", ", known)));
            }
          });
      return assigned;
    }
    return Map.of();
  }

  private static Map<String, String> texts(YamlSection section) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : section.keys()) {
      section.text(key).ifPresent(value -> texts.put(key, value));
    }
    return texts;
  }

  private Policy policy(YamlSection section, String environment) {
    SafetyPolicyReader safety = new SafetyPolicyReader(section, environment, problems);
    Timeouts usual = Policy.DEFAULT.timeouts();
    return new Policy(
        new Timeouts(
            section.duration("lock-timeout").orElse(usual.lock()),
            section.duration("statement-timeout").orElse(usual.statement()),
            section.duration("idle-timeout").orElse(usual.idleInTransaction())),
        section.duration("retry-deadline").orElse(Policy.DEFAULT.retryDeadline()),
        safety.lint(),
        safety.windows(),
        section.duration("longest-block").orElse(Policy.DEFAULT.longestBlock()),
        new CareReader(section, problems).read());
  }

  private static @Nullable Path logFile(YamlSection section, Path directory) {
    section.allow(List.of("file"));
    return section.text("file").map(file -> directory.resolve(file).normalize()).orElse(null);
  }
}
