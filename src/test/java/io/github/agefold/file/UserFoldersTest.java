package io.github.agefold.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    @Test
    void linuxFollowsXdg() {
        // absolute on Windows too
        Path cache = Path.of("/big/cache").toAbsolutePath();
        Path state = Path.of("/big/state").toAbsolutePath();
        UserFolders told = new UserFolders(
                "Linux",
                Map.of("XDG_CACHE_HOME", cache.toString(), "XDG_STATE_HOME", state.toString())::get,
                "/home/a");
        assertThat(told.caches()).isEqualTo(cache.resolve("agefold"));
        assertThat(told.logs()).isEqualTo(state.resolve("agefold"));
    }

    @Test
    void linuxHasPlacesOfItsOwnWhereXdgSaysNothingUseful() {
        UserFolders untold = new UserFolders("Linux", Map.of("XDG_CACHE_HOME", "relative")::get, "/home/a");
        assertThat(untold.caches()).isEqualTo(Path.of("/home/a/.cache/agefold"));
        assertThat(untold.logs()).isEqualTo(Path.of("/home/a/.local/state/agefold"));
    }

    @Test
    void macOsHasThemInTheLibrary() {
        UserFolders mac = new UserFolders("Mac OS X", name -> null, "/Users/a");
        assertThat(mac.caches()).isEqualTo(Path.of("/Users/a/Library/Caches/Agefold"));
        assertThat(mac.logs()).isEqualTo(Path.of("/Users/a/Library/Logs/Agefold"));
    }

    @Test
    void windowsHasThemInLocalAppData() {
        UserFolders windows = new UserFolders("Windows 11", Map.of("LOCALAPPDATA", "/local")::get, "/Users/a");
        assertThat(windows.caches()).isEqualTo(Path.of("/local/AgefoldData/Cache"));
        assertThat(windows.logs()).isEqualTo(Path.of("/local/AgefoldData/Logs"));
    }
}
