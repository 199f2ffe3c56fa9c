package io.github.agefold.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraListTest {
    @TempDir
    Path devices;

    @Test
    void linuxNamesTheNodesThatGivePictures() throws IOException {
        node("video0", "Integrated Camera: Integrated C", "0");
        node("video1", "Integrated Camera: Integrated C", "1");
        node("video10", "HD Pro Webcam C920", "0");
        node("video2", "Capture Card", "0");
        node("v4l-subdev0", "ov5693", "0");

        assertThat(CameraList.linux(devices))
                .containsExactly(
                        new DeviceCamera(0, "Integrated Camera: Integrated C"),
                        new DeviceCamera(2, "Capture Card"),
                        new DeviceCamera(10, "HD Pro Webcam C920"));
    }

    private void node(String folder, String name, String index) throws IOException {
        Path node = Files.createDirectory(devices.resolve(folder));
        Files.writeString(node.resolve("name"), name + "\n");
        Files.writeString(node.resolve("index"), index + "\n");
    }

    @Test
    void linuxWithoutCamerasHasNone() {
        assertThat(CameraList.linux(devices.resolve("video4linux"))).isEmpty();
    }

    @Test
    void macOsCountsByUniqueId() {
        String json =
                """
                {"SPCameraDataType": [
                  {"_name": "FaceTime HD Camera", "spcamera_unique-id": "6C707041-05AC"},
                  {"_name": "Live! Cam Sync 1080p", "spcamera_unique-id": "0x2200000041e409d"}]}""";
        assertThat(CameraList.macOs(json))
                .containsExactly(
                        new DeviceCamera(0, "Live! Cam Sync 1080p"), new DeviceCamera(1, "FaceTime HD Camera"));
        assertThat(CameraList.macOs("{}")).isEmpty();
    }

    @Test
    void windowsNamesACameraThatIsAlone() {
        assertThat(CameraList.windows("\r\nSurface Camera Front\r\n"))
                .containsExactly(new DeviceCamera(0, "Surface Camera Front"));
        assertThat(CameraList.windows("Surface Camera Front\r\nSurface Camera Rear\r\n"))
                .containsExactly(new DeviceCamera(0, "Camera 0"), new DeviceCamera(1, "Camera 1"));
    }
}
