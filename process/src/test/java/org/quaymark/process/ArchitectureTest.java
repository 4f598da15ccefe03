package org.quaymark.process;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.quaymark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule processKnowsOfOursOnlyTheDomain = noClasses()
            .that()
            .resideInAPackage("org.quaymark.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.quaymark.edge..", "org.quaymark.hub..", "org.quaymark.sim..");

    @ArchTest
    static final ArchRule theDomainKnowsNoProcess = noClasses()
            .that()
            .resideInAPackage("org.quaymark.inspection..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.quaymark.process..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.quaymark.process.(*)..").should().beFreeOfCycles();
}
