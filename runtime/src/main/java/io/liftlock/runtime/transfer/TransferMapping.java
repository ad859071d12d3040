package io.liftlock.runtime.transfer;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows go where, as a person writes it.
 *
 * @param renames what has another name in the other database, each {@code users.mail=users.email}
 *     or {@code users=people}
 * @param file a file with more of them, a line each; null: none
 * @param drops tables and columns that the other database has no place for
 * @param only the tables that are meant; empty: all
 * @param skip tables that are not meant
 */
public record TransferMapping(
    List<String> renames,
    @Nullable Path file,
    List<String> drops,
    List<String> only,
    List<String> skip) {

  /** Everything goes where its name is. */
  public static final TransferMapping NONE =
      new TransferMapping(List.of(), null, List.of(), List.of(), List.of());

  /** Copies the lists. */
  public TransferMapping {
    renames = List.copyOf(renames);
    drops = List.copyOf(drops);
    only = List.copyOf(only);
    skip = List.copyOf(skip);
  }

  /** The same with what the file says, and without the file. */
  public TransferMapping whole() {
    return file == null ? this : MappingFile.read(file).addedTo(this);
  }
}
