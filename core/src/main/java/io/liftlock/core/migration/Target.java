package io.liftlock.core.migration;

/** Where a run is to lead. */
public sealed interface Target {

  /** Gives each case its answer. */
  <R> R match(Cases<R> cases);

  /** One answer per case. */
  interface Cases<R> {
    R everything();

    R nothing();

    R id(MigrationId id);

    R steps(int count);
  }

  /** Up: everything that is pending. */
  record Everything() implements Target {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.everything();
    }
  }

  /** Down: nothing stays applied. */
  record Nothing() implements Target {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.nothing();
    }
  }

  /** Up: this migration and what it stands on. Down: this one stays, what stands on it goes. */
  record Id(MigrationId id) implements Target {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.id(id);
    }
  }

  /** That many migrations, over all databases together; at least 1. */
  record Steps(int count) implements Target {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.steps(count);
    }
  }
}
