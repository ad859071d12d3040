package io.liftlock.engine.migrate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a new migration shall be.
 *
 * @param folder the migrations folder; made where it does not exist
 * @param base paths are shown relative to it
 * @param layout a layout's name, or null or {@code auto} to recognise it
 * @param name as a person writes it; not needed for a merge
 * @param author who writes it, or null
 * @param branch the feature or version folder, or null to find it
 * @param database what the {@code Database:} header shall say, or null for none
 * @param draft what is known of its text already
 */
public record NewRequest(
    Path folder,
    Path base,
    @Nullable String layout,
    String name,
    @Nullable String author,
    @Nullable String branch,
    @Nullable String database,
    Draft draft) {

  /**
   * What is known of a migration's text before a person has written it.
   *
   * @param header header lines, each with its line end, behind purpose, date and author
   * @param up the up script, with its line end
   * @param down the down script, with its line end
   */
  public record Draft(String header, String up, String down) {

    /** A person writes it all. */
    public static final Draft EMPTY = new Draft("-- Breaking Changes: None\n", "", "");
  }

  /** The same for another name and text. */
  public NewRequest with(String newName, Draft newDraft) {
    return new NewRequest(folder, base, layout, newName, author, branch, database, newDraft);
  }
}
