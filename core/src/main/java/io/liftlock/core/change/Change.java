package io.liftlock.core.change;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.Optional;
import java.util.Set;

/** One difference between two schemas. */
public sealed interface Change {

  /** The object it is about, by its name after the change where it has one then. */
  ObjectId object();

  /** What takes it back. */
  Change inverse();

  /** Gives each case its answer; a new case breaks every place that forgot it. */
  <R> R match(Cases<R> cases);

  /** One answer per case. */
  interface Cases<R> {
    R create(Create change);

    R drop(Drop change);

    R alter(Alter change);

    R rename(Rename change);
  }

  /** Nothing, but for the cases that are overridden; for those who ask about some kinds only. */
  interface Some<T> extends Cases<Optional<T>> {
    @Override
    default Optional<T> create(Create change) {
      return Optional.empty();
    }

    @Override
    default Optional<T> drop(Drop change) {
      return Optional.empty();
    }

    @Override
    default Optional<T> alter(Alter change) {
      return Optional.empty();
    }

    @Override
    default Optional<T> rename(Rename change) {
      return Optional.empty();
    }
  }

  /** An object that is only in the second schema. */
  record Create(SchemaObject created) implements Change {
    @Override
    public ObjectId object() {
      return created.id();
    }

    @Override
    public Change inverse() {
      return new Drop(created);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.create(this);
    }
  }

  /** An object that is only in the first schema. */
  record Drop(SchemaObject dropped) implements Change {
    @Override
    public ObjectId object() {
      return dropped.id();
    }

    @Override
    public Change inverse() {
      return new Create(dropped);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.drop(this);
    }
  }

  /** An object that is in both, with different properties. */
  record Alter(SchemaObject from, SchemaObject to) implements Change {
    @Override
    public ObjectId object() {
      return to.id();
    }

    /** What differs. */
    public Set<Property> properties() {
      return from.differences(to);
    }

    @Override
    public Change inverse() {
      return new Alter(to, from);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.alter(this);
    }
  }

  /** An object that somebody says has another name; never guessed. */
  record Rename(ObjectId from, ObjectId to) implements Change {
    @Override
    public ObjectId object() {
      return to;
    }

    @Override
    public Change inverse() {
      return new Rename(to, from);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rename(this);
    }
  }
}
