package io.github.agefold.camera;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The cameras of this computer. Without opening any: that would light their lamps. */
final class CameraList {
    private static final Path LINUX_DEVICES = Path.of("/sys/class/video4linux");
    private static final long PATIENCE_SECONDS = 5;

    private CameraList() {}

    static List<DeviceCamera> system() {
        return switch (OperatingSystem.current()) {
            case LINUX -> linux(LINUX_DEVICES);
            case MACOS -> macOs(output("system_profiler", "-json", "SPCameraDataType"));
            case WINDOWS ->
                windows(output(
                        "powershell",
                        "-NoProfile",
                        "-Command",
                        "[Console]::OutputEncoding = [Text.Encoding]::UTF8; "
                                + "Get-PnpDevice -PresentOnly -Class Camera,Image -ErrorAction SilentlyContinue "
                                + "| ForEach-Object FriendlyName"));
            case OTHER -> List.of(new DeviceCamera(0, "Camera 0"));
        };
    }

    /**
     * Reads what the kernel says. A camera may have more nodes than one; only the first gives pictures.
     *
     * @param devices a folder with one folder each, video0 and so on
     */
    static List<DeviceCamera> linux(Path devices) {
        List<DeviceCamera> cameras = new ArrayList<>();
        try (Stream<Path> nodes = Files.list(devices)) {
            for (Path node : nodes.filter(path -> path.getFileName().toString().matches("video\\d+"))
                    .toList()) {
                int index = Integer.parseInt(node.getFileName().toString().substring("video".length()));
                if (text(node.resolve("index"), "0").equals("0")) {
                    cameras.add(new DeviceCamera(index, text(node.resolve("name"), "Camera " + index)));
                }
            }
        } catch (IOException e) {
            // no such folder: no driver has found a camera
        }
        cameras.sort(Comparator.comparingInt(DeviceCamera::index));
        return cameras;
    }

    private static String text(Path file, String otherwise) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? otherwise : text;
        } catch (IOException e) {
            return otherwise;
        }
    }

    /**
     * Numbers them as OpenCV's AVFoundation backend does: by their unique ids.
     *
     * @param json of {@code system_profiler}
     */
    static List<DeviceCamera> macOs(String json) {
        List<JsonNode> found = new ArrayList<>();
        try {
            new ObjectMapper().readTree(json).path("SPCameraDataType").forEach(found::add);
        } catch (IOException e) {
            return unnamed(1);
        }
        found.sort(
                Comparator.comparing(camera -> camera.path("spcamera_unique-id").asText()));
        List<DeviceCamera> cameras = new ArrayList<>();
        for (JsonNode camera : found) {
            cameras.add(new DeviceCamera(cameras.size(), camera.path("_name").asText("Camera " + cameras.size())));
        }
        return cameras;
    }

    /**
     * Windows tells names, but not in MSMF's order: only a camera that is alone gets its name.
     *
     * @param names a line a camera
     */
    static List<DeviceCamera> windows(String names) {
        List<String> lines =
                names.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.size() == 1 ? List.of(new DeviceCamera(0, lines.get(0))) : unnamed(Math.max(1, lines.size()));
    }

    private static List<DeviceCamera> unnamed(int count) {
        return Stream.iterate(0, index -> index + 1)
                .limit(count)
                .map(index -> new DeviceCamera(index, "Camera " + index))
                .toList();
    }

    @SuppressWarnings("try") // it is there to be closed
    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (AutoCloseable end = process::destroy) {
                process.getOutputStream().close();
                if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // no such program: the cameras stay without names
        }
        return "";
    }
}
