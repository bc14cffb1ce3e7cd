package org.dramatis.http.page;

import java.util.List;
import java.util.stream.Collectors;
import org.dramatis.model.Sha256;

/**
 * The modules of others that scripts of pages import by their names, and the import map that leads
 * browsers to them. The map stands in the page, since browsers take it from nowhere else.
 */
public final class Modules {

  /**
   * A module.
   *
   * @param name by which it is imported
   * @param path where its archive has it
   */
  record Module(String name, String path) {

    /** The name of its file among the assets. */
    String file() {
      return name.replaceAll("[^a-z0-9]+", "-").replaceFirst("^-", "") + ".js";
    }

    /** Where it lies on the class path. */
    String resource() {
      return "/META-INF/resources/webjars/" + path;
    }
  }

  static final List<Module> ALL =
      List.of(
          new Module("@codemirror/autocomplete", "codemirror__autocomplete/6.20.3/dist/index.js"),
          new Module("@codemirror/commands", "codemirror__commands/6.10.4/dist/index.js"),
          new Module("@codemirror/language", "codemirror__language/6.12.4/dist/index.js"),
          new Module("@codemirror/lint", "codemirror__lint/6.9.7/dist/index.js"),
          new Module("@codemirror/state", "codemirror__state/6.7.1/dist/index.js"),
          new Module("@codemirror/view", "codemirror__view/6.43.7/dist/index.js"),
          new Module("@lezer/common", "lezer__common/1.5.2/dist/index.js"),
          new Module("@lezer/highlight", "lezer__highlight/1.2.3/dist/index.js"),
          new Module("@marijn/find-cluster-break", "marijn__find-cluster-break/1.0.2/src/index.js"),
          new Module("crelt", "crelt/1.0.7/index.js"),
          new Module("style-mod", "style-mod/4.1.3/src/style-mod.js"),
          new Module("w3c-keyname", "w3c-keyname/2.2.8/index.js"));

  private Modules() {}

  /** The import map, as JSON that has nothing in it that could end a script. */
  static String importMap() {
    return ALL.stream()
        .map(module -> "\"%s\":\"%s\"".formatted(module.name(), Assets.address(module.file())))
        .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
  }

  /** The import map as a content security policy names it. */
  static String importMapSource() {
    return "'sha256-%s'".formatted(Sha256.of(importMap()).base64());
  }
}
