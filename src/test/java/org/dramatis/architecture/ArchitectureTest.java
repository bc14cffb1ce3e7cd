package org.dramatis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The program keeps the rules, and each rule is able to catch what it forbids. */
class ArchitectureTest {

  private static final String ROOT = "org.dramatis";
  private static final String SAMPLE = "org.dramatis.architecture.sample";

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(SAMPLE);

  /** Each rule, with the class of the sample that breaks it. */
  static Stream<Arguments> rules() {
    return Stream.of(
        rule(ArchitectureRules::layersKnowOnlyWhatIsBelow, "model.ModelKnowsStore"),
        rule(ArchitectureRules::layersKnowOnlyWhatIsBelow, "store.StoreKnowsSettings"),
        rule(ArchitectureRules::everyClassHasALayer, "unmarked.Stray"),
        rule(ArchitectureRules::onlyHttpKnowsTheServer, "query.QueryKnowsServlets"),
        rule(ArchitectureRules::pagesNeverReadTheStore, "http.page.PageReadsStore"),
        rule(ArchitectureRules::packagesHaveNoCycles, "link.LinkKnowsQuery"),
        rule(ArchitectureRules::everyPackageIsNullMarked, "unmarked.Stray"));
  }

  private static Arguments rule(Function<ArchitectureRules, ArchRule> rule, String offender) {
    return Arguments.of(rule, offender);
  }

  @ParameterizedTest(name = "{1} has no like in the program")
  @MethodSource("rules")
  void theProgramKeepsTheRule(Function<ArchitectureRules, ArchRule> rule, String offender) {
    assertThat(
            rule.apply(new ArchitectureRules(ROOT))
                .evaluate(PROGRAM)
                .getFailureReport()
                .getDetails())
        .isEmpty();
  }

  @ParameterizedTest(name = "{1} is caught")
  @MethodSource("rules")
  void theRuleCatchesAnOffender(Function<ArchitectureRules, ArchRule> rule, String offender) {
    List<String> violations =
        rule.apply(new ArchitectureRules(SAMPLE))
            .evaluate(OFFENDERS)
            .getFailureReport()
            .getDetails();
    assertThat(violations).anyMatch(violation -> violation.contains(SAMPLE + "." + offender));
  }

  @Test
  void theProgramWasRead() {
    assertThat(PROGRAM.contain("org.dramatis.Main")).isTrue();
    assertThat(PROGRAM.contain("org.dramatis.architecture.ArchitectureTest")).isFalse();
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> folders =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .toList();
      assertThat(folders)
          .isNotEmpty()
          .allSatisfy(folder ->
              assertThat(folder.resolve("package-info.java")).content().startsWith("/**"));
    }
  }
}
