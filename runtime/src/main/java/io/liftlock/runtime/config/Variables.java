package io.liftlock.runtime.config;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variables of the process, and behind them those of a {@code .env} file. */
public final class Variables {

  /** {@code NAME=value}, bare, in single or in double quotes; a comment may follow. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*"
              + "(?:'(?<literal>[^']*)'|\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|(?<plain>[^'\"\\s].*?)?)"
              + "(?:\\s+#.*)?");

  private static final Pattern NAME_IN_TEXT =
      Pattern.compile("\\$\\{\\s*([A-Za-z_][A-Za-z0-9_.]*)");

  private final Map<String, String> process;
  private final @Nullable Path file;
  private @Nullable Map<String, String> fromFile;

  private Variables(Map<String, String> process, @Nullable Path file) {
    this.process = process;
    this.file = file;
  }

  /**
   * The process's variables, and those of {@code .env} in a folder, read when first needed.
   *
   * @param process the process's environment
   * @param directory the folder of the {@code .env} file; it need not have one
   */
  public static Variables of(Map<String, String> process, Path directory) {
    Path file = directory.resolve(".env");
    return new Variables(process, Files.isRegularFile(file) ? file : null);
  }

  /** A variable of the process. Empty text counts as not set. */
  Optional<String> ofProcess(String name) {
    return Optional.ofNullable(process.get(name)).filter(value -> !value.isEmpty());
  }

  /** A variable of the {@code .env} file. Empty text counts as not set. */
  Optional<String> ofFile(String name) {
    if (file == null) {
      return Optional.empty();
    }
    if (fromFile == null) {
      fromFile = read(file);
    }
    return Optional.ofNullable(fromFile.get(name)).filter(value -> !value.isEmpty());
  }

  /** The value of a variable: of the process, else of the file. */
  public Optional<String> get(String name) {
    return ofProcess(name).or(() -> ofFile(name));
  }

  /** The variables in a text that are set, each once, in their order. */
  List<String> setIn(String text) {
    return NAME_IN_TEXT
        .matcher(text.replace("$$", ""))
        .results()
        .map(match -> match.group(1))
        .filter(name -> get(name).isPresent())
        .distinct()
        .toList();
  }

  /** The same variables, but for one with another value. */
  Variables with(String name, String value) {
    Map<String, String> other = new HashMap<>(process);
    other.put(name, value);
    return new Variables(other, file);
  }

  private static Map<String, String> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UserError(
          Problem.error(ErrorCode.FILE_UNREADABLE, "the file of variables cannot be read")
              .at(Place.of(file.toString()))
              .action("check that it is UTF-8 text and yours to read"),
          e);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        // The line itself is not repeated: it may hold a password.
        throw new UserError(
            Problem.error(ErrorCode.CONFIG_INVALID, "the line sets no variable")
                .at(new Place(file.toString(), i + 1, 0))
                .action("write NAME=value, NAME='literal value' or NAME=\"value\""));
      }
      String value = matcher.group("plain");
      if (matcher.group("literal") != null) {
        value = matcher.group("literal");
      } else if (matcher.group("quoted") != null) {
        value = unescaped(matcher.group("quoted"));
      }
      values.put(matcher.group("name"), value == null ? "" : value);
    }
    return values;
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        char escaped = text.charAt(i);
        plain.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /**
   * A text with {@code ${NAME}} and {@code ${NAME:-default}} replaced, also in the midst of it.
   * {@code $$} stands for one dollar sign; a dollar sign before anything else is itself. A default
   * may hold further variables.
   *
   * @param place where the text stands, for errors
   * @throws UserError CONFIG_INVALID where a variable without default is not set
   */
  public String expand(String text, Place place) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    StringBuilder expanded = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '$') {
        expanded.append(c);
        at++;
      } else if (text.startsWith("$$", at)) {
        expanded.append('$');
        at += 2;
      } else if (text.startsWith("${", at)) {
        int end = closing(text, at + 2);
        if (end < 0) {
          throw new UserError(
              Problem.error(ErrorCode.CONFIG_INVALID, "a variable that begins with ${ has no }")
                  .at(place)
                  .action("close it, or write $$ for a dollar sign"));
        }
        expanded.append(value(text.substring(at + 2, end), place));
        at = end + 1;
      } else {
        expanded.append(c);
        at++;
      }
    }
    return expanded.toString();
  }

  private String value(String inside, Place place) {
    int dash = inside.indexOf(":-");
    String name = (dash < 0 ? inside : inside.substring(0, dash)).strip();
    Optional<String> value = get(name);
    if (value.isPresent()) {
      return value.get();
    }
    if (dash < 0) {
      throw new UserError(
          Problem.error(ErrorCode.CONFIG_INVALID, "the variable " + name + " is not set")
              .at(place)
              .action(
                  "set it in the process's environment or in .env, or give a default: ${"
                      + name
                      + ":-value}"));
    }
    return expand(inside.substring(dash + 2), place);
  }

  /** The brace that closes the one before {@code from}, or -1. */
  private static int closing(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        depth++;
        i++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
