package io.liftlock.engine.safety.forecast;

import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.outline.ColumnOutline;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The bound of a partition on one column, as far as checks can prove it: a range with both ends, or
 * a list of values. What it cannot tell, it takes as not proven.
 */
final class PartitionBound {

  private static final Pattern RANGE =
      Pattern.compile(
          "for values from \\((.+?)\\) to \\((.+?)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern LIST =
      Pattern.compile("for values in \\((.+)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern COMPARISON =
      Pattern.compile("\\(*\\s*\"?([\\w$]+)\"?\\s*(>=|<=|<|>|=)\\s*(.+?)\\s*\\)*", Pattern.DOTALL);
  private static final Pattern AMONG =
      Pattern.compile(
          "\\(*\\s*\"?([\\w$]+)\"?\\s*(?:in\\s*\\(|=\\s*any\\s*\\(\\s*array\\s*\\[)(.+?)\\]?\\s*\\)+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final String column;
  private final Optional<String> from;
  private final Optional<String> to;
  private final Set<String> values;

  private PartitionBound(
      String column, Optional<String> from, Optional<String> to, Set<String> values) {
    this.column = column;
    this.from = from;
    this.to = to;
    this.values = values;
  }

  /** The bound as written, of a table that is divided by one plain column; empty for others. */
  static Optional<PartitionBound> of(TableOutline parent, Expression bound) {
    String text = bound.text().replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
    Optional<String> column =
        parent
            .partitionKey()
            .filter(key -> key.columns().size() == 1 && !key.expressions())
            .map(key -> key.columns().get(0));
    Matcher range = RANGE.matcher(text);
    if (column.isPresent() && range.find()) {
      String low = range.group(1).strip();
      String high = range.group(2).strip();
      return Optional.of(
          new PartitionBound(
              column.get(),
              low.equalsIgnoreCase("minvalue") ? Optional.empty() : Optional.of(constant(low)),
              high.equalsIgnoreCase("maxvalue") ? Optional.empty() : Optional.of(constant(high)),
              Set.of()));
    }
    Matcher list = LIST.matcher(text);
    return column.isPresent()
            && list.find()
            && !list.group(1).toLowerCase(Locale.ROOT).contains("null")
        ? Optional.of(
            new PartitionBound(
                column.get(), Optional.empty(), Optional.empty(), constants(list.group(1))))
        : Optional.empty();
  }

  private static Set<String> constants(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(PartitionBound::constant)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without its cast, so that {@code '2020-01-01'::date} is {@code '2020-01-01'}. */
  private static String constant(String text) {
    String bare = text.strip();
    int cast = bare.indexOf("::");
    return (cast < 0 ? bare : bare.substring(0, cast)).strip();
  }

  /** Whether the checks of a table say that all its rows are within. */
  boolean holds(TableOutline table) {
    List<String> proven = proven(table);
    boolean notNull =
        table.column(column).filter(ColumnOutline::notNull).isPresent()
            || table.constraints().stream()
                .filter(ConstraintOutline::isProven)
                .flatMap(each -> each.check().stream())
                .anyMatch(each -> each.notNull().contains(column));
    return notNull && (values.isEmpty() ? isWithin(proven) : isAmong(proven));
  }

  private static List<String> proven(TableOutline table) {
    return table.constraints().stream()
        .filter(ConstraintOutline::isProven)
        .flatMap(each -> each.check().stream())
        .flatMap(each -> each.conjuncts().stream())
        .toList();
  }

  private boolean isWithin(List<String> conjuncts) {
    boolean low =
        from.isEmpty()
            || conjuncts.stream()
                .anyMatch(
                    each ->
                        matches(
                            each,
                            Set.of(">=", ">", "="),
                            value -> compare(value, from.get()) >= 0));
    boolean high =
        to.isEmpty()
            || conjuncts.stream()
                .anyMatch(
                    each ->
                        matches(each, Set.of("<"), value -> compare(value, to.get()) <= 0)
                            || matches(
                                each, Set.of("<=", "="), value -> compare(value, to.get()) < 0));
    return low && high;
  }

  private boolean isAmong(List<String> conjuncts) {
    for (String each : conjuncts) {
      if (matches(each, Set.of("="), values::contains)) {
        return true;
      }
      Matcher among = AMONG.matcher(each);
      if (among.matches()
          && among.group(1).equals(column)
          && values.containsAll(constants(among.group(2)))) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(String conjunct, Set<String> operators, Predicate<String> value) {
    Matcher matcher = COMPARISON.matcher(conjunct);
    return matcher.matches()
        && matcher.group(1).equals(column)
        && operators.contains(matcher.group(2))
        && value.test(constant(matcher.group(3)));
  }

  /** Numbers and dates as ISO writes them have an order here; others are only equal or not. */
  private static int compare(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    if (one.matches("-?[0-9.]+") && other.matches("-?[0-9.]+")) {
      return new BigDecimal(one).compareTo(new BigDecimal(other));
    }
    String date = "'\\d{4}-\\d\\d-\\d\\d'";
    return one.matches(date) && other.matches(date) ? one.compareTo(other) : UNKNOWN_ORDER;
  }

  /** Neither before nor behind: no comparison above takes it for either. */
  private static final int UNKNOWN_ORDER = Integer.MIN_VALUE;

  /** Whether the checks of the default partition say that none of its rows is within. */
  boolean excludedBy(TableOutline table) {
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    String low = squeezed(column + ">=" + from.get());
    String high = squeezed(column + "<" + to.get());
    Set<String> forms =
        Set.of(
            "not(" + low + "and" + high + ")",
            "not(" + squeezed(column + " is not null") + "and" + low + "and" + high + ")",
            squeezed(column + "<" + from.get()) + "or" + squeezed(column + ">=" + to.get()));
    return proven(table).stream()
        .map(PartitionBound::squeezed)
        .anyMatch(each -> forms.contains(each) || forms.contains(bare(each)));
  }

  private static String bare(String text) {
    return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
  }

  private static String squeezed(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("::[a-z ]+", "").replaceAll("\\s+", "");
  }
}
