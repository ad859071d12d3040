package io.liftlock.core.schema;

import java.util.Arrays;

/**
 * What a comparison leaves out.
 *
 * @param pattern which objects
 * @param because why, for those who wonder later
 */
public record Ignored(ObjectPattern pattern, String because) {

  /**
   * Whether it is about an object, or about the relation or domain that the object is a part of.
   */
  public boolean matches(ObjectId id) {
    if (pattern.matches(id)) {
      return true;
    }
    // Of which kind the whole is, its part does not know.
    return id.kind().isPart()
        && Arrays.stream(ObjectKind.values())
            .filter(kind -> kind.isRelation() || kind == ObjectKind.DOMAIN)
            .anyMatch(kind -> pattern.matches(new ObjectId(kind, id.container(), "")));
  }
}
