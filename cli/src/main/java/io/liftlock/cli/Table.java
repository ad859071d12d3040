package io.liftlock.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows with aligned columns: texts on the left, numbers on the right where that is asked for. */
final class Table {

  /**
   * One cell.
   *
   * @param text without any control sign
   * @param style how it looks
   */
  record Cell(String text, Style style) {}

  private final List<String> titles;
  private final List<List<Cell>> rows = new ArrayList<>();
  private final Set<Integer> numbers = new HashSet<>();

  Table(String... titles) {
    this.titles = List.of(titles);
  }

  /** Columns of these titles are numbers, which stand on the right. */
  Table numbers(String... columns) {
    for (String column : columns) {
      numbers.add(titles.indexOf(column));
    }
    return this;
  }

  /** Adds a row of plain text. */
  Table row(String... texts) {
    List<Cell> cells = new ArrayList<>();
    for (String text : texts) {
      cells.add(new Cell(text, Style.PLAIN));
    }
    rows.add(cells);
    return this;
  }

  /** Adds a row. */
  Table row(Cell... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Whether it has no row. */
  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Prints the titles and the rows, two spaces between columns. */
  void print(Terminal terminal) {
    List<List<Cell>> lines = new ArrayList<>();
    lines.add(titles.stream().map(title -> new Cell(title, Style.DIM)).toList());
    lines.addAll(rows);
    print(terminal, "", lines);
  }

  /** Prints the rows alone, below a heading. */
  void printRows(Terminal terminal, String indent) {
    print(terminal, indent, rows);
  }

  private void print(Terminal terminal, String indent, List<List<Cell>> lines) {
    int[] widths = new int[titles.size()];
    for (List<Cell> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).text().length());
      }
    }
    lines.forEach(line -> terminal.say(indent + line(terminal, line, widths)));
  }

  private String line(Terminal terminal, List<Cell> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    int owed = 0;
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      int spare = widths[i] - cell.text().length();
      if (numbers.contains(i)) {
        owed += spare;
        spare = 0;
      }
      if (!cell.text().isEmpty()) {
        line.append(" ".repeat(owed)).append(terminal.paint(cell.style(), cell.text()));
        owed = 0;
      }
      owed += spare + 2;
    }
    return line.toString();
  }
}
