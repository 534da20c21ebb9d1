// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A page that needs nothing but itself, in the reader's light or dark setting. */
final class HtmlPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ground: #fff; --ink: #1d1f21; --faint: #6b7075; --rule: #d9dcdf; --card: #f5f6f7; }
      @media (prefers-color-scheme: dark) {
        :root { --ground: #1b1d1f; --ink: #e4e6e8; --faint: #9aa0a6; --rule: #3a3e42; --card: #25282b; } }
      body { background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; margin: 0 auto;
        max-width: 60rem; padding: 2rem 1.5rem 4rem; }
      h1 { font-size: 1.7rem; margin: 0 0 .2rem; } h2 { font-size: 1.15rem; margin: 2.4rem 0 .6rem; }
      h3 { font-size: 1rem; margin: 1.6rem 0 .2rem; }
      p.about { color: var(--faint); margin: 0 0 1.5rem; max-width: 46rem; }
      .figures { display: flex; flex-wrap: wrap; gap: .8rem; }
      .figure { background: var(--card); border-radius: .5rem; padding: .7rem 1rem; min-width: 7rem; }
      .figure b { display: block; font-size: 1.35rem; font-variant-numeric: tabular-nums; } .figure span { color: var(--faint); }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { border-bottom: 1px solid var(--rule); padding: .3rem .9rem .3rem 0; text-align: right; white-space: nowrap; }
      th { color: var(--faint); font-weight: 500; } th:first-child, td:first-child { text-align: left; }
      svg { display: block; height: auto; margin: .6rem 0; max-width: 100%; width: 47rem; }
      svg text { fill: currentColor; font-size: 12px; } svg .grid { stroke: var(--rule); }
      .key { display: inline-block; width: .8em; height: .8em; border-radius: .2em; margin: 0 .35em 0 0; }
      .legend span { margin-right: 1.4rem; } footer { color: var(--faint); margin-top: 3rem; }
      code { background: var(--card); border-radius: .3rem; padding: .1rem .35rem; overflow-wrap: anywhere; }
      .scroll { overflow-x: auto; }
      """;

  private final StringBuilder body = new StringBuilder();
  private final String title;

  HtmlPage(String title, String about) {
    this.title = title;
    body.append("<h1>").append(escape(title)).append("</h1>\n<p class=\"about\">");
    body.append(escape(about)).append("</p>\n");
  }

  /** A figure with what it is, for a row of large numbers. */
  record Figure(String value, String name) {}

  HtmlPage figures(List<Figure> figures) {
    body.append("<div class=\"figures\">");
    for (Figure figure : figures) {
      body.append("<div class=\"figure\"><b>").append(escape(figure.value())).append("</b><span>");
      body.append(escape(figure.name())).append("</span></div>");
    }
    body.append("</div>\n");
    return this;
  }

  HtmlPage heading(String text) {
    body.append("<h2>").append(escape(text)).append("</h2>\n");
    return this;
  }

  HtmlPage subheading(String text) {
    body.append("<h3>").append(escape(text)).append("</h3>\n");
    return this;
  }

  HtmlPage paragraph(String text) {
    body.append("<p>").append(escape(text)).append("</p>\n");
    return this;
  }

  HtmlPage command(String text) {
    body.append("<p><code>").append(escape(text)).append("</code></p>\n");
    return this;
  }

  /** A drawing as SVG text. */
  HtmlPage drawing(String svg) {
    body.append(svg).append('\n');
    return this;
  }

  /** What the colours of a drawing stand for. */
  HtmlPage legend(List<String> names, List<String> colors) {
    body.append("<p class=\"legend\">");
    for (int i = 0; i < names.size(); i++) {
      body.append("<span><i class=\"key\" style=\"background:")
          .append(colors.get(i))
          .append("\"></i>");
      body.append(escape(names.get(i))).append("</span>");
    }
    body.append("</p>\n");
    return this;
  }

  /** A table; the first column is text, the others are figures. */
  HtmlPage table(List<String> header, List<List<String>> rows) {
    body.append("<div class=\"scroll\"><table><tr>");
    header.forEach(cell("th"));
    body.append("</tr>\n");
    for (List<String> row : rows) {
      body.append("<tr>");
      row.forEach(cell("td"));
      body.append("</tr>\n");
    }
    body.append("</table></div>\n");
    return this;
  }

  private Consumer<String> cell(String tag) {
    return text ->
        body.append('<')
            .append(tag)
            .append('>')
            .append(escape(text))
            .append("</")
            .append(tag)
            .append('>');
  }

  /** Writes the page. */
  void write(String footer, Path file) throws IOException {
    Files.writeString(
        file,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
            + escape(title)
            + "</title>\n<style>\n"
            + STYLE
            + "</style>\n</head>\n<body>\n"
            + body
            + "<footer>"
            + escape(footer)
            + "</footer>\n</body>\n</html>\n");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
