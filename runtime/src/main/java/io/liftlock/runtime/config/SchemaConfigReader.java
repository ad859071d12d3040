package io.liftlock.runtime.config;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.Ignored;
import io.liftlock.core.schema.ObjectPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code model}, {@code scratch} and {@code ignore}. */
final class SchemaConfigReader {

  private final YamlSection root;
  private final Path directory;
  private final List<String> databases;
  private final Problems problems;

  /**
   * @param directory what paths are relative to
   * @param databases the names of the environment's databases
   */
  SchemaConfigReader(YamlSection root, Path directory, List<String> databases, Problems problems) {
    this.root = root;
    this.directory = directory;
    this.databases = databases;
    this.problems = problems;
  }

  SchemaConfig read() {
    YamlSection scratch = root.section("scratch");
    scratch.allow(List.of("prelude", "url"));
    return new SchemaConfig(model(), scratch.text("prelude").orElse(null), url(scratch), ignored());
  }

  private Map<String, List<Path>> model() {
    if (!root.isSection("model")) {
      List<Path> files = paths(root.texts("model"));
      return files.isEmpty() ? Map.of() : Map.of("", files);
    }
    YamlSection section = root.section("model");
    Map<String, List<Path>> model = new LinkedHashMap<>();
    for (String name : section.keys()) {
      // With --url there is one database of another name; the map is for those of the environment.
      if (databases.size() > 1 && !databases.contains(name)) {
        problems.add(
            Problem.error(
                    ErrorCode.DATABASE_UNKNOWN,
                    "a model is given for " + name + ", which the environment does not have")
                .at(section.placeOf(name))
                .action(
                    Suggestion.closest(name, databases)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("name one of: " + String.join(", ", databases))));
      }
      model.put(name, paths(section.texts(name)));
    }
    return model;
  }

  private List<Path> paths(List<String> texts) {
    return texts.stream().map(text -> directory.resolve(text).normalize()).toList();
  }

  private @Nullable DatabaseUrl url(YamlSection scratch) {
    Optional<String> text = scratch.text("url");
    try {
      return text.map(DatabaseUrl::parse).orElse(null);
    } catch (UserError e) {
      for (Problem problem : e.problems()) {
        problems.add(
            Problem.error(problem.code(), "scratch.url: " + problem.message())
                .at(scratch.placeOf("url"))
                .action(problem.action()));
      }
      return null;
    }
  }

  private List<Ignored> ignored() {
    List<Ignored> ignored = new ArrayList<>();
    for (YamlSection each : root.sections("ignore")) {
      each.allow(List.of("object", "reason"));
      Optional<String> object = each.text("object");
      Optional<String> reason = each.text("reason");
      if (object.isEmpty() || reason.isEmpty()) {
        problems.add(
            Problem.error(
                    ErrorCode.CONFIG_INVALID,
                    "what is ignored needs "
                        + (object.isEmpty() ? "an object" : "a reason")
                        + ": those who read this later will ask")
                .at(each.place())
                .action("write  - object: PATTERN  and below it  reason: TEXT"));
      } else {
        ignored.add(new Ignored(ObjectPattern.of(object.get()), reason.get()));
      }
    }
    return ignored;
  }
}
