package io.liftlock.postgres.transfer;

/**
 * A column of a table and what its values are.
 *
 * @param name its name
 * @param type its type with lengths, as a cast needs it
 * @param base the type beneath all domains, without lengths, as {@code schema.name}
 * @param kind what kind of type that is, as {@code pg_type.typtype} says: {@code b}ase, {@code
 *     e}num, {@code c}omposite, {@code r}ange, {@code m}ultirange
 * @param array whether it is an array
 * @param builtIn whether that type, or what it is an array of, came with the server
 * @param collation how its values are ordered
 * @param generated whether the server computes its values
 */
record TypedColumn(
    String name,
    String type,
    String base,
    char kind,
    boolean array,
    boolean builtIn,
    Collation collation,
    boolean generated) {

  /** Whether and how a collation orders values. */
  enum Collation {
    /** They are not text. */
    NONE,
    /** By their bytes, in every database alike. */
    BYTES,
    /** By the rules of a language, which other databases may see otherwise. */
    LANGUAGE,
    /** Likewise, and texts of different bytes may be equal. */
    BLURRED
  }
}
