package io.liftlock.core.migration;

import static io.liftlock.core.migration.Migrations.declared;
import static io.liftlock.core.migration.Migrations.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationGraphTest {

  private final Problems problems = new Problems();

  private MigrationGraph graph(Migration... migrations) {
    return MigrationGraph.of(List.of(migrations), problems);
  }

  private static List<String> names(Iterable<MigrationId> ids) {
    List<String> names = new ArrayList<>();
    ids.forEach(id -> names.add(id.toString()));
    return names;
  }

  @Test
  void aSequenceIsOneLine() {
    MigrationGraph graph = graph(in("10"), in("2.0.1"), in("2"), in("001"));
    assertThat(names(graph.ids())).containsExactly("001", "2", "2.0.1", "10");
    assertThat(names(graph.heads())).containsExactly("10");
    assertThat(names(graph.roots())).containsExactly("001");
    assertThat(names(graph.ancestors(MigrationId.of("2.0.1"))))
        .containsExactlyInAnyOrder("2", "001");
    assertThat(names(graph.descendants(MigrationId.of("2"))))
        .containsExactlyInAnyOrder("2.0.1", "10");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void branchesAndDependsFormAGraph() {
    MigrationGraph graph =
        graph(
            in("common/001"),
            in("events/001", "common/001"),
            in("events/002"),
            in("setups/001", "events/002"),
            in("trades/001"));
    assertThat(names(graph.heads())).containsExactlyInAnyOrder("setups/001", "trades/001");
    assertThat(names(graph.roots())).containsExactlyInAnyOrder("common/001", "trades/001");
    assertThat(names(graph.ids()).indexOf("setups/001"))
        .isGreaterThan(names(graph.ids()).indexOf("events/002"));
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void faultsAreToldTogether() {
    MigrationGraph graph =
        graph(in("1"), in("001"), in("2", "9"), declared("7", "8"), declared("8", "7"));
    assertThat(problems.all())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            ErrorCode.MIGRATION_DUPLICATE, ErrorCode.PARENT_MISSING, ErrorCode.GRAPH_CYCLE);
    assertThat(problems.all()).allSatisfy(problem -> assertThat(problem.place()).isNotNull());
    assertThat(names(graph.ids())).containsExactly("1", "2");
  }

  @Test
  void aRingIsPrintedFromOneOfItsMembers() {
    graph(declared("1", "2"), declared("2", "3"), declared("3", "1"), declared("4", "1"));
    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ErrorCode.GRAPH_CYCLE);
              assertThat(problem.message()).contains("1 -> 2 -> 3 -> 1");
            });
  }

  @Test
  void everyRingIsTold() {
    graph(declared("1", "2"), declared("2", "1"), declared("5", "6"), declared("6", "5"));
    assertThat(problems.all())
        .extracting(Problem::message)
        .anySatisfy(text -> assertThat(text).contains("1 -> 2 -> 1"))
        .anySatisfy(text -> assertThat(text).contains("5 -> 6 -> 5"))
        .hasSize(2);
  }

  @Test
  void aMigrationThatStandsOnItselfIsARing() {
    graph(declared("1", "1"));
    assertThat(problems.all()).extracting(Problem::code).containsExactly(ErrorCode.GRAPH_CYCLE);
  }

  @Test
  void oneIdMayOccurOncePerDatabase() {
    MigrationGraph graph =
        graph(
            Migrations.of("1", "a", Migration.Lineage.SEQUENCE, "main"),
            Migrations.of("1", "a", Migration.Lineage.SEQUENCE, "trades"));
    assertThat(problems.all()).isEmpty();
    assertThat(graph.at(MigrationId.of("1"))).hasSize(2);
    assertThat(graph.ids()).hasSize(1);
    assertThat(graph.order()).hasSize(2);
  }

  @Test
  void anEdgeGivenTwiceIsOneEdge() {
    MigrationGraph graph =
        graph(
            Migrations.of("1", "a", Migration.Lineage.SEQUENCE, "main"),
            Migrations.of("2", "a", Migration.Lineage.SEQUENCE, "main", "1", "1"),
            Migrations.of("2", "a", Migration.Lineage.SEQUENCE, "trades", "01"));
    assertThat(problems.all()).isEmpty();
    assertThat(names(graph.children(MigrationId.of("1")))).containsExactly("2");
    assertThat(names(graph.ids())).containsExactly("1", "2");
  }

  /**
   * Random graphs: the order respects every edge, ignores the order of input, and ends anywhere.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomGraphs(long seed) {
    Random random = new Random(seed);
    int size = 1 + random.nextInt(200);
    List<Migration> migrations = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String id = "b" + random.nextInt(5) + "/" + i;
      Set<String> parents = new HashSet<>();
      for (int p = random.nextInt(4); p > 0 && !ids.isEmpty(); p--) {
        parents.add(ids.get(random.nextInt(ids.size())));
      }
      String[] array = parents.toArray(String[]::new);
      migrations.add(random.nextBoolean() ? in(id, array) : declared(id, array));
      ids.add(id);
    }
    MigrationGraph graph = MigrationGraph.of(migrations, problems);
    assertThat(problems.all()).as("seed %d", seed).isEmpty();
    assertThat(graph.ids()).hasSize(size);
    Set<MigrationId> placed = new HashSet<>();
    for (MigrationId id : graph.ids()) {
      assertThat(placed).as("seed %d", seed).containsAll(graph.parents(id));
      placed.add(id);
    }
    for (MigrationId id : graph.ids()) {
      for (MigrationId ancestor : graph.ancestors(id)) {
        assertThat(graph.descendants(ancestor)).contains(id);
      }
    }
    Collections.shuffle(migrations, random);
    assertThat(MigrationGraph.of(migrations, problems).ids()).isEqualTo(graph.ids());
  }

  @Test
  void tenThousandInALineAreQuick() {
    List<Migration> migrations = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      migrations.add(in(Integer.toString(i)));
    }
    MigrationGraph graph = MigrationGraph.of(migrations, problems);
    assertThat(graph.ancestors(MigrationId.of("10000"))).hasSize(9_999);
    assertThat(graph.heads()).hasSize(1);
  }
}
