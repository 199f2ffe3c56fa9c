package io.github.agefold.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.agefold.face.DetectedFace;
import io.github.agefold.strip.AgeStrip;
import io.github.agefold.strip.AgedFace;
import java.nio.file.Path;
import java.util.List;

/** What {@code age --json} prints of a photo. */
final class StripJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StripJson() {}

    static String of(Path photo, List<DetectedFace> faces, int chosen, String search, AgeStrip strip) {
        ObjectNode root = JSON.createObjectNode();
        root.put("photo", photo.toString());
        ArrayNode boxes = root.putArray("faces");
        for (DetectedFace face : faces) {
            boxes.addObject()
                    .put("x", Math.round(face.box().x()))
                    .put("y", Math.round(face.box().y()))
                    .put("width", Math.round(face.box().width()))
                    .put("height", Math.round(face.box().height()))
                    .put("score", rounded(face.score()));
        }
        root.put("face", chosen);
        root.put("estimatedAge", rounded(strip.estimatedAge()));
        root.put("search", search);
        ArrayNode columns = root.putArray("columns");
        for (AgedFace column : strip.columns()) {
            columns.addObject()
                    .put("group", column.group().id())
                    .put("estimatedAge", rounded(column.estimatedAge()))
                    .put("identityDistance", rounded(column.identityDistance()))
                    .put("milliseconds", rounded(column.milliseconds()));
        }
        root.put("milliseconds", strip.milliseconds());
        return root.toString();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
