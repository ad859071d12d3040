package io.liftlock.core.transfer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which rows of one table. */
public sealed interface Range {

  /** Gives each case its answer. */
  <R> R match(Cases<R> cases);

  /** One answer per case. */
  interface Cases<R> {
    R all(All range);

    R keys(Keys range);

    R pages(Pages range);

    R oneOf(OneOf range);
  }

  /** Every row. */
  record All() implements Range {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.all(this);
    }
  }

  /**
   * The rows whose key lies between two keys, in the order of the key's index. It means the same
   * rows later and elsewhere, so such a part can be copied again alone.
   *
   * @param columns the key's columns, none of which may be null
   * @param from the first key, itself within; null: from the beginning
   * @param to the key that ends it, itself without; null: to the end
   */
  record Keys(List<String> columns, @Nullable Key from, @Nullable Key to) implements Range {

    /** Copies the names. */
    public Keys {
      columns = List.copyOf(columns);
    }

    /** The first key. */
    public Optional<Key> first() {
      return Optional.ofNullable(from);
    }

    /** The key that ends it. */
    public Optional<Key> end() {
      return Optional.ofNullable(to);
    }

    /** The same between the same keys, where the columns have other names. */
    public Keys named(List<String> others) {
      return new Keys(others, from, to);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.keys(this);
    }
  }

  /**
   * The rows that lie in pages of the heap. It means these rows only within one read point of one
   * database.
   *
   * @param from the first page, counted from 0
   * @param to the page that ends it, itself without; null: to the end, however far that has moved
   */
  record Pages(long from, @Nullable Long to) implements Range {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pages(this);
    }
  }

  /**
   * The rows with these keys.
   *
   * @param columns the key's columns
   * @param keys which
   */
  record OneOf(List<String> columns, List<Key> keys) implements Range {

    /** Copies the collections. */
    public OneOf {
      columns = List.copyOf(columns);
      keys = List.copyOf(keys);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.oneOf(this);
    }
  }
}
