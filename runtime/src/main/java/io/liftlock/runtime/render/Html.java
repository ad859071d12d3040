package io.liftlock.runtime.render;

/** A page of HTML that needs nothing else: no script, no font, no picture from elsewhere. */
final class Html {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --bar: #3b82c4; --bad: #c43b3b; --good: #2e8b57; }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
      th { font-weight: 600; } .number { text-align: right; font-variant-numeric: tabular-nums; }
      .bar { width: 30%; } .bar span { display: block; height: .8rem; margin-top: .35rem; min-width: 2px; background: var(--bar); }
      .good { color: var(--good); } .bad { color: var(--bad); } code, pre { font-family: ui-monospace, monospace; }
      pre { white-space: pre-wrap; }
      """;

  private final StringBuilder text = new StringBuilder();

  private Html() {}

  /** A page with a title, which is its first heading, too. */
  static Html page(String title) {
    Html page = new Html();
    page.text
        .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n");
    return page.element("h1", title);
  }

  /** An element that holds only text. */
  Html element(String name, String content) {
    return open(name).text(content).close(name).line();
  }

  /** An element of a class that holds only text. */
  Html element(String name, String style, String content) {
    return open(name, style).text(content).close(name).line();
  }

  /** Begins an element. */
  Html open(String name) {
    text.append('<').append(name).append('>');
    return this;
  }

  /** Begins an element of a class. */
  Html open(String name, String style) {
    text.append('<').append(name).append(" class=\"").append(escaped(style)).append("\">");
    return this;
  }

  /** Ends an element. */
  Html close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  /** A row of headings; those that begin with {@code >} stand over numbers. */
  Html headings(String... titles) {
    open("tr");
    for (String title : titles) {
      if (title.startsWith(">")) {
        open("th", "number").text(title.substring(1)).close("th");
      } else {
        open("th").text(title).close("th");
      }
    }
    return close("tr").line();
  }

  /** A cell. */
  Html cell(String content) {
    return open("td").text(content).close("td");
  }

  /** A cell with a number. */
  Html number(String content) {
    return open("td", "number").text(content).close("td");
  }

  /**
   * A cell with a bar.
   *
   * @param part how much of the longest bar it is
   * @param whole the longest bar
   */
  Html bar(long part, long whole) {
    long percent = whole <= 0 ? 0 : Math.max(0, Math.min(100, part * 100 / whole));
    text.append("<td class=\"bar\"><span style=\"width:")
        .append(percent)
        .append("%\"></span></td>");
    return this;
  }

  /** Text, escaped. */
  Html text(String content) {
    text.append(escaped(content));
    return this;
  }

  Html line() {
    text.append('\n');
    return this;
  }

  /** The page, ended. */
  String end() {
    return text + "</body>\n</html>\n";
  }

  /** Text as it stands in HTML and SVG. */
  static String escaped(String content) {
    StringBuilder safe = new StringBuilder(content.length());
    for (int i = 0; i < content.length(); i++) {
      char sign = content.charAt(i);
      switch (sign) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(sign);
      }
    }
    return safe.toString();
  }
}
