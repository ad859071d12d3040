package io.liftlock.cli;

import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policies of tables as rows, and what would make them useless: row security that is off while
 * there are policies, or on without any, so that nobody but the owner sees a row.
 */
final class PolicyRows {

  private PolicyRows() {}

  /** A table with a row for each policy. */
  static Table of(Schema schema, List<SchemaObject> relations) {
    Table table =
        new Table("policy", "table", "row security", "command", "roles", "using", "with check");
    for (SchemaObject relation : relations) {
      String name = relation.id().qualified();
      String state = state(relation);
      List<SchemaObject> policies = schema.parts(relation.id(), ObjectKind.POLICY);
      if (policies.isEmpty() && relation.is(Property.ROW_SECURITY)) {
        table.row("(none)", name, state, "", "", "", "");
      }
      for (SchemaObject policy : policies) {
        table.row(
            ObjectText.name(policy.id()),
            name,
            state,
            policy.text(Property.COMMAND).orElse("")
                + (isRestrictive(policy) ? " restrictive" : ""),
            roles(policy),
            oneLine(policy.text(Property.USING).orElse("")),
            oneLine(policy.text(Property.WITH_CHECK).orElse("")));
      }
    }
    return table;
  }

  /** The same as data. */
  static List<Map<String, @Nullable Object>> data(Schema schema, List<SchemaObject> relations) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (SchemaObject relation : relations) {
      for (SchemaObject policy : schema.parts(relation.id(), ObjectKind.POLICY)) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("table", relation.id().qualified());
        data.put("policy", ObjectText.name(policy.id()));
        data.put("rowSecurity", state(relation));
        data.put("command", policy.text(Property.COMMAND).orElse(null));
        data.put("permissive", !isRestrictive(policy));
        data.put("roles", policyRoles(policy));
        data.put("using", policy.text(Property.USING).orElse(null));
        data.put("withCheck", policy.text(Property.WITH_CHECK).orElse(null));
        all.add(data);
      }
    }
    return all;
  }

  private static String state(SchemaObject relation) {
    if (!relation.is(Property.ROW_SECURITY)) {
      return "off";
    }
    return relation.is(Property.FORCE_ROW_SECURITY) ? "forced" : "on";
  }

  private static boolean isRestrictive(SchemaObject policy) {
    return policy.text(Property.PERMISSIVE).filter("false"::equals).isPresent();
  }

  private static String roles(SchemaObject policy) {
    return String.join(", ", policyRoles(policy));
  }

  private static List<String> policyRoles(SchemaObject policy) {
    List<String> roles = policy.list(Property.ROLES);
    return roles.isEmpty() ? List.of("PUBLIC") : roles;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\n\\s*", " ");
  }
}
