package io.liftlock.engine.proof;

import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values for the key of a partitioned table that fall into one of its partitions. */
final class Partitions {

  private static final Pattern KEY = Pattern.compile("(?is)(range|list|hash)\\s*\\((.*)\\)");
  private static final Pattern RANGE =
      Pattern.compile("(?is)FOR VALUES FROM \\((.*)\\) TO \\((.*)\\)");
  private static final Pattern LIST = Pattern.compile("(?is)FOR VALUES IN \\((.*)\\)");
  private static final Pattern CONSTANT = Pattern.compile("'(?:[^']|'')*'|[^,\\s][^,]*");

  private final Map<String, List<SchemaObject>> byParent = new HashMap<>();

  Partitions(Schema schema) {
    for (SchemaObject table : schema.of(ObjectKind.TABLE)) {
      table
          .text(Property.PARTITION_OF)
          .ifPresent(
              parent -> byParent.computeIfAbsent(parent, name -> new ArrayList<>()).add(table));
    }
  }

  /** Whether a table can hold rows only in partitions and has none. */
  boolean isWithoutPlace(SchemaObject table) {
    return table.text(Property.PARTITION_KEY).isPresent() && of(table).isEmpty();
  }

  private List<SchemaObject> of(SchemaObject table) {
    return byParent.getOrDefault(table.id().qualified(), List.of());
  }

  /** Asks for a row of one of the partitions, however deep they are. */
  void ask(SchemaObject table, int variant, Wishes wishes) {
    SchemaObject at = table;
    int choice = variant;
    while (!of(at).isEmpty()) {
      List<SchemaObject> partitions = of(at);
      SchemaObject partition = partitions.get(choice % partitions.size());
      choice /= partitions.size();
      ask(at, partition, wishes);
      at = partition;
    }
  }

  private static void ask(SchemaObject table, SchemaObject partition, Wishes wishes) {
    Matcher key = KEY.matcher(table.text(Property.PARTITION_KEY).orElse(""));
    String bound = partition.text(Property.PARTITION_BOUND).orElse("");
    if (!key.matches()) {
      return;
    }
    String column = constants(key.group(2)).get(0).replaceFirst("^\"(.*)\".*$", "$1");
    if (!column.startsWith("\"")) {
      column = column.split("\\s", 2)[0];
    }
    Matcher list = LIST.matcher(bound);
    Matcher range = RANGE.matcher(bound);
    if (list.matches()) {
      List<String> values = constants(list.group(1));
      if (values.equals(List.of("NULL"))) {
        wishes.of(column).nullness(Wish.Nullness.NULL);
      } else {
        wishes.of(column).oneOf(values.stream().filter(value -> !value.equals("NULL")).toList());
        wishes.of(column).nullness(Wish.Nullness.NOT_NULL);
      }
    } else if (range.matches()) {
      Wish wish = wishes.of(column);
      wish.nullness(Wish.Nullness.NOT_NULL);
      String from = constants(range.group(1)).get(0);
      String to = constants(range.group(2)).get(0);
      if (from.equals(to)) {
        wish.oneOf(List.of(from));
        return;
      }
      if (!from.equals("MINVALUE")) {
        wish.limit(new Limit(Limit.Side.ABOVE, false, from));
      }
      if (!to.equals("MAXVALUE")) {
        wish.limit(new Limit(Limit.Side.BELOW, true, to));
      }
    }
  }

  private static List<String> constants(String text) {
    List<String> constants = new ArrayList<>();
    Matcher matcher = CONSTANT.matcher(text);
    while (matcher.find()) {
      String constant = matcher.group().strip();
      constants.add(
          constant.startsWith("'")
              ? constant.substring(1, constant.length() - 1).replace("''", "'")
              : constant);
    }
    return constants.isEmpty() ? List.of("") : constants;
  }
}
