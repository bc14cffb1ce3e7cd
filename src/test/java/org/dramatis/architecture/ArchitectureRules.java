package org.dramatis.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import org.jspecify.annotations.NullMarked;

/**
 * The arrows of {@code docs/architecture.md} as rules over the packages below one root.
 *
 * @param root the package that holds the entry point and, one below, the layers
 */
record ArchitectureRules(String root) {

  private static final String[] HTTP_LIBRARIES = {
    "org.apache.jena.fuseki..", "org.eclipse.jetty..", "jakarta.servlet.."
  };

  /** A layer knows only the layers below it; a layer that does not exist yet is no violation. */
  ArchRule layersKnowOnlyWhatIsBelow() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("entry")
        .definedBy(root, in("cli"))
        .layer("settings")
        .definedBy(in("settings"))
        .layer("http")
        .definedBy(in("http"))
        .layer("citation")
        .definedBy(in("citation"))
        .layer("answers")
        .definedBy(in("query"), in("entity"), in("feed"), in("history"), in("link"))
        .layer("ingest")
        .definedBy(in("ingest"))
        .layer("store")
        .definedBy(in("store"))
        .layer("log")
        .definedBy(in("log"))
        .layer("model")
        .definedBy(in("model"))
        .whereLayer("entry")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("settings")
        .mayOnlyBeAccessedByLayers("entry", "http")
        .whereLayer("http")
        .mayOnlyBeAccessedByLayers("entry")
        .whereLayer("citation")
        .mayOnlyBeAccessedByLayers("entry", "http")
        .whereLayer("answers")
        .mayOnlyBeAccessedByLayers("entry", "http", "citation")
        .whereLayer("ingest")
        .mayOnlyBeAccessedByLayers("entry", "http", "answers")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("entry", "http", "citation", "answers", "ingest")
        .whereLayer("log")
        .mayOnlyBeAccessedByLayers("entry", "http", "citation", "answers", "ingest", "store");
  }

  /** Every class has a layer, so that a new package cannot slip past the arrows. */
  ArchRule everyClassHasALayer() {
    return classes()
        .should()
        .resideInAnyPackage(
            root,
            in("cli"),
            in("settings"),
            in("http"),
            in("citation"),
            in("query"),
            in("entity"),
            in("history"),
            in("link"),
            in("feed"),
            in("ingest"),
            in("store"),
            in("log"),
            in("model"));
  }

  /**
   * The transport stays at the edge: whatever the server can do, a test can do without a server.
   */
  ArchRule onlyHttpKnowsTheServer() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("http"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HTTP_LIBRARIES);
  }

  /** What a person sees is read from the answers, never from the store itself. */
  ArchRule pagesNeverReadTheStore() {
    return noClasses()
        .that()
        .resideInAPackage(in("http.page"))
        .should(
            dependOnClassesThat(
                JavaClass.Predicates.resideInAnyPackage(in("store"), in("log"), in("ingest"))))
        .allowEmptyShould(true);
  }

  /** No package needs, by any detour, one that needs it. */
  ArchRule packagesHaveNoCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /** Absence is declared everywhere: a package without {@code @NullMarked} escapes the check. */
  ArchRule everyPackageIsNullMarked() {
    return classes().that(areNotPackageInfos()).should(liveInANullMarkedPackage());
  }

  private String in(String layer) {
    return root + "." + layer + "..";
  }

  private static DescribedPredicate<JavaClass> areNotPackageInfos() {
    return DescribedPredicate.describe(
        "are not package descriptions", type -> !type.getSimpleName().equals("package-info"));
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package annotated @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              violated(type, type.getName() + " lives in a package that is not @NullMarked"));
        }
      }
    };
  }
}
