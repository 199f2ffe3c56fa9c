package io.github.agefold.ui.aging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.strip.AgeStrip;
import io.github.agefold.strip.SyntheticStrips;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripSavingTest {
    @TempDir
    Path folder;

    private final StripSaving saving = new StripSaving(Runnable::run, Runnable::run);
    private final AgeStrip strip = SyntheticStrips.ofGreys(25);

    @Test
    void nameWithoutEndingGetsOne() {
        saving.saveStrip(strip, folder.resolve("me"));

        assertThat(folder.resolve("me.png")).exists();
        assertThat(saving.noticeProperty().get().text()).isEqualTo("Saved " + folder.resolve("me.png"));
    }

    @Test
    void facesOfTheSamePhotoGoIntoANewFolderEachTime() {
        saving.saveFaces(strip, folder, "beach.jpg");
        saving.saveFaces(strip, folder, "beach.jpg");

        assertThat(folder.resolve("beach-ages/01_0-18.png")).exists();
        assertThat(folder.resolve("beach-ages-2/06_60plus.png")).exists();
    }

    @Test
    void failureIsANoticeOfAProblem() {
        saving.saveStrip(strip, folder.resolve("missing/strip.png"));

        assertThat(saving.noticeProperty().get().isProblem()).isTrue();
        assertThat(saving.noticeProperty().get().text()).contains("its folder does not exist");
    }

    @Test
    void suggestedNamesAreFileNames() {
        assertThat(StripSaving.suggestedName("beach.jpg")).isEqualTo("beach-ages");
        assertThat(StripSaving.suggestedName("the clipboard")).isEqualTo("the-clipboard-ages");
        assertThat(StripSaving.suggestedName("a.b.png")).isEqualTo("a.b-ages");
        assertThat(StripSaving.suggestedName("")).isEqualTo("face-ages");
    }
}
