package io.liftlock.core.sql;

import java.util.List;
import java.util.Map;

/** What SQL calls the kinds of object. */
final class ObjectWords {

  /**
   * Words of SQL and the kind that they stand for; longer ones before their beginnings. No kind for
   * what the schema model does not hold.
   */
  private static final List<Map.Entry<List<String>, String>> WORDS =
      List.of(
          words("materialized view", "materialized-view"),
          words("foreign data wrapper", "foreign-data-wrapper"),
          words("foreign table", "foreign-table"),
          words("foreign server", "foreign-server"),
          words("virtual table", "virtual-table"),
          words("event trigger", "event-trigger"),
          words("constraint trigger", "trigger"),
          words("text search parser", "text-search-parser"),
          words("text search template", "text-search-template"),
          words("text search dictionary", "text-search-dictionary"),
          words("text search configuration", "text-search-configuration"),
          words("operator class", ""),
          words("operator family", ""),
          words("user mapping", ""),
          words("access method", ""),
          words("large object", ""),
          words("table", "table"),
          words("view", "view"),
          words("index", "index"),
          words("sequence", "sequence"),
          words("schema", "schema"),
          words("extension", "extension"),
          words("collation", "collation"),
          words("type", "type"),
          words("domain", "domain"),
          words("function", "function"),
          words("procedure", "procedure"),
          words("routine", "routine"),
          words("aggregate", "aggregate"),
          words("operator", "operator"),
          words("trigger", "trigger"),
          words("rule", "rule"),
          words("policy", "policy"),
          words("statistics", "statistics"),
          words("publication", "publication"),
          words("server", "foreign-server"),
          words("column", "column"),
          words("constraint", "constraint"));

  private ObjectWords() {}

  private static Map.Entry<List<String>, String> words(String sql, String kind) {
    return Map.entry(List.of(sql.split(" ")), kind);
  }

  /**
   * A kind that is named.
   *
   * @param kind the kind; empty where the model has none
   * @param behind the index behind its words; the index itself where none is named
   */
  record Named(String kind, int behind) {}

  /** The kind that is named at an index. */
  static Named at(Tokens tokens, int index) {
    for (Map.Entry<List<String>, String> entry : WORDS) {
      List<String> words = entry.getKey();
      if (tokens.areWords(index, words.toArray(String[]::new))) {
        return new Named(entry.getValue(), index + words.size());
      }
    }
    return new Named("", index);
  }
}
