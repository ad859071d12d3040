package io.liftlock.core.database;

import java.util.List;

/**
 * What a look into the catalog tells of a statement's effect.
 *
 * @param verdict whether it took effect
 * @param because what was seen, for people
 * @param cleanUp statements that remove what is half done, to be run outside a transaction before
 *     it is run again; empty but for {@link Verdict#HALF_DONE}
 */
public record Evidence(Verdict verdict, String because, List<String> cleanUp) {

  /** Whether a statement took effect. */
  public enum Verdict {
    DONE,
    NOT_DONE,
    /** Something of it is there that has to be removed first, such as an invalid index. */
    HALF_DONE,
    /** The catalog cannot tell. */
    CANNOT_TELL
  }

  /** It took effect. */
  public static Evidence done(String because) {
    return new Evidence(Verdict.DONE, because, List.of());
  }

  /** It did not. */
  public static Evidence notDone(String because) {
    return new Evidence(Verdict.NOT_DONE, because, List.of());
  }

  /** Something of it is there. */
  public static Evidence halfDone(String because, List<String> cleanUp) {
    return new Evidence(Verdict.HALF_DONE, because, List.copyOf(cleanUp));
  }

  /** The catalog cannot tell. */
  public static Evidence cannotTell(String because) {
    return new Evidence(Verdict.CANNOT_TELL, because, List.of());
  }
}
