package org.dramatis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.http.page.Page;
import org.junit.jupiter.api.Test;

/** No page is forgotten: each has a template, and is tried in a browser. */
class ListedPagesTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");

  private static final Map<String, String> NOT_TRIED =
      Map.of("RunningPage", "only who has a token sees it");

  /** Templates of what is no page by itself. */
  private static final Set<String> AROUND = Set.of("Layout", "PreviewPage", "Card");

  private static Set<String> pages() {
    return new ClassFileImporter()
        .importPackages(Page.class.getPackageName()).stream()
            .filter(type -> type.isAssignableTo(Page.class) && type.isRecord())
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyPageIsTriedInABrowser() throws IOException {
    Set<String> tried =
        ListedPage.all().stream()
            .map(ListedPage::name)
            .collect(Collectors.toCollection(TreeSet::new));
    tried.addAll(NOT_TRIED.keySet());

    assertThat(pages()).hasSizeGreaterThan(20).isEqualTo(tried);
  }

  @Test
  void everyPageHasATemplateAndEveryTemplateAPage() throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      Set<String> drawn =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".jte"))
              .map(name -> name.substring(0, name.length() - 4))
              .filter(name -> !AROUND.contains(name))
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(drawn).isEqualTo(pages());
    }
  }

  @Test
  void noTemplateLeavesTheEscaping() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(file).content().doesNotContain("$unsafe", "style=\"", "<style"));
    }
  }
}
