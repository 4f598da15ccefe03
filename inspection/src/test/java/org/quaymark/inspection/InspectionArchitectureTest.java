package org.quaymark.inspection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The domain leans on nothing, and its packages on each other in one direction only. */
@AnalyzeClasses(packages = "org.quaymark.inspection", importOptions = ImportOption.DoNotIncludeTests.class)
class InspectionArchitectureTest {
    @ArchTest
    static final ArchRule usesTheJdkAndAnnotationsOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.quaymark.inspection..",
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule doesNoInputOrOutput = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..", "java.nio.channels..");

    @ArchTest
    static final ArchRule readsNoClock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = SlicesRuleDefinition.slices()
            .matching("org.quaymark.inspection.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule theRegistryKnowsNoRules = noClasses()
            .that()
            .resideInAPackage("..registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..decision..", "..reading..", "..log..");
}
