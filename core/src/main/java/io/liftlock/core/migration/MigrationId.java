package io.liftlock.core.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The id of a migration: its branch (a feature folder, or empty) and its label. A label of digits
 * parted by dots or underscores is compared by its numeric parts, of any length ({@code 2} &lt;
 * {@code 2.0.1} &lt; {@code 10}; {@code 003} equals {@code 3}); every other label is compared as
 * text.
 */
public final class MigrationId implements Comparable<MigrationId> {

  private static final Pattern NUMERIC = Pattern.compile("[0-9]+(?:[._][0-9]+)*");

  private final String branch;
  private final String label;
  private final List<String> parts;

  private MigrationId(String branch, String label) {
    this.branch = branch;
    this.label = label;
    this.parts = NUMERIC.matcher(label).matches() ? numericParts(label) : List.of();
  }

  /** An id on the branch that has no name. */
  public static MigrationId of(String label) {
    return new MigrationId("", label);
  }

  /**
   * An id on a branch.
   *
   * @param branch the folder's name, or empty
   * @param label as written, not empty
   */
  public static MigrationId of(String branch, String label) {
    return new MigrationId(branch, label);
  }

  /** Reads the text form, {@code label} or {@code branch/label}. */
  public static MigrationId parse(String text) {
    int slash = text.lastIndexOf('/');
    return slash < 0
        ? new MigrationId("", text)
        : new MigrationId(text.substring(0, slash), text.substring(slash + 1));
  }

  private static List<String> numericParts(String label) {
    List<String> parts = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i <= label.length(); i++) {
      if (i == label.length() || label.charAt(i) == '.' || label.charAt(i) == '_') {
        int first = start;
        while (first < i - 1 && label.charAt(first) == '0') {
          first++;
        }
        parts.add(label.substring(first, i));
        start = i + 1;
      }
    }
    // A trailing zero part adds nothing: 2.0 is 2.
    while (parts.size() > 1 && parts.get(parts.size() - 1).equals("0")) {
      parts.remove(parts.size() - 1);
    }
    return List.copyOf(parts);
  }

  /** The feature folder, or empty. */
  public String branch() {
    return branch;
  }

  /** The label as written. */
  public String label() {
    return label;
  }

  /** Whether it is compared by its numeric parts. */
  public boolean isNumeric() {
    return !parts.isEmpty();
  }

  /** The numeric parts without leading zeros; empty for a label compared as text. */
  public List<String> parts() {
    return parts;
  }

  /** Within a branch by the label; numeric labels before others; branches by name. */
  @Override
  public int compareTo(MigrationId other) {
    int order = compareLabels(other);
    return order != 0 ? order : branch.compareTo(other.branch);
  }

  private int compareLabels(MigrationId other) {
    if (isNumeric() && other.isNumeric()) {
      int common = Math.min(parts.size(), other.parts.size());
      for (int i = 0; i < common; i++) {
        int order = compareDigits(parts.get(i), other.parts.get(i));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(parts.size(), other.parts.size());
    }
    if (isNumeric() != other.isNumeric()) {
      return isNumeric() ? -1 : 1;
    }
    return label.compareTo(other.label);
  }

  /** Digits without leading zeros: the longer is the larger. */
  private static int compareDigits(String left, String right) {
    return left.length() != right.length()
        ? Integer.compare(left.length(), right.length())
        : left.compareTo(right);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MigrationId that
        && branch.equals(that.branch)
        && (isNumeric() ? parts.equals(that.parts) : label.equals(that.label));
  }

  @Override
  public int hashCode() {
    return 31 * branch.hashCode() + (isNumeric() ? parts.hashCode() : label.hashCode());
  }

  /** {@code label}, or {@code branch/label}: the form that history and commands use. */
  @Override
  public String toString() {
    return branch.isEmpty() ? label : branch + "/" + label;
  }
}
