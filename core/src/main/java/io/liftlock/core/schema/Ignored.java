package io.liftlock.core.schema;

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
    return pattern.matches(id);
  }
}
