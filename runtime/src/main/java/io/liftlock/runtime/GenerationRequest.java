package io.liftlock.runtime;

import io.liftlock.core.change.Allowance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What migrations are to be generated.
 *
 * @param name what the migration is called; may be empty where nothing is written
 * @param purpose whether it is written
 * @param allowance what it may destroy
 * @param renames what somebody says has another name, each {@code old=new}
 * @param proving whether it is tried on a scratch database first
 * @param rows how many rows each table gets there
 * @param feature the feature folder, or null to find it
 * @param author who writes it, or null
 */
public record GenerationRequest(
    String name,
    Purpose purpose,
    Allowance allowance,
    List<String> renames,
    Proving proving,
    int rows,
    @Nullable String feature,
    @Nullable String author) {

  /** Whether files are written. */
  public enum Purpose {
    WRITE,
    /** Only look whether model and migrations are in step. */
    CHECK
  }

  /** Whether the migrations are tried first. */
  public enum Proving {
    PROVE,
    SKIP
  }

  /** Copies the list. */
  public GenerationRequest {
    renames = List.copyOf(renames);
  }
}
