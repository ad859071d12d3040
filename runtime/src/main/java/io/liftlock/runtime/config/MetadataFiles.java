package io.liftlock.runtime.config;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.toml.TomlParser;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.MetadataReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads metadata files with the YAML and TOML libraries, which load when the first one is met. */
public final class MetadataFiles implements MetadataReader {

  private static final Pattern TOML_PLACE = Pattern.compile("line[: ]+([0-9]+)");

  @Override
  public Map<String, Object> read(String file, String text, Format format) {
    return switch (format) {
      case YAML -> yaml(file, text);
      case TOML -> toml(file, text);
    };
  }

  private static Map<String, Object> yaml(String file, String text) {
    try {
      Object document =
          new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
      if (document == null) {
        return Map.of();
      }
      if (!(document instanceof Map<?, ?> map)) {
        throw invalid("it is not a list of keys and values", new Place(file, 1, 1), null);
      }
      Map<String, Object> values = new LinkedHashMap<>();
      map.forEach((key, value) -> values.put(String.valueOf(key), value));
      return values;
    } catch (MarkedYamlEngineException e) {
      Place place =
          e.getProblemMark()
              .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
              .orElse(Place.of(file));
      throw invalid(e.getProblem(), place, e);
    } catch (YamlEngineException e) {
      throw invalid(String.valueOf(e.getMessage()), Place.of(file), e);
    }
  }

  private static Map<String, Object> toml(String file, String text) {
    try {
      return plain(new TomlParser().parse(text));
    } catch (ParsingException e) {
      Matcher line = TOML_PLACE.matcher(String.valueOf(e.getMessage()));
      Place place =
          line.find() ? new Place(file, Integer.parseInt(line.group(1)), 0) : Place.of(file);
      throw invalid(String.valueOf(e.getMessage()), place, e);
    }
  }

  private static Map<String, Object> plain(UnmodifiableConfig config) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (UnmodifiableConfig.Entry entry : config.entrySet()) {
      values.put(entry.getKey(), plain(entry.<Object>getValue()));
    }
    return values;
  }

  private static Object plain(Object value) {
    if (value instanceof UnmodifiableConfig config) {
      return plain(config);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> plain((Object) item)).toList();
    }
    return value;
  }

  private static UserError invalid(String why, Place place, @Nullable Throwable cause) {
    return new UserError(
        Problem.error(ErrorCode.METADATA_INVALID, "the metadata cannot be read: " + why).at(place),
        cause);
  }
}
