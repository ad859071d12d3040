package io.liftlock.engine.safety.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: what is put into it makes a new one, which shares all but the
 * path to the new entry. A treap whose priorities are hashes of the keys (Seidel and Aragon,
 * "Randomized Search Trees", 1996), so that its shape depends on nothing but its keys.
 */
final class SharedMap<K extends Comparable<K>, V> {

  private final @Nullable Node<K, V> root;

  private SharedMap(@Nullable Node<K, V> root) {
    this.root = root;
  }

  static <K extends Comparable<K>, V> SharedMap<K, V> empty() {
    return new SharedMap<>(null);
  }

  Optional<V> get(K key) {
    Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0) {
        return Optional.of(node.value);
      }
      node = order < 0 ? node.left : node.right;
    }
    return Optional.empty();
  }

  boolean isEmpty() {
    return root == null;
  }

  boolean has(K key) {
    return get(key).isPresent();
  }

  SharedMap<K, V> with(K key, V value) {
    return new SharedMap<>(put(root, key, value));
  }

  SharedMap<K, V> without(K key) {
    return has(key) && root != null ? new SharedMap<>(take(root, key)) : this;
  }

  /** The values in the order of their keys. */
  List<V> values() {
    List<V> values = new ArrayList<>();
    collect(root, values);
    return values;
  }

  private static <K extends Comparable<K>, V> void collect(
      @Nullable Node<K, V> node, List<V> values) {
    if (node != null) {
      collect(node.left, values);
      values.add(node.value);
      collect(node.right, values);
    }
  }

  private static <K extends Comparable<K>, V> Node<K, V> put(
      @Nullable Node<K, V> node, K key, V value) {
    if (node == null) {
      return new Node<>(key, value, priority(key), null, null);
    }
    int order = key.compareTo(node.key);
    if (order == 0) {
      return new Node<>(key, value, node.priority, node.left, node.right);
    }
    if (order < 0) {
      Node<K, V> left = put(node.left, key, value);
      return left.priority > node.priority
          ? left.with(left.left, node.with(left.right, node.right))
          : node.with(left, node.right);
    }
    Node<K, V> right = put(node.right, key, value);
    return right.priority > node.priority
        ? right.with(node.with(node.left, right.left), right.right)
        : node.with(node.left, right);
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> take(
      @Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    int order = key.compareTo(node.key);
    if (order == 0) {
      return join(node.left, node.right);
    }
    return order < 0
        ? node.with(take(node.left, key), node.right)
        : node.with(node.left, take(node.right, key));
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> join(
      @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    return left.priority > right.priority
        ? left.with(left.left, join(left.right, right))
        : right.with(join(left, right.left), right.right);
  }

  /**
   * The key's hash, its bits mixed as in MurmurHash3's last step: neighbours must not look alike.
   */
  private static int priority(Object key) {
    int bits = key.hashCode();
    bits = (bits ^ (bits >>> 16)) * 0x85ebca6b;
    bits = (bits ^ (bits >>> 13)) * 0xc2b2ae35;
    return bits ^ (bits >>> 16);
  }

  private record Node<K extends Comparable<K>, V>(
      K key, V value, int priority, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {

    Node<K, V> with(@Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
      return new Node<>(key, value, priority, newLeft, newRight);
    }
  }
}
