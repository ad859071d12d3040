package io.liftlock.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which object: its kind, its names from the outside in, and what else tells it apart.
 *
 * @param kind what it is
 * @param path its names, unquoted: {@code [schema, table, column]}; SQLite's objects have no
 *     schema: {@code [table, column]}. Parts of a relation, indexes too, stand below their
 *     relation. May be empty where only the signature names it
 * @param signature for what a name alone does not tell apart, as the server prints it: {@code
 *     (integer, text)} of a function or operator, {@code (bigint AS text)} of a cast; else empty
 */
public record ObjectId(ObjectKind kind, List<String> path, String signature)
    implements Comparable<ObjectId> {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  /** Copies the path. */
  public ObjectId {
    path = List.copyOf(path);
  }

  /** An object that its names tell apart. */
  public static ObjectId of(ObjectKind kind, String... path) {
    return new ObjectId(kind, List.of(path), "");
  }

  /** Its own name, unquoted; its signature where it has no name. */
  public String name() {
    return path.isEmpty() ? signature : path.get(path.size() - 1);
  }

  /** The names of what it is in, or of what it hangs on; may be empty. */
  public List<String> container() {
    return path.isEmpty() ? path : path.subList(0, path.size() - 1);
  }

  /** Whether it is a part of that relation or domain. */
  public boolean isPartOf(ObjectId whole) {
    return kind.isPart() && !whole.kind.isPart() && container().equals(whole.path);
  }

  /** The part of this relation or domain that has a name. */
  public ObjectId part(ObjectKind partKind, String name) {
    List<String> names = new ArrayList<>(path);
    names.add(name);
    return new ObjectId(partKind, names, "");
  }

  /** The same object under other names. */
  public ObjectId withPath(List<String> names) {
    return new ObjectId(kind, names, signature);
  }

  @Override
  public int compareTo(ObjectId other) {
    int order = kind.compareTo(other.kind);
    if (order == 0) {
      order = compare(path, other.path);
    }
    return order == 0 ? signature.compareTo(other.signature) : order;
  }

  private static int compare(List<String> left, List<String> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectId that
        && kind == that.kind
        && path.equals(that.path)
        && signature.equals(that.signature);
  }

  // Written out, since schemas look up tens of thousands: those of a record are linked when first
  // called, which takes longer than all the calls together. The ordinal, and not the kind's own
  // hash, since it is the same in every run.
  @Override
  @SuppressWarnings("EnumOrdinal")
  public int hashCode() {
    return (31 * kind.ordinal() + path.hashCode()) * 31 + signature.hashCode();
  }

  /** Its names with dots between, quoted where SQL would need it, and its signature. */
  public String qualified() {
    StringBuilder text = new StringBuilder();
    for (String name : path) {
      text.append(text.isEmpty() ? "" : ".");
      text.append(PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"');
    }
    return text.append(signature).toString();
  }

  /** The names in a text that has dots between them, as {@link #qualified()} writes them. */
  public static List<String> names(String qualified) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < qualified.length(); i++) {
      char c = qualified.charAt(i);
      // Two quotes within quotes are one sign of the name.
      if (c == '"' && quoted && i + 1 < qualified.length() && qualified.charAt(i + 1) == '"') {
        name.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        names.add(name.toString());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    names.add(name.toString());
    return List.copyOf(names);
  }

  /** Kind and names: {@code column public.users.email}. */
  @Override
  public String toString() {
    return kind.word() + " " + qualified();
  }
}
