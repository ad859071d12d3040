package io.liftlock.engine.proof;

import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Table;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.proof.Term.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Drafts rows for one table. The first attempt at a row is as telling as possible (NULLs, defaults,
 * texts that are easily broken), later ones are plainer, and then they try what the checks' own
 * constants offer.
 */
final class TableSeed {

  /** How a foreign key is filled. */
  enum Filling {
    /** From the rows that are there. */
    LOOKED_UP,
    /** With NULL at first, and later from the rows that are there. */
    LATER,
    /** With the value that the row referred to will have. */
    FORETOLD
  }

  private final Table table;
  private final Dialect dialect;
  private final Values values;
  private final Partitions partitions;
  private final int rows;
  private final List<Term> checks;
  private final Map<Constraint, Filling> keys = new LinkedHashMap<>();
  private final Set<String> keyColumns = new HashSet<>();

  TableSeed(Table table, Dialect dialect, Values values, Partitions partitions, int rows) {
    this.table = table;
    this.dialect = dialect;
    this.values = values;
    this.partitions = partitions;
    this.rows = rows;
    this.checks =
        table.constraints().stream()
            .filter(constraint -> constraint.type().equals(Constraint.CHECK))
            .flatMap(constraint -> CheckReader.read(constraint.definition()).stream())
            .toList();
    for (Constraint key : table.foreignKeys()) {
      keys.put(key, Filling.LOOKED_UP);
    }
    for (Constraint constraint : table.constraints()) {
      if (!constraint.type().equals(Constraint.CHECK)) {
        keyColumns.addAll(constraint.columns());
      }
    }
  }

  Table table() {
    return table;
  }

  /** Foreign keys and how they are filled. */
  Map<Constraint, Filling> keys() {
    return keys;
  }

  void fill(Constraint key, Filling filling) {
    keys.put(key, filling);
  }

