package io.liftlock.sqlite.transfer;

import java.util.ArrayList;
import java.util.List;

/** A list of texts as a JSON array of strings. */
final class TextList {

  private TextList() {}

  static String write(List<String> texts) {
    StringBuilder json = new StringBuilder("[");
    for (String text : texts) {
      json.append(json.length() == 1 ? "\"" : ", \"");
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        // Surrogates by number, too: a key may hold one alone, which no encoding can say.
        if (c < ' ' || Character.isSurrogate(c)) {
          json.append(String.format("\\u%04x", (int) c));
        } else if (c == '"' || c == '\\') {
          json.append('\\').append(c);
        } else {
          json.append(c);
        }
      }
      json.append('"');
    }
    return json.append(']').toString();
  }

  /** Reads what {@link #write} wrote. */
  static List<String> read(String json) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean within = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"') {
        if (within) {
          texts.add(text.toString());
          text.setLength(0);
        }
        within = !within;
      } else if (within && c == '\\') {
        i++;
        if (json.charAt(i) == 'u') {
          text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
          i += 4;
        } else {
          text.append(json.charAt(i));
        }
      } else if (within) {
        text.append(c);
      }
    }
    return texts;
  }
}
