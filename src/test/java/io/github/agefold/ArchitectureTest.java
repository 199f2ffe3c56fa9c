package io.github.agefold;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What keeps the parts apart, and why. */
@AnalyzeClasses(packagesOf = Launcher.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule screenStaysInUi = noClasses()
            .that()
            .resideOutsideOfPackage("..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
            .because("the command line and a training on a server must run where there is no screen");

    @ArchTest
    static final ArchRule onlyTheLauncherKnowsTheWayIn = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "..cli..")
            .and()
            .doNotHaveFullyQualifiedName(Launcher.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.agefold.ui..", "io.github.agefold.cli..")
            .because("the core must not know who asks");

    @ArchTest
    static final ArchRule windowAndCommandLineAreStrangers = noClasses()
            .that()
            .resideInAPackage("io.github.agefold.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.agefold.cli..")
            .because("what both need belongs into the core");

    @ArchTest
    static final ArchRule commandLineNeedsNoWindow = noClasses()
            .that()
            .resideInAPackage("io.github.agefold.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.agefold.ui..")
            .because("what both need belongs into the core");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("io.github.agefold.(**)")
            .should()
            .beFreeOfCycles()
            .because("data flows one way, and a part can be read without those that come after it");

    @ArchTest
    static final ArchRule openCvStaysWherePicturesComeIn = noClasses()
            .that()
            .resideOutsideOfPackages("..photo..", "..face..", "..camera..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco.opencv..", "org.bytedeco.javacv..")
            .because(
                    "its native memory is freed by hand: in photo and face within a method, in camera by the thread that"
                            + " opened the device, and three packages are few enough to watch");

    @ArchTest
    static final ArchRule packagesSayWhatTheyHold = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..manager..", "..impl..", "..helper..")
            .because("such names take anything in, so they tell nothing");

    @ArchTest
    static final ArchRule nothingIsDeserialized = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .because("a hostile model file would run code");

    @ArchTest
    static final ArchRule modelSerializerIsNotUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleName("ModelSerializer")
            .because("it restores preprocessor.bin by Java deserialization (deeplearning4j issue 10428)");
}
