package io.github.agefold;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What keeps the parts apart, and why. */
class ArchitectureTest {
    // plain tests: of ArchUnit's own kind Surefire runs none, and a broken rule would go unnoticed
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(Launcher.class);

    @Test
    void screenStaysInUi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
                .because("the command line and a training on a server must run where there is no screen")
                .check(CLASSES);
    }

    @Test
    void onlyTheLauncherKnowsTheWayIn() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..ui..", "..cli..")
                .and()
                .doNotHaveFullyQualifiedName(Launcher.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.agefold.ui..", "io.github.agefold.cli..")
                .because("the core must not know who asks")
                .check(CLASSES);
    }

    @Test
    void windowAndCommandLineAreStrangers() {
        noClasses()
                .that()
                .resideInAPackage("io.github.agefold.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.agefold.cli..")
                .because("what both need belongs into the core")
                .check(CLASSES);
    }

    @Test
    void commandLineNeedsNoWindow() {
        noClasses()
                .that()
                .resideInAPackage("io.github.agefold.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.agefold.ui..")
                .because("what both need belongs into the core")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.github.agefold.(**)")
                .should()
                .beFreeOfCycles()
                .because("data flows one way, and a part can be read without those that come after it")
                .check(CLASSES);
    }

    @Test
    void openCvStaysWherePicturesComeIn() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..photo..", "..face..", "..camera..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco.opencv..", "org.bytedeco.javacv..")
                .because(
                        "its native memory is freed by hand: in photo and face within a method, in camera by the thread that"
                                + " opened the device, and three packages are few enough to watch")
                .check(CLASSES);
    }

    @Test
    void packagesSayWhatTheyHold() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..manager..", "..impl..", "..helper..")
                .because("such names take anything in, so they tell nothing")
                .check(CLASSES);
    }

    @Test
    void nothingIsDeserialized() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .because("a hostile model file would run code")
                .check(CLASSES);
    }

    @Test
    void modelSerializerIsNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveSimpleName("ModelSerializer")
                .because("it restores preprocessor.bin by Java deserialization (deeplearning4j issue 10428)")
                .check(CLASSES);
    }
}
