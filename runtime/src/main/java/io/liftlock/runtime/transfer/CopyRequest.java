package io.liftlock.runtime.transfer;

import io.liftlock.core.transfer.NotANumber;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to be copied, and how.
 *
 * @param from the source: a database's configured name or a URL
 * @param to the target, likewise
 * @param home what the target looks like, before and after
 * @param mapping which rows go where
 * @param pace how much may be asked of both servers
 * @param values what becomes of values that the target cannot hold
 * @param existing what to do with rows that the target holds already
 * @param beginning what to do with a copy that was interrupted
 * @param consistency what to do where not everything can be read at one instant
 * @param verification whether both are compared at the end
 */
public record CopyRequest(
    String from,
    String to,
    Home home,
    TransferMapping mapping,
    CopyPace pace,
    Values values,
    Existing existing,
    Beginning beginning,
    Weaker consistency,
    Verification verification) {

  /**
   * What the target looks like.
   *
   * @param schema where its schema comes from, where it has none yet
   * @param migrations the folder of the migrations; null: the project's
   * @param afterwards what happens when the rows are there and compared
   * @param types types that a person wants, each {@code users.age=integer} or {@code
   *     DATETIME=timestamptz}
   */
  public record Home(
      SchemaOrigin schema, @Nullable Path migrations, Afterwards afterwards, List<String> types) {

    /** The project's migrations, as far as the source has them. */
    public static final Home USUAL =
        new Home(SchemaOrigin.MIGRATIONS, null, Afterwards.NOTHING, List.of());

    /** Copies the list. */
    public Home {
      types = List.copyOf(types);
    }
  }

  /** Where the schema of an empty target comes from. */
  public enum SchemaOrigin {
    /** The migrations bring it to the source's version. */
    MIGRATIONS,
    /** It is made like the source's. */
    SOURCE,
    /** The target is used just as it is. */
    TARGET
  }

  /** What happens at the end. */
  public enum Afterwards {
    NOTHING,
    /** Pending migrations run on the target. */
    MIGRATE
  }

  /**
   * What becomes of values that the target cannot hold.
   *
   * @param nan what becomes of NaN
   * @param rejects the file that takes rows that do not fit; null: the copy is refused
   */
  public record Values(NotANumber nan, @Nullable Path rejects) {

    /** Nothing is put aside. */
    public static final Values STRICT = new Values(NotANumber.REFUSE, null);
  }

  /** What to do with rows that the target holds already. */
  public enum Existing {
    REFUSE,
    /** Delete them first. */
    REPLACE,
    /** Leave them, and copy the source's rows beside them. */
    APPEND
  }

  /** What to do with a copy that was interrupted. */
  public enum Beginning {
    /** Go on with it. */
    CONTINUE,
    /** Empty what it copied into, and begin anew. */
    RESTART
  }

  /** What to do where not everything can be read at one instant. */
  public enum Weaker {
    REFUSE,
    ACCEPT
  }

  /** Whether both are compared at the end. */
  public enum Verification {
    COMPARE,
    LEAVE_OUT
  }

  /** Everything of one database into another, with nothing accepted that could lose something. */
  public static CopyRequest between(String from, String to) {
    return new CopyRequest(
        from,
        to,
        Home.USUAL,
        TransferMapping.NONE,
        CopyPace.CHOSEN,
        Values.STRICT,
        Existing.REFUSE,
        Beginning.CONTINUE,
        Weaker.REFUSE,
        Verification.COMPARE);
  }
}
