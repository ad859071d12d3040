package io.liftlock.runtime.lint;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be linted, and by what is known.
 *
 * @param files files and folders; none for every migration
 * @param changedSince a revision of git; only files that differ from it are looked at
 * @param wishes what else is wanted
 * @param serverVersion the major version that is meant, where it is not the configured one or that
 *     of the database
 */
public record LintRequest(
    List<Path> files,
    Optional<String> changedSince,
    Set<Wish> wishes,
    Optional<Integer> serverVersion) {

  /** What else can be wanted. */
  public enum Wish {
    /** Only migrations that the database does not have yet. */
    PENDING,
    /** Sizes and use of tables as the database tells them. */
    LIVE,
    /** The scripts that take migrations back, too. */
    ROLLBACKS,
    /** Rules of the severity advice, too. */
    ADVICE
  }

  /** Every migration, without a database. */
  public static final LintRequest ALL =
      new LintRequest(List.of(), Optional.empty(), EnumSet.noneOf(Wish.class), Optional.empty());

  /** Copies what it is given. */
  public LintRequest {
    files = List.copyOf(files);
    wishes = Set.copyOf(wishes);
  }

  /** Whether something is wanted. */
  public boolean wants(Wish wish) {
    return wishes.contains(wish);
  }

  /** Whether a database has to be asked. */
  public boolean needsDatabase() {
    return wants(Wish.PENDING) || wants(Wish.LIVE);
  }

  /** Whether everything there is will be looked at. */
  public boolean isWhole() {
    return files.isEmpty() && changedSince.isEmpty() && !wants(Wish.PENDING);
  }
}
