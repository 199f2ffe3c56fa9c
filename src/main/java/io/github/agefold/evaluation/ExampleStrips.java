package io.github.agefold.evaluation;

import static io.github.agefold.evaluation.HtmlTable.escape;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.strip.FaceImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Examples as pictures within the page. */
final class ExampleStrips {
    private ExampleStrips() {}

    static String html(List<Example> examples) throws IOException {
        StringBuilder html = new StringBuilder(
                        "<h2>Examples</h2><p class='quiet'>By how many columns of the last search look their age")
                .append(
                        " and are accepted by the impartial judge. First the photo, then the six ages; its own group is framed.</p>");
        for (Example example : examples) {
            AgeGroup own = example.face().group();
            html.append("<h3>The " + escape(example.rank()) + ": "
                    + example.face().age() + " years, " + escape(example.face().name()) + "</h3><div class='scroll'>");
            boolean first = true;
            for (Example.Strip strip : example.strips()) {
                html.append("<div class='strip'><span>" + escape(strip.method()) + "</span>");
                html.append(first ? picture(example.face().face(), "the photo", false) : "<span></span>");
                first = false;
                for (AgeGroup group : AgeGroup.ALL) {
                    html.append(picture(strip.faces().get(group.ordinal()), group.label(), group == own));
                }
                html.append("</div>");
            }
            html.append("</div>");
        }
        return html.toString();
    }

    private static String picture(Face face, String words, boolean own) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // as large as the networks made it: the browser enlarges it, and the page stays small
        // in memory: ImageIO's own choice is a copy on the disk
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(FaceImage.of(face, Face.SIDE), "png", out);
        }
        return "<img alt='" + words + "' title='" + words + "'" + (own ? " class='own'" : "")
                + " src='data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()) + "'>";
    }
}
