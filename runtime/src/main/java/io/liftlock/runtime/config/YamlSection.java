package io.liftlock.runtime.config;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a YAML file, with the places of its keys. What is wrong in it is collected, and
 * the value asked for is then absent. Variables are expanded when a value is asked for, so that
 * those of an environment that is not chosen need not be set.
 */
final class YamlSection {

  private final String file;
  private final Place place;
  private final Variables variables;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  private YamlSection(
      String file, Place place, Variables variables, Problems problems, @Nullable MappingNode map) {
    this.file = file;
    this.place = place;
    this.variables = variables;
    this.problems = problems;
    if (map != null) {
      map.getValue().forEach(this::take);
    }
  }

  /**
   * The document of a YAML file; an empty file is an empty section.
   *
   * @param file its path, for errors
   * @throws UserError CONFIG_INVALID where it is not well formed
   */
  static YamlSection parse(String file, String text, Variables variables, Problems problems) {
    try {
      // The code-point limit guards servers against strangers; this file is the user's own.
      LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
      Node root = new Compose(settings).composeString(text).orElse(null);
      Place start = new Place(file, 1, 1);
      if (root == null || isNull(root)) {
        return new YamlSection(file, start, variables, problems, null);
      }
      if (root instanceof MappingNode map) {
        return new YamlSection(file, start, variables, problems, map);
      }
      throw new UserError(
          Problem.error(ErrorCode.CONFIG_INVALID, "the file is not a list of keys and values")
              .at(start));
    } catch (MarkedYamlEngineException e) {
      Place at = e.getProblemMark().map(mark -> place(file, mark)).orElse(Place.of(file));
      throw new UserError(
          Problem.error(
                  ErrorCode.CONFIG_INVALID, "the file is not well-formed YAML: " + e.getProblem())
              .at(at)
              .action("a text that begins with a special character needs quotes"),
          e);
    } catch (YamlEngineException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.CONFIG_INVALID, "the file is not well-formed YAML: " + e.getMessage())
              .at(Place.of(file)),
          e);
    }
  }

  private void take(NodeTuple tuple) {
    Place at = place(tuple.getKeyNode());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(invalid("a key is not a plain word", at));
    } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
      problems.add(invalid("the key " + key.getValue() + " is written twice", at));
    } else {
      places.put(key.getValue(), at);
    }
  }

  /** Where the section begins. */
  Place place() {
    return place;
  }

  /** Where a key stands, or the section where it has none of that name. */
  Place placeOf(String key) {
    return places.getOrDefault(key, place);
  }

  /** The keys as written, in order. */
  Set<String> keys() {
    return values.keySet();
  }

  /** Complains of every key that is not one of these. */
  void allow(Collection<String> known) {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        problems.add(
            Problem.error(ErrorCode.CONFIG_KEY_UNKNOWN, "the key " + key + " is not known here")
                .at(placeOf(key))
                .action(
                    Suggestion.closest(key, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("known here are: " + String.join(", ", known))));
      }
    }
  }

  /** Text with its variables expanded; absent where the key is missing or empty. */
  Optional<String> text(String key) {
    Node node = values.get(key);
    if (node == null || isNull(node)) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return expanded(scalar);
    }
    problems.add(invalid(key + " takes one value", place(node)));
    return Optional.empty();
  }

  private Optional<String> expanded(ScalarNode scalar) {
    try {
      return Optional.of(variables.expand(scalar.getValue(), place(scalar)))
          .filter(text -> !text.isEmpty());
    } catch (LiftlockException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** The text as it is written, its variables not expanded; empty where there is none. */
  String written(String key) {
    return values.get(key) instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** One text or a list of them. */
  List<String> texts(String key) {
    Node node = values.get(key);
    if (node instanceof SequenceNode sequence) {
      List<String> texts = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) {
          expanded(scalar).ifPresent(texts::add);
        } else {
          problems.add(invalid(key + " takes a list of plain values", place(item)));
        }
      }
      return texts;
    }
    return text(key).map(List::of).orElse(List.of());
  }

  /** A duration such as {@code 2s}; absent where the key is missing or wrong. */
  Optional<Duration> duration(String key) {
    Optional<String> text = text(key);
    Optional<Duration> duration = text.flatMap(Durations::parse);
    if (text.isPresent() && duration.isEmpty()) {
      problems.add(
          invalid(key + " takes a duration, not " + text.get(), placeOf(key))
              .action("write a number and a unit, such as 500ms, 2s or 5min; 0 is no limit"));
    }
    return duration;
  }

  /** {@code true} or {@code false}; false where the key is missing or wrong. */
  boolean flag(String key) {
    String text = text(key).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      problems.add(invalid(key + " is either true or false", placeOf(key)));
    }
    return text.equals("true");
  }

  /** The mapping behind a key; an empty one where it is missing. */
  YamlSection section(String key) {
    Node node = values.get(key);
    if (node == null || isNull(node)) {
      return new YamlSection(file, placeOf(key), variables, problems, null);
    }
    if (node instanceof MappingNode map) {
      return new YamlSection(file, placeOf(key), variables, problems, map);
    }
    problems.add(invalid(key + " takes keys and values below it", place(node)));
    return new YamlSection(file, placeOf(key), variables, problems, null);
  }

  /** Whether there are keys and values behind a key. */
  boolean isSection(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /** The list of mappings behind a key; empty where it is missing. */
  List<YamlSection> sections(String key) {
    Node node = values.get(key);
    if (node == null || isNull(node)) {
      return List.of();
    }
    List<YamlSection> sections = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof MappingNode map) {
          sections.add(new YamlSection(file, place(item), variables, problems, map));
        } else {
          problems.add(invalid(key + " takes a list of keys and values", place(item)));
        }
      }
    } else {
      problems.add(invalid(key + " takes a list", place(node)));
    }
    return sections;
  }

  private static Problem invalid(String message, Place at) {
    return Problem.error(ErrorCode.CONFIG_INVALID, message).at(at);
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private Place place(Node node) {
    return node.getStartMark().map(mark -> place(file, mark)).orElse(place);
  }

  private static Place place(String file, Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
