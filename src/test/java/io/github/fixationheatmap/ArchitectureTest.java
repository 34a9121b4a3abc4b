package io.github.fixationheatmap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules for dependencies between packages and on libraries. */
class ArchitectureTest {

    private static final String BASE = "io.github.fixationheatmap";
    private static final String[] PURE = {
        BASE + ".grid..", BASE + ".render..", BASE + ".aoi..", BASE + ".metrics..", BASE + ".study..", BASE + ".problem.."};

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(product);
    }

    @Test
    void onlyTheStoreAndPrimingUseTheSdk() {
        noClasses().that().resideOutsideOfPackages(BASE + ".store..", BASE + ".lambda.priming..").should().dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..").check(product);
    }

    @Test
    void onlyTheLambdaPackageUsesTheLambdaLibrary() {
        noClasses().that().resideOutsideOfPackage(BASE + ".lambda..").should().dependOnClassesThat()
                .resideInAPackage("com.amazonaws..").check(product);
    }

    @Test
    void kernelsKnowNoInputOrOutput() {
        noClasses().that().resideInAnyPackage(PURE).should().dependOnClassesThat(resideInAnyPackage(
                "java.nio.file..", "java.nio.channels..", "java.net..", "java.net.http..", "javax.imageio..", "software.amazon..",
                "com.amazonaws..", BASE + ".store..", BASE + ".drop..", BASE + ".export..", BASE + ".job..", BASE + ".lambda.."))
                .orShould().dependOnClassesThat().haveNameMatching("java\\.io\\.(File|RandomAccessFile).*").check(product);
    }

    @Test
    void nothingDependsOnTheHandlers() {
        classes().that().resideInAPackage(BASE + ".lambda..").should().onlyBeAccessed().byAnyPackage(BASE + ".lambda..").check(product);
    }

    @Test
    void primingAndTelemetryKnowNoHandler() {
        noClasses().that().resideInAnyPackage(BASE + ".lambda.priming..", BASE + ".lambda.telemetry..").should().dependOnClassesThat()
                .resideInAPackage(BASE + ".lambda").check(product);
    }

    @Test
    void thereIsNoStaticMutableState() {
        fields().that().areStatic().should().beFinal().check(product);
    }

    @Test
    void nothingEndsTheProcessOrNeedsFonts() {
        noClasses().should().callMethod(System.class, "exit", int.class)
                .orShould().dependOnClassesThat().haveNameMatching("java\\.awt\\.(Font|Graphics|Graphics2D).*").check(product);
    }
}
