package io.liftlock.core.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One object of a schema: which it is, what is said of it, and what it stands on. Immutable. Two
 * are equal when identity and properties are; what it stands on follows from those.
 */
public final class SchemaObject {

  private final ObjectId id;
  private final Map<Property, List<String>> properties;
  private final SortedSet<ObjectId> uses;

  private SchemaObject(
      ObjectId id, Map<Property, List<String>> properties, SortedSet<ObjectId> uses) {
    this.id = id;
    this.properties = properties;
    this.uses = uses;
  }

  /** Begins an object. */
  public static Builder builder(ObjectId id) {
    return new Builder(id);
  }

  /** Begins an object that is like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder(id);
    builder.properties.putAll(properties);
    builder.uses.addAll(uses);
    return builder;
  }

  /** Which it is. */
  public ObjectId id() {
    return id;
  }

  /** What kind it is. */
  public ObjectKind kind() {
    return id.kind();
  }

  /** What is said of it, in the order of {@link Property}; a list of one for a single value. */
  public Map<Property, List<String>> properties() {
    return properties;
  }

  /**
   * What it stands on, beside the relation that it is a part of: what has to be there before it,
   * and must not go before it.
   */
  public SortedSet<ObjectId> uses() {
    return uses;
  }

  /** A property's single value. */
  public Optional<String> text(Property property) {
    List<String> values = properties.get(property);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** A property's values, empty where it is not said. */
  public List<String> list(Property property) {
    return properties.getOrDefault(property, List.of());
  }

  /** Whether a property is {@code true}. */
  public boolean is(Property property) {
    return text(property).filter("true"::equals).isPresent();
  }

  /** The properties in which another object of the same identity differs. */
  public Set<Property> differences(SchemaObject other) {
    Set<Property> all = EnumSet.noneOf(Property.class);
    all.addAll(properties.keySet());
    all.addAll(other.properties.keySet());
    all.removeIf(property -> list(property).equals(other.list(property)));
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SchemaObject that
        && id.equals(that.id)
        && properties.equals(that.properties);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + properties.hashCode();
  }

  @Override
  public String toString() {
    return id + " " + properties;
  }

  /** Collects what is said of an object. */
  public static final class Builder {

    private final ObjectId id;
    private EnumMap<Property, List<String>> properties = new EnumMap<>(Property.class);
    private boolean handedOut;
    private final List<ObjectId> uses = new ArrayList<>();

    private Builder(ObjectId id) {
      this.id = id;
    }

    /** Says it; null leaves it unsaid. */
    public Builder set(Property property, @Nullable String value) {
      if (value != null) {
        own().put(property, List.of(value));
      } else if (properties.containsKey(property)) {
        own().remove(property);
      }
      return this;
    }

    /** Says it in several values; an empty list leaves it unsaid. */
    public Builder set(Property property, List<String> values) {
      if (!values.isEmpty()) {
        own().put(property, List.copyOf(values));
      } else if (properties.containsKey(property)) {
        own().remove(property);
      }
      return this;
    }

    /** Says {@code true}, or leaves it unsaid. */
    public Builder flag(Property property, boolean value) {
      return set(property, value ? "true" : null);
    }

    /** It stands on that. */
    public Builder uses(ObjectId other) {
      uses.add(other);
      return this;
    }

    /** It stands on those. */
    public Builder uses(Collection<ObjectId> others) {
      uses.addAll(others);
      return this;
    }

    /** The properties to write to: not those of an object that has been built. */
    private EnumMap<Property, List<String>> own() {
      if (handedOut) {
        properties = new EnumMap<>(properties);
        handedOut = false;
      }
      return properties;
    }

    /** The object. */
    public SchemaObject build() {
      handedOut = true;
      // Most objects stand on nothing but what they are a part of.
      SortedSet<ObjectId> sorted =
          uses.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(uses);
      return new SchemaObject(
          id, Collections.unmodifiableMap(properties), Collections.unmodifiableSortedSet(sorted));
    }
  }
}
