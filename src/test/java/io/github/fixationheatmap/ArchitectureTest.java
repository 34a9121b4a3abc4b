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
    private static final String[] PURE = {BASE + ".analysis..", BASE + ".draw..", BASE + ".model..", BASE + ".problem.."};

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    /** A package uses only packages below it. */
    @Test
    void arrowsPointDown() {
        String[] packages = {
            "lambda", "api", "study", "pipeline", "result", "read", "draw", "analysis", "options", "drop", "store", "model", "problem"};
        for (int lower = 1; lower < packages.length; lower++) {
            for (int upper = 0; upper < lower; upper++) {
                noClasses().that().resideInAPackage(BASE + "." + packages[lower] + "..").should().dependOnClassesThat()
                        .resideInAPackage(BASE + "." + packages[upper] + "..").check(PRODUCT);
            }
        }
    }

    @Test
    void onlyTheStoreAndPrimingUseTheSdk() {
        noClasses().that().resideOutsideOfPackages(BASE + ".store..", BASE + ".lambda.priming..").should().dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..").check(PRODUCT);
    }

    /** The runnable jar leaves out the handlers, the API and the store of S3; the rest of it must not miss them. */
    @Test
    void theRunnableJarNeedsNothingOfAws() {
        String s3 = BASE.replace(".", "\\.") + "\\.store\\.S3.*";
        String[] leftOut = {BASE + ".lambda..", BASE + ".api..", "software.amazon..", "com.amazonaws.."};
        noClasses().that().resideOutsideOfPackages(BASE + ".lambda..", BASE + ".api..").and().haveNameNotMatching(s3).should()
                .dependOnClassesThat().resideInAnyPackage(leftOut).orShould().dependOnClassesThat().haveNameMatching(s3).check(PRODUCT);
        JavaClasses command = new ClassFileImporter().importPackages(BASE + ".laptop");
        noClasses().that().haveSimpleNameNotEndingWith("Test").should().dependOnClassesThat().resideInAnyPackage(leftOut)
                .orShould().dependOnClassesThat().haveNameMatching(s3).check(command);
    }

    @Test
    void onlyTheLambdaPackageUsesTheLambdaLibrary() {
        noClasses().that().resideOutsideOfPackage(BASE + ".lambda..").should().dependOnClassesThat()
                .resideInAPackage("com.amazonaws..").check(PRODUCT);
    }

    @Test
    void kernelsKnowNoInputOrOutput() {
        noClasses().that().resideInAnyPackage(PURE).should().dependOnClassesThat(resideInAnyPackage(
                "java.nio.file..", "java.nio.channels..", "java.net..", "java.net.http..", "javax.imageio..", "software.amazon..",
                "com.amazonaws..", BASE + ".store..", BASE + ".drop..", BASE + ".read..", BASE + ".result..", BASE + ".pipeline..",
                BASE + ".api..", BASE + ".lambda.."))
                .orShould().dependOnClassesThat().haveNameMatching("java\\.io\\.(File|RandomAccessFile).*").check(PRODUCT);
    }

    @Test
    void nothingDependsOnTheHandlers() {
        classes().that().resideInAPackage(BASE + ".lambda..").should().onlyBeAccessed().byAnyPackage(BASE + ".lambda..").check(PRODUCT);
    }

    @Test
    void primingAndTelemetryKnowNoHandler() {
        noClasses().that().resideInAnyPackage(BASE + ".lambda.priming..", BASE + ".lambda.telemetry..").should().dependOnClassesThat()
                .resideInAPackage(BASE + ".lambda").check(PRODUCT);
    }

    @Test
    void thereIsNoStaticMutableState() {
        fields().that().areStatic().should().beFinal().check(PRODUCT);
    }

    @Test
    void nothingEndsTheProcessOrNeedsFonts() {
        noClasses().should().callMethod(System.class, "exit", int.class)
                .orShould().dependOnClassesThat().haveNameMatching("java\\.awt\\.(Font|Graphics|Graphics2D).*").check(PRODUCT);
    }
}
