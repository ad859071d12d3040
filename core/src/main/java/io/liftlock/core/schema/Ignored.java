package io.liftlock.core.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What comparisons leave out, and why. */
public final class Ignored {

  private final String pattern;
  private final String because;
  private final Optional<ObjectKind> kind;
  private final Pattern names;

  private Ignored(String pattern, String because, Optional<ObjectKind> kind, Pattern names) {
    this.pattern = pattern;
    this.because = because;
    this.kind = kind;
    this.names = names;
  }

  /**
   * A rule.
   *
   * @param pattern a name as {@link ObjectId#qualified()} writes it, with {@code *} for any
   *     letters, and before it, if wanted, a kind and a colon: {@code audit.*}, {@code
   *     index:public.users.tmp_*}
   * @param because the reason
   */
  public static Ignored of(String pattern, String because) {
    int colon = pattern.indexOf(':');
    Optional<ObjectKind> kind =
        Arrays.stream(ObjectKind.values())
            .filter(known -> colon > 0 && known.word().equals(pattern.substring(0, colon)))
            .findFirst();
    String names = kind.isPresent() ? pattern.substring(colon + 1) : pattern;
    String regex =
        Arrays.stream(names.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return new Ignored(pattern, because, kind, Pattern.compile(regex, Pattern.DOTALL));
  }

  /** The pattern as it was written. */
  public String pattern() {
    return pattern;
  }

  /** The reason. */
  public String because() {
    return because;
  }

  /**
   * Whether it is about an object, or about the relation or domain that the object is a part of.
   */
  public boolean matches(ObjectId id) {
    if (kind.map(id.kind()::equals).orElse(true) && names.matcher(id.qualified()).matches()) {
      return true;
    }
    return id.kind().isPart()
        && kind.map(known -> known.isRelation() || known == ObjectKind.DOMAIN).orElse(true)
        && names.matcher(new ObjectId(id.kind(), id.container(), "").qualified()).matches();
  }
}
