package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collations. */
final class CollationWriter implements KindWriter {

  private static final Set<Property> FIXED =
      Set.of(Property.PROVIDER, Property.LOCALE, Property.DETERMINISTIC, Property.RULES);

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    List<String> options = new ArrayList<>();
    object.text(Property.PROVIDER).ifPresent(provider -> options.add("provider = " + provider));
    List<String> locales = object.list(Property.LOCALE);
    if (locales.size() == 2) {
      options.add("lc_collate = " + Quoted.text(locales.get(0)));
      options.add("lc_ctype = " + Quoted.text(locales.get(1)));
    } else {
      object
          .text(Property.LOCALE)
          .ifPresent(locale -> options.add("locale = " + Quoted.text(locale)));
    }
    object
        .text(Property.DETERMINISTIC)
        .ifPresent(deterministic -> options.add("deterministic = " + deterministic));
    object.text(Property.RULES).ifPresent(rules -> options.add("rules = " + Quoted.text(rules)));
    return List.of("CREATE " + Address.of(object.id()) + " (" + String.join(", ", options) + ")");
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    return change.properties().stream().anyMatch(FIXED::contains)
        ? Optional.empty()
        : Optional.of(List.of());
  }
}
