package io.liftlock.core.database;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, read from any of the forms people use: {@code postgres://}, {@code
 * postgresql://}, {@code jdbc:postgresql:}, {@code sqlite:FILE}, {@code jdbc:sqlite:FILE}, {@code
 * embedded:NAME}. Its text form never shows the password.
 */
public final class DatabaseUrl {

  /** The kind of database. */
  public enum Kind {
    POSTGRES,
    SQLITE,
    EMBEDDED
  }

  private final Kind kind;
  private final String location;
  private final @Nullable String user;
  private final @Nullable String password;
  private final Map<String, String> parameters;

  private DatabaseUrl(
      Kind kind,
      String location,
      @Nullable String user,
      @Nullable String password,
      Map<String, String> parameters) {
    this.kind = kind;
    this.location = location;
    this.user = user;
    this.password = password;
    this.parameters = Collections.unmodifiableMap(parameters);
  }

  /**
   * Reads a URL.
   *
   * @throws UserError DATABASE_URL_INVALID; the message does not repeat the text, which may hold a
   *     password
   */
  public static DatabaseUrl parse(String text) {
    String url = text.strip();
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:")) {
      url = url.substring(5);
      lower = lower.substring(5);
    }
    if (lower.startsWith("postgres:") || lower.startsWith("postgresql:")) {
      return network(url.substring(url.indexOf(':') + 1));
    }
    if (lower.startsWith("sqlite:") || lower.startsWith("sqlite3:")) {
      return local(Kind.SQLITE, url.substring(url.indexOf(':') + 1));
    }
    if (lower.startsWith("embedded:")) {
      return local(Kind.EMBEDDED, url.substring(url.indexOf(':') + 1));
    }
    throw invalid("the URL does not begin with a scheme that liftlock knows");
  }

  private static DatabaseUrl local(Kind kind, String rest) {
    // sqlite:///absolute and sqlite://relative are common; sqlite:relative is ours.
    String path = rest.startsWith("//") ? rest.substring(2) : rest;
    int question = path.indexOf('?');
    Map<String, String> parameters =
        question < 0 ? new LinkedHashMap<>() : parameters(path.substring(question + 1));
    String location = question < 0 ? path : path.substring(0, question);
    if (location.isEmpty()) {
      throw invalid(kind == Kind.SQLITE ? "the file is missing" : "the name is missing");
    }
    return new DatabaseUrl(kind, location, null, null, parameters);
  }

  private static DatabaseUrl network(String rest) {
    int question = rest.indexOf('?');
    String base = question < 0 ? rest : rest.substring(0, question);
    Map<String, String> parameters =
        question < 0 ? new LinkedHashMap<>() : parameters(rest.substring(question + 1));
    String user = null;
    String password = null;
    if (base.startsWith("//")) {
      // The last @ ends the user part: a password may hold one that nobody encoded.
      int slash = base.indexOf('/', Math.max(2, base.lastIndexOf('@')));
      String authority = slash < 0 ? base.substring(2) : base.substring(2, slash);
      int at = authority.lastIndexOf('@');
      if (at >= 0) {
        String who = authority.substring(0, at);
        int colon = who.indexOf(':');
        user = decode(colon < 0 ? who : who.substring(0, colon));
        password = colon < 0 ? null : decode(who.substring(colon + 1));
        base = "//" + authority.substring(at + 1) + (slash < 0 ? "" : base.substring(slash));
      }
    }
    String parameterUser = parameters.remove("user");
    String parameterPassword = parameters.remove("password");
    return new DatabaseUrl(
        Kind.POSTGRES,
        base,
        user != null ? user : parameterUser,
        password != null ? password : parameterPassword,
        parameters);
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        parameters.put(
            decode(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      // In a URL's user part a plus is a plus.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid("a percent sign is not followed by two hexadecimal digits");
    }
  }

  private static UserError invalid(String why) {
    return new UserError(
        Problem.error(ErrorCode.DATABASE_URL_INVALID, "the database URL cannot be read: " + why)
            .action(
                "write it as postgresql://user@host:5432/name, sqlite:FILE or embedded:NAME;"
                    + " encode special characters of a password with percent signs"));
  }

  /** What kind of database it is. */
  public Kind kind() {
    return kind;
  }

  /** The part between scheme and parameters: {@code //host:port/name}, a file, or a name. */
  public String location() {
    return location;
  }

  /** The user, or null. */
  public @Nullable String user() {
    return user;
  }

  /** The password, or null. For connecting only; never to be printed. */
  public @Nullable String password() {
    return password;
  }

  /** The parameters behind the question mark, without user and password. */
  public Map<String, String> parameters() {
    return parameters;
  }

  /** The same kind of URL with another location, such as an absolute file. */
  public DatabaseUrl withLocation(String newLocation) {
    return new DatabaseUrl(kind, newLocation, user, password, parameters);
  }

  /** The URL without its password and without parameters that may hold secrets. */
  @Override
  public String toString() {
    String scheme =
        switch (kind) {
          case POSTGRES -> "postgresql:";
          case SQLITE -> "sqlite:";
          case EMBEDDED -> "embedded:";
        };
    if (user != null && location.startsWith("//")) {
      return scheme + "//" + user + "@" + location.substring(2);
    }
    return scheme + location;
  }
}
