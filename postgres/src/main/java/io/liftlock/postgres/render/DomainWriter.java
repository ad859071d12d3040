package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Domains; their checks are parts of them. */
final class DomainWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject domain, Passage passage) {
    return create(domain, List.of(), passage);
  }

  @Override
  public List<String> create(SchemaObject domain, List<SchemaObject> parts, Passage passage) {
    StringBuilder sql = new StringBuilder("CREATE ").append(Address.of(domain.id()));
    sql.append(" AS ").append(domain.text(Property.BASE_TYPE).orElseThrow());
    domain.text(Property.COLLATION).ifPresent(c -> sql.append(" COLLATE ").append(c));
    domain.text(Property.DEFAULT).ifPresent(d -> sql.append(" DEFAULT ").append(d));
    if (domain.is(Property.NOT_NULL)) {
      sql.append(" NOT NULL");
    }
    parts.forEach(check -> sql.append(" ").append(ConstraintWriter.clause(check)));
    return List.of(sql.toString());
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject to = change.to();
    if (becomesAnother(change)) {
      return Optional.of(TypeSwap.statements(change, create(to, passage), passage));
    }
    List<String> sql = new ArrayList<>();
    String alter = "ALTER " + Address.of(to.id());
    Set<Property> differences = change.properties();
    if (differences.contains(Property.DEFAULT)) {
      sql.add(
          alter + to.text(Property.DEFAULT).map(d -> " SET DEFAULT " + d).orElse(" DROP DEFAULT"));
    }
    if (differences.contains(Property.NOT_NULL)) {
      sql.add(alter + (to.is(Property.NOT_NULL) ? " SET NOT NULL" : " DROP NOT NULL"));
    }
    return Optional.of(sql);
  }

  private static boolean becomesAnother(Change.Alter change) {
    return change.properties().contains(Property.BASE_TYPE)
        || change.properties().contains(Property.COLLATION);
  }

  @Override
  public boolean remakes(Change.Alter change, Passage passage) {
    return becomesAnother(change);
  }

  @Override
  public boolean displaces(Change.Alter change, SchemaObject dependent, Passage passage) {
    return becomesAnother(change) && TypeSwap.displaces(change.object(), dependent, passage);
  }
}
