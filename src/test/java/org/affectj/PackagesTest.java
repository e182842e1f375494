package org.affectj;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Keeps the rules of ARCHITECTURE.md: which package may use which. */
class PackagesTest {

    /** A package may use those behind it in this list, and the root package. */
    private static final List<String> DOWNWARDS = List.of("shell", "command", "imagej", "chart", "batch",
        "analysis", "training", "metrics", "video", "pipeline", "detect", "align", "model", "tensorflow", "engine");

    private static final JavaClasses MAIN = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.affectj");

    @Test
    void everyPackageHasItsPlace() {
        final String[] known = DOWNWARDS.stream().map(PackagesTest::in).toArray(String[]::new);
        classes().that().resideOutsideOfPackage("org.affectj").should().resideInAnyPackage(known).check(MAIN);
    }

    @Test
    void arrowsPointDown() {
        for (int i = 0; i < DOWNWARDS.size(); i++) {
            final String[] above = DOWNWARDS.subList(0, i).stream().map(PackagesTest::in).toArray(String[]::new);
            noClasses().that().resideInAPackage(in(DOWNWARDS.get(i))).should().dependOnClassesThat()
                .resideInAnyPackage(above).allowEmptyShould(true).check(MAIN);
        }
    }

    @Test
    void theRootPackageUsesNoOther() {
        noClasses().that().resideInAPackage("org.affectj").should().dependOnClassesThat()
            .resideInAPackage("org.affectj.*..").check(MAIN);
    }

    @Test
    void nothingUsesCommands() {
        noClasses().that().resideOutsideOfPackage(in("command")).should().dependOnClassesThat()
            .resideInAPackage(in("command")).check(MAIN);
    }

    @Test
    void onlyCommandAndImageJSeeImageJ() {
        noClasses().that().resideOutsideOfPackages(in("command"), in("imagej")).should().dependOnClassesThat()
            .resideInAPackage("ij..").check(MAIN);
    }

    @Test
    void onlyVideoSeesFFmpeg() {
        noClasses().that().resideOutsideOfPackage(in("video")).should().dependOnClassesThat()
            .resideInAPackage("org.bytedeco.ffmpeg..").check(MAIN);
    }

    @Test
    void onlyChartSeesJFreeChart() {
        noClasses().that().resideOutsideOfPackage(in("chart")).should().dependOnClassesThat()
            .resideInAPackage("org.jfree..").check(MAIN);
    }

    @Test
    void onlyTensorFlowSeesTensorFlow() {
        noClasses().that().resideOutsideOfPackage(in("tensorflow")).should().dependOnClassesThat()
            .resideInAnyPackage("org.tensorflow..", "ai.djl..", "com.google.protobuf..", in("tensorflow")).check(MAIN);
    }

    @Test
    void onlyTheShellEndsTheProcessOrPrints() {
        noClasses().that().resideOutsideOfPackage(in("shell")).should()
            .callMethod(System.class, "exit", int.class).orShould().accessField(System.class, "out")
            .orShould().accessField(System.class, "err").check(MAIN);
    }

    private static String in(final String name) {
        return "org.affectj." + name + "..";
    }
}
