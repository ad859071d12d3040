package io.liftlock.postgres.sql;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes identifiers and literals so that no setting of the session can change their meaning. */
public final class Quoted {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  /**
   * Every keyword of PostgreSQL 14 to 18 that is not allowed everywhere as a name: those that
   * {@code pg_get_keywords()} calls reserved (R, T) or not for functions and types (C). What {@code
   * quote_identifier()} quotes.
   */
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization between bigint binary
          bit boolean both case cast char character check coalesce collate collation column
          concurrently constraint create cross current_catalog current_date current_role
          current_schema current_time current_timestamp current_user dec decimal default deferrable
          desc distinct do else end except exists extract false fetch float for foreign freeze from
          full grant greatest group grouping having ilike in initially inner inout int integer
          intersect interval into is isnull join json json_array json_arrayagg json_exists
          json_object json_objectagg json_query json_scalar json_serialize json_table json_value
          lateral leading least left like limit localtime localtimestamp merge_action national
          natural nchar none normalize not notnull null nullif numeric offset on only or order out
          outer overlaps overlay placing position precision primary real references returning
          right row select session_user setof similar smallint some substring symmetric
          system_user table tablesample then time timestamp to trailing treat trim true union
          unique user using values varchar variadic verbose when where window with xmlattributes
          xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
          xmlserialize xmltable"""
              .split("\\s+"));

  private Quoted() {}

  /** An identifier, always quoted. */
  public static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** An identifier for people to read: quoted only where SQL needs it, as the server does. */
  public static String name(String name) {
    return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name) ? name : identifier(name);
  }

  /** A path of names for people to read, with dots between. */
  public static String name(List<String> path) {
    return path.stream().map(Quoted::name).collect(Collectors.joining("."));
  }

  /** Names for people to read, with commas between. */
  public static String names(List<String> names) {
    return names.stream().map(Quoted::name).collect(Collectors.joining(", "));
  }

  /** A name in a schema. */
  public static String qualified(String schema, String name) {
    return identifier(schema) + '.' + identifier(name);
  }

  /** A parameter's name, whose parts before and behind a dot are names of their own. */
  public static String setting(String name) {
    return identifier(name).replace(".", "\".\"");
  }

  /**
   * A string. The form with an E reads backslashes alike whether {@code
   * standard_conforming_strings} is on or off.
   */
  public static String literal(@Nullable String text) {
    if (text == null) {
      return "NULL";
    }
    return "E'" + text.replace("\\", "\\\\").replace("'", "''") + '\'';
  }

  /** A string for people to read: without the E where it holds no backslash. */
  public static String text(String text) {
    return text.indexOf('\\') < 0 ? '\'' + text.replace("'", "''") + '\'' : literal(text);
  }
}