  /**
   * Drafts a row.
   *
   * @param n the number that its values are made of
   * @param row its place among the rows of this filling, 0-based
   * @param attempt how often it was refused before
   * @param others drafts for the tables of its group, by qualified name
   */
  RowDraft draft(
      long n, int row, int attempt, RandomGenerator random, Map<String, TableSeed> others) {
    int variant = row + attempt;
    Wishes wishes = new Wishes(variant);
    checks.forEach(wishes::ask);
    partitions.ask(table.object(), variant, wishes);
    wishes.settle();
    boolean overriding = table.columns().stream().anyMatch(Column::identityAlways);
    RowDraft draft = new RowDraft(Names.quoted(table.id()), overriding);
    boolean least = attempt > 0 && attempt % 4 == 0;
    // A key that was taken is not tried again; an odd distance tries odd and even numbers.
    long number = attempt == 0 ? n : n + 997L * attempt;
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (!column.generated()) {
        expression(column, i, number, row, attempt, least, wishes, random)
            .ifPresent(expression -> draft.put(column.name(), expression));
      }
    }
    for (Column column : table.columns()) {
      wishes
          .of(column.name())
          .sameAs()
          .flatMap(draft::expression)
          .ifPresent(same -> draft.put(column.name(), same));
    }
    int place = 0;
    Set<String> settled = new HashSet<>();
    for (Map.Entry<Constraint, Filling> key : keys.entrySet()) {
      fill(draft, key.getKey(), key.getValue(), row, attempt, place++, settled, wishes, others, n);
    }
    return draft;
  }

  private Optional<String> expression(
      Column column,
      int place,
      long n,
      int row,
      int attempt,
      boolean least,
      Wishes wishes,
      RandomGenerator random) {
    Wish wish = wishes.of(column.name());
    boolean key = keyColumns.contains(column.name());
    boolean nullable = column.nullable() && !key && !values.refusesNull(column);
    if (wish.nullness() == Wish.Nullness.NULL && column.nullable()) {
      return Optional.of("NULL");
    }
    boolean must = wish.nullness() == Wish.Nullness.NOT_NULL;
    if (!must && !key && (least || attempt == 0) && mayBeLeftOut(column, row, least, wish)) {
      return Optional.empty();
    }
    boolean nullNow = attempt == 0 ? (row + place) % rows == rows - 1 && rows > 1 : least;
    if (nullable && !must && nullNow) {
      return Optional.of("NULL");
    }
    if (attempt > 2 && !key) {
      Optional<String> constant = constant(column, random);
      if (constant.isPresent()) {
        return constant;
      }
    }
    long number = n + 10L * wishes.rank(column.name());
    Optional<String> value =
        values.value(column, wish, number, attempt == 0 && (row == 1 || rows == 1));
    if (value.isPresent()) {
      return value;
    }
    // No value of that type is known: its default, or nothing at all, may do.
    return column.defaultValue().isPresent() ? Optional.empty() : Optional.of("NULL");
  }

  /** A default that is the same each time stands in the first row, so that it is used, too. */
  private static boolean mayBeLeftOut(Column column, int row, boolean least, Wish wish) {
    Optional<String> given = column.defaultValue();
    if (given.isEmpty()) {
      return false;
    }
    boolean constant =
        !given.get().contains("(") && !given.get().toUpperCase(Locale.ROOT).startsWith("CURRENT_");
    return constant && (least || (row == 0 && wish.isFree()));
  }

  /** One of the constants of a check that was not understood wholly. */
  private Optional<String> constant(Column column, RandomGenerator random) {
    List<String> constants = new ArrayList<>();
    for (Term check : checks) {
      boolean about =
          check.holdsAnywhere(
              term -> term.is(Kind.COLUMN) && term.text().equalsIgnoreCase(column.name()));
      boolean unclear = check.holdsAnywhere(term -> term.is(Kind.UNKNOWN) || term.is(Kind.CALL));
      if (about && unclear) {
        collect(check, constants);
      }
    }
    return constants.isEmpty() || random.nextBoolean()
        ? Optional.empty()
        : Optional.of(values.constant(column, constants.get(random.nextInt(constants.size()))));
  }

  private static void collect(Term term, List<String> constants) {
    if (term.is(Kind.CONSTANT)) {
      constants.add(term.text());
    }
    term.parts().forEach(part -> collect(part, constants));
  }

  private void fill(
      RowDraft draft,
      Constraint key,
      Filling filling,
      int row,
      int attempt,
      int place,
      Set<String> settled,
      Wishes wishes,
      Map<String, TableSeed> others,
      long n) {
    String to = key.references().orElse("");
    boolean self = to.equals(table.id().qualified());
    boolean required =
        SeedOrder.isRequired(table, key)
            || key.columns().stream()
                .anyMatch(c -> wishes.of(c).nullness() == Wish.Nullness.NOT_NULL);
    boolean withoutNow =
        filling == Filling.LATER
            || (self && row == 0)
            || key.columns().stream().anyMatch(c -> wishes.of(c).nullness() == Wish.Nullness.NULL)
            || (attempt == 0 && (row + place) % rows == rows - 1 && rows > 1)
            || (attempt > 0 && attempt % 4 == 0);
    if (!required && withoutNow) {
      key.columns().stream()
          .filter(name -> !settled.contains(name))
          .filter(name -> table.column(name).map(Column::nullable).orElse(false))
          .forEach(name -> draft.put(name, "NULL"));
      return;
    }
    Map<String, String> found;
    if (self && row == 0 && attempt % 2 == 0) {
      found = own(draft, key);
    } else if (filling == Filling.FORETOLD) {
      found = foretold(key, others.get(to), n, row);
    } else {
      found = lookedUp(draft, key, row + attempt, settled);
    }
    found.forEach(draft::put);
    settled.addAll(found.keySet());
  }

  /** A row that has to refer to one of its own table refers to itself. */
  private static Map<String, String> own(RowDraft draft, Constraint key) {
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < key.columns().size() && i < key.referencedColumns().size(); i++) {
      String column = key.columns().get(i);
      draft
          .expression(key.referencedColumns().get(i))
          .ifPresent(expression -> found.put(column, expression));
    }
    return found;
  }

  private static Map<String, String> foretold(
      Constraint key, @Nullable TableSeed to, long n, int row) {
    Map<String, String> found = new LinkedHashMap<>();
    if (to == null) {
      return found;
    }
    Wishes none = new Wishes(row);
    to.checks.forEach(none::ask);
    for (int i = 0; i < key.columns().size() && i < key.referencedColumns().size(); i++) {
      String column = key.columns().get(i);
      to.table
          .column(key.referencedColumns().get(i))
          .flatMap(
              there ->
                  to.values.value(
                      there,
                      none.of(there.name()),
                      n + 10L * none.rank(there.name()),
                      row == 1 || to.rows == 1))
          .ifPresent(expression -> found.put(column, expression));
    }
    return found;
  }

  /** What to set a foreign key to that was left NULL; empty where it stays so. */
  Optional<String> later(RowDraft draft, Constraint key, int row) {
    boolean stays = rows > 1 && row == rows - 1;
    if (stays) {
      return Optional.empty();
    }
    Map<String, String> found = lookedUp(draft, key, row, Set.of());
    List<String> primary = table.primaryKey().map(Constraint::columns).orElse(List.of());
    return draft.update(primary, found);
  }

  /**
   * The columns of one row of the table referred to, by place, so that a row which was there before
   * serves as well as one that was seeded.
   */
  private Map<String, String> lookedUp(
      RowDraft draft, Constraint key, int offset, Set<String> settled) {
    List<String> columns = key.columns();
    List<String> referenced = key.referencedColumns();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < columns.size() && i < referenced.size(); i++) {
      String there = Names.quoted(referenced.get(i));
      Optional<String> given =
          settled.contains(columns.get(i)) ? draft.expression(columns.get(i)) : Optional.empty();
      conditions.add(given.map(g -> there + " = " + g).orElse(there + " IS NOT NULL"));
    }
    String from = " FROM " + parent(key) + " WHERE " + String.join(" AND ", conditions);
    String order =
        referenced.stream()
            .map(column -> Names.quoted(column) + " DESC")
            .collect(Collectors.joining(", "));
    String largest = dialect == Dialect.SQLITE ? "max" : "greatest";
    String place =
        " LIMIT 1 OFFSET (%d %% %s(1, (SELECT count(*)%s)))".formatted(offset, largest, from);
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < columns.size() && i < referenced.size(); i++) {
      if (!settled.contains(columns.get(i))) {
        found.put(
            columns.get(i),
            "(SELECT "
                + Names.quoted(referenced.get(i))
                + from
                + " ORDER BY "
                + order
                + place
                + ")");
      }
    }
    return found;
  }

  /** The referenced table's name is kept as text, quoted only where a name needs it. */
  private static String parent(Constraint key) {
    return TypeName.parse(key.references().orElse("")).path().stream()
        .map(Names::quoted)
        .collect(Collectors.joining("."));
  }

  /** Whether a partitioned table has no partition to hold a row. */
  boolean isWithoutPlace() {
    return partitions.isWithoutPlace(table.object());
  }

  /** Columns whose type no value is known of, for those who wonder why a row was refused. */
  List<String> unknownTypes() {
    return table.columns().stream()
        .filter(column -> !column.generated())
        .filter(column -> values.value(column, new Wish(), 1, false).isEmpty())
        .map(column -> column.name() + " " + column.object().text(Property.TYPE).orElse(""))
        .toList();
  }
}
