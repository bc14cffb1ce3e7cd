package org.dramatis.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.model.Sha256;

/**
 * The files that pages load, all from the program itself: those of the project, and the modules of
 * others that its own import. They stand in one folder that is named by the digest of all of them,
 * so that a browser keeps them for ever and scripts find each other by relative addresses.
 */
public final class Assets {

  /** Below this they are served. */
  public static final String PATH = "/assets";

  /** The files of the project; each lies beside this class in {@code assets}. */
  static final List<String> NAMES =
      List.of(
          "style.css",
          "site.js",
          "suggest.js",
          "query.js",
          "sparql.js",
          "checking.js",
          "completion.js",
          "table.js",
          "chart.js",
          "snippets.js",
          "theme.js",
          "names.js",
          "asked.js",
          "icon.svg");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  private static final Map<String, Asset> ALL = read();
  private static final String DIGEST = digest();

  /** A file. */
  public record Asset(String mediaType, String text) {}

  private Assets() {}

  /** The address of a file. */
  public static String address(String name) {
    if (!ALL.containsKey(name)) {
      throw new IllegalArgumentException("there is no asset " + name);
    }
    return PATH + "/" + DIGEST + "/" + name;
  }

  /** The file of a name. */
  public static Optional<Asset> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** Names the present state of all of them. */
  public static String digestOfAll() {
    return DIGEST;
  }

  private static Map<String, Asset> read() {
    Map<String, Asset> all = new LinkedHashMap<>();
    NAMES.forEach(name -> all.put(name, read(name, "assets/" + name)));
    Modules.ALL.forEach(module -> all.put(module.file(), read(module.file(), module.resource())));
    return Collections.unmodifiableMap(all);
  }

  private static Asset read(String name, String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      if (type == null) {
        throw new IllegalStateException(name + " is of no known kind");
      }
      return new Asset(type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String digest() {
    List<String> parts = new ArrayList<>();
    ALL.forEach((name, asset) -> parts.add(name + "\n" + asset.text()));
    return Sha256.of(String.join("\0", parts)).hex().substring(0, 16);
  }
}
