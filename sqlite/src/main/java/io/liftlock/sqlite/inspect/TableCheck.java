package io.liftlock.sqlite.inspect;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import io.liftlock.sqlite.inspect.TableFacts.ColumnFact;
import io.liftlock.sqlite.inspect.TableFacts.ForeignFact;
import io.liftlock.sqlite.inspect.TableFacts.KeyColumn;
import io.liftlock.sqlite.inspect.TableFacts.KeyFact;
import io.liftlock.sqlite.sql.CreateTable;
import io.liftlock.sqlite.sql.Folded;
import io.liftlock.sqlite.sql.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the text of a table and its pragmas say the same. They do, unless somebody wrote into the
 * catalog itself or the text says something that is not known here.
 */
final class TableCheck {

  private final TableFacts facts;
  private final CreateTable text;

  TableCheck(TableFacts facts, CreateTable text) {
    this.facts = facts;
    this.text = text;
  }

  /** In what they differ, as words that end "of the text and of the pragmas differ". */
  Optional<String> difference() {
    if (facts.strict != text.strict() || facts.withoutRowid != text.withoutRowid()) {
      return Optional.of("the options");
    }
    List<String> written = text.columns().stream().map(CreateTable.Column::name).toList();
    if (!written.equals(facts.columnNames())) {
      return Optional.of("the columns");
    }
    for (int i = 0; i < written.size(); i++) {
      Optional<String> different = column(text.columns().get(i), facts.columns.get(i));
      if (different.isPresent()) {
        return different.map(what -> what + " of a column");
      }
    }
    if (!primaryKey().equals(facts.primaryKey())) {
      return Optional.of("the primary keys");
    }
    if (!keysAgree()) {
      return Optional.of("the unique constraints");
    }
    return foreignKeysAgree() ? Optional.empty() : Optional.of("the foreign keys");
  }

  private Optional<String> column(CreateTable.Column column, ColumnFact fact) {
    if (!normal(fact.type())
        .toUpperCase(Locale.ROOT)
        .equals(column.type().toUpperCase(Locale.ROOT))) {
      return Optional.of("the types");
    }
    // The key of a table without rowid, or that is strict, is not null without saying so.
    boolean implied = fact.key() > 0 && (facts.withoutRowid || facts.strict);
    if (fact.notNull() != (column.notNull() != null) && !(fact.notNull() && implied)) {
      return Optional.of("the nulls");
    }
    if (!bare(column.defaultValue()).equals(bare(fact.defaultValue()))) {
      return Optional.of("the defaults");
    }
    int hidden = column.generated() == null ? 0 : column.stored() ? 3 : 2;
    return hidden == fact.hidden() ? Optional.empty() : Optional.of("the generated values");
  }

  private static String normal(String sql) {
    Tokens tokens = Tokens.of(Dialect.SQLITE, sql);
    return new NormalForm(tokens, Set.of()).text(0, tokens.size());
  }

  /** A default without its parentheses and quotes, which the pragma may leave out. */
  private static String bare(@Nullable String value) {
    if (value == null) {
      return "";
    }
    String text = normal(value);
    while (text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1);
    }
    return text.replace("\"", "").toUpperCase(Locale.ROOT);
  }

  private List<String> primaryKey() {
    return text.constraints().stream()
        .filter(constraint -> constraint.kind() == CreateTable.Kind.PRIMARY_KEY)
        .findFirst()
        .map(constraint -> constraint.columns().stream().distinct().toList())
        .orElse(List.of());
  }

  /** Each constraint has its index, and each such index its constraint; equal ones share one. */
  private boolean keysAgree() {
    List<List<String>> written = new ArrayList<>();
    for (CreateTable.Constraint constraint : text.constraints()) {
      if (constraint.kind() == CreateTable.Kind.UNIQUE) {
        written.add(constraint.columns());
      }
    }
    List<List<String>> unique = new ArrayList<>();
    List<List<String>> all = new ArrayList<>();
    for (KeyFact key : facts.keys) {
      List<String> columns = key.columns().stream().map(KeyColumn::name).toList();
      all.add(columns);
      if (!key.primary()) {
        unique.add(columns);
      }
    }
    all.add(facts.primaryKey());
    return all.containsAll(written) && written.containsAll(unique);
  }

  private boolean foreignKeysAgree() {
    List<String> written = new ArrayList<>();
    for (CreateTable.Constraint constraint : text.constraints()) {
      CreateTable.Reference to = constraint.reference();
      if (to != null) {
        String match = to.match().isEmpty() ? "NONE" : to.match();
        written.add(
            key(
                new ForeignFact(
                    to.table(),
                    constraint.columns(),
                    to.columns(),
                    to.onUpdate(),
                    to.onDelete(),
                    match)));
      }
    }
    List<String> known =
        new ArrayList<>(facts.foreignKeys.values().stream().map(this::key).toList());
    written.sort(null);
    known.sort(null);
    return written.equals(known);
  }

  private String key(ForeignFact fact) {
    return String.join(
        "\u0000",
        Folded.name(fact.table()),
        fact.from().toString(),
        Folded.name(fact.to().toString()),
        fact.onUpdate(),
        fact.onDelete());
  }
}
