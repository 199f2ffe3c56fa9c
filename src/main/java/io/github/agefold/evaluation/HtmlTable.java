package io.github.agefold.evaluation;

import java.util.List;

/** A table of a page; texts are escaped. */
final class HtmlTable {
    private final StringBuilder html = new StringBuilder("<div class='scroll'><table>");

    HtmlTable(List<String> head) {
        html.append("<thead><tr>");
        head.forEach(cell -> html.append("<th>").append(escape(cell)).append("</th>"));
        html.append("</tr></thead><tbody>");
    }

    HtmlTable row(List<String> cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String tag = i == 0 ? "th" : "td";
            html.append('<').append(tag).append('>').append(escape(cells.get(i)));
            html.append("</").append(tag).append('>');
        }
        html.append("</tr>");
        return this;
    }

    String html() {
        return html + "</tbody></table></div>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }
}
