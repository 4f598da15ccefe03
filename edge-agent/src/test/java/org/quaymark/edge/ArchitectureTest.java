package org.quaymark.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.quaymark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule whatProcessesShareIsTheDomainAndNotEachOther = noClasses()
            .that()
            .resideInAPackage("org.quaymark.edge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.quaymark.hub..", "org.quaymark.sim..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.quaymark.edge.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyWaitsByTheClock = noClasses()
            .that()
            .resideInAPackage("org.quaymark..")
            .should()
            .callMethod(Thread.class, "sleep", long.class);
}
