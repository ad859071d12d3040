package io.liftlock.runtime;

import io.liftlock.core.error.Bug;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.proof.Prelude;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what runs first in every scratch database. */
final class Preludes {

  /**
   * Those that liftlock brings along, each a file of that name beside this class, and the
   * parameters that sessions have on that platform.
   */
  private static final Map<String, Map<String, String>> OWN =
      Map.of("supabase", Map.of("search_path", "\"$user\", public, extensions"));

  private Preludes() {}

  /**
   * The prelude of that name.
   *
   * @param name a word, a file, or null for none
   * @param directory what files are relative to
   * @throws UserError CONFIG_INVALID where there is no such file
   */
  static Prelude of(@Nullable String name, Path directory) {
    if (name == null) {
      return Prelude.NONE;
    }
    Map<String, String> settings = OWN.get(name);
    if (settings != null) {
      return new Prelude(name, List.of(script("prelude " + name, own(name))), settings);
    }
    Path file = directory.resolve(name).normalize();
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          Problem.error(ErrorCode.CONFIG_INVALID, "scratch.prelude: there is no file " + name)
              .action(
                  Suggestion.closest(name, OWN.keySet())
                      .map(near -> "did you mean " + near + "?")
                      .orElse("name a SQL file, or: " + String.join(", ", OWN.keySet()))));
    }
    try {
      return new Prelude(name, List.of(script(name, Files.readString(file))), Map.of());
    } catch (IOException e) {
      throw new UserError(
          Problem.error(ErrorCode.FILE_UNREADABLE, "the prelude cannot be read").at(Place.of(name)),
          e);
    }
  }

  private static Script script(String file, String sql) {
    return new ScriptReader().read(file, sql, Dialect.POSTGRES);
  }

  private static String own(String name) {
    try (InputStream in = Preludes.class.getResourceAsStream(name + ".sql")) {
      if (in == null) {
        throw new Bug("the prelude " + name + " was not brought along");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Bug("the prelude " + name + " cannot be read", e);
    }
  }
}
