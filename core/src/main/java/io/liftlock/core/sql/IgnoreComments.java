package io.liftlock.core.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the comments of a section that speak to linting, while a file is cut. */
final class IgnoreComments {

  private final List<IgnoreComment> all = new ArrayList<>(0);
  private int lastLine;

  void add(CommentLine comment) {
    Optional<IgnoreComment> begun =
        IgnoreComment.of(comment.text(), comment.line(), comment.column());
    if (begun.isPresent()) {
      all.add(begun.get());
      lastLine = comment.line();
    } else if (lastLine > 0) {
      Optional<IgnoreComment> longer = all.get(all.size() - 1).and(comment, lastLine);
      longer.ifPresent(more -> all.set(all.size() - 1, more));
      lastLine = longer.isPresent() ? comment.line() : 0;
    }
  }

  List<IgnoreComment> all() {
    return List.copyOf(all);
  }
}
