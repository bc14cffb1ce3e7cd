package org.dramatis.feed;

import java.util.Arrays;
import java.util.Optional;

/** How a whole version is written down. */
public enum DumpFormat {
  /** All statements in their graphs. */
  NQUADS("nq", "application/n-quads;version=1.2", Content.QUADS),
  /** All statements in their graphs, easier to read. */
  TRIG("trig", "application/trig;version=1.2", Content.QUADS),
  /** All statements in their graphs, in the binary form of Apache Jena. */
  THRIFT("rt", "application/vnd.apache.thrift.binary", Content.QUADS),
  /** All statements in their graphs, as RDF 1.1 sees them. */
  JSONLD("jsonld", "application/ld+json", Content.QUADS),
  /** What is said by anybody, without who says it. */
  NTRIPLES("nt", "application/n-triples;version=1.2", Content.TRIPLES),
  /** What is said by anybody, without who says it, easier to read. */
  TURTLE("ttl", "text/turtle;charset=utf-8;version=1.2", Content.TRIPLES);

  /** How much of a version it holds. */
  enum Content {
    /** Everything but graphs that are empty. */
    QUADS,
    /** Each statement once, in whatever graphs it is. */
    TRIPLES
  }

  private final String extension;
  private final String mediaType;
  private final Content content;

  DumpFormat(String extension, String mediaType, Content content) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.content = content;
  }

  /** The format with an ending. */
  public static Optional<DumpFormat> of(String extension) {
    return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst();
  }

  /** What the names of its files end in. */
  public String extension() {
    return extension;
  }

  /** The media type, with the version of RDF. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether it tells the graphs that statements are in. */
  public boolean hasGraphs() {
    return content == Content.QUADS;
  }
}
