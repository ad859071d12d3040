package io.liftlock.embedded;

import io.liftlock.core.database.DatabaseUrl;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an {@code embedded:} URL asks for.
 *
 * @param name the name of the server's folder and of the database inside
 * @param major the PostgreSQL major version
 * @param durability whether what is committed survives a crash of the machine
 */
record ServerRequest(String name, int major, Durability durability) {

  /** Whether what is committed survives a crash of the machine. */
  enum Durability {
    FULL,
    /** Faster, for tests whose data nobody misses. */
    NONE
  }

  static final int NEWEST = 18;
  static final int OLDEST = 14;

  // It becomes a file name, a database name and a part of a URL.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,59}");

  // The last number is the version: names may end like one.
  private static final Pattern FOLDER = Pattern.compile("(.+)-(\\d{1,3})(-volatile)?");

  /** The name of its folder: what is durable and what is not are two servers. */
  String folderName() {
    return name + "-" + major + (durability == Durability.NONE ? "-volatile" : "");
  }

  /** What a folder's name says, if it is one of ours. */
  static Optional<ServerRequest> ofFolderName(String folder) {
    Matcher parts = FOLDER.matcher(folder);
    return parts.matches()
        ? Optional.of(
            new ServerRequest(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                parts.group(3) == null ? Durability.FULL : Durability.NONE))
        : Optional.empty();
  }

  static ServerRequest of(DatabaseUrl url) {
    if (!NAME.matcher(url.location()).matches()) {
      throw Failures.url(
          "the name '"
              + url.location()
              + "' is not made of up to 60 letters, digits, underscores and hyphens");
    }
    int major = NEWEST;
    Durability durability = Durability.FULL;
    for (var parameter : url.parameters().entrySet()) {
      switch (parameter.getKey()) {
        case "version" -> major = major(parameter.getValue());
        case "durability" -> durability = durability(parameter.getValue());
        default ->
            throw Failures.url(
                "the parameter '"
                    + parameter.getKey()
                    + "' is not known; there are version and durability");
      }
    }
    return new ServerRequest(url.location(), major, durability);
  }

  private static int major(String text) {
    if (text.matches("1[4-8]")) {
      return Integer.parseInt(text);
    }
    throw Failures.url(
        "version '" + text + "' is not one of the PostgreSQL majors " + OLDEST + " to " + NEWEST);
  }

  private static Durability durability(String text) {
    return switch (text) {
      case "full" -> Durability.FULL;
      case "none" -> Durability.NONE;
      default -> throw Failures.url("durability '" + text + "' is neither full nor none");
    };
  }
}
