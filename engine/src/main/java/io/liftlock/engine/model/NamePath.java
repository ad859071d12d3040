package io.liftlock.engine.model;

import io.liftlock.core.schema.ObjectId;
import java.util.List;

/** Names with dots between, as people write them on a command line; quoted where they must be. */
public final class NamePath {

  private NamePath() {}

  /** The names of a text; an unquoted one is taken as it stands. */
  public static List<String> parse(String text) {
    return ObjectId.names(text).stream().map(String::strip).toList();
  }

  /** Whether an object may be meant by these names: all of its own, or all but its schema. */
  public static boolean means(List<String> names, ObjectId id) {
    int left = id.path().size() - names.size();
    return left >= 0 && left <= 1 && id.path().subList(left, id.path().size()).equals(names);
  }
}
