package io.liftlock.core.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which objects somebody means: names with dots between, as {@link ObjectId#qualified()} writes
 * them, in which {@code *} stands for any characters and {@code ?} for one; a kind and a space may
 * stand before them. {@code public.audit_*} means everything of such a name, {@code index
 * public.*.tmp_*} only indexes. Who means a relation, means its parts.
 */
public final class ObjectPattern {

  private final String text;
  private final @Nullable ObjectKind kind;
  private final Pattern names;

  private ObjectPattern(String text, @Nullable ObjectKind kind, Pattern names) {
    this.text = text;
    this.kind = kind;
    this.names = names;
  }

  /** Reads a pattern; every text is one. */
  public static ObjectPattern of(String text) {
    String names = text.strip();
    int space = names.indexOf(' ');
    Optional<ObjectKind> kind =
        space < 0
            ? Optional.empty()
            : Arrays.stream(ObjectKind.values())
                .filter(known -> known.word().equals(names.substring(0, space)))
                .findFirst();
    String rest = kind.isPresent() ? names.substring(space + 1).strip() : names;
    String regex =
        rest.chars()
            .mapToObj(
                c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString((char) c)))
            .collect(Collectors.joining());
    return new ObjectPattern(text, kind.orElse(null), Pattern.compile(regex, Pattern.DOTALL));
  }

  /** Whether it means that object, and not only its relation. */
  public boolean means(ObjectId id) {
    return (kind == null || kind == id.kind()) && names.matcher(id.qualified()).matches();
  }

  /** Whether it means that object; of a part also whether its relation or domain is meant. */
  public boolean matches(ObjectId id) {
    if (means(id)) {
      return true;
    }
    // Of which kind the whole is, its part does not know; its name is the same in any.
    boolean meansWholes = kind == null || kind.isRelation() || kind == ObjectKind.DOMAIN;
    return meansWholes
        && id.kind().isPart()
        && names.matcher(new ObjectId(ObjectKind.TABLE, id.container(), "").qualified()).matches();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
