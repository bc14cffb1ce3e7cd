package org.dramatis.http.answer;

import java.util.UUID;
import org.dramatis.model.Version;

/**
 * One run of the server. Versions count from 1 in every run, over data that may have been edited
 * between runs, so that a tag of one run says nothing to another.
 *
 * @param id what no other run is called
 */
public record Run(String id) {

  /** A run that begins now. */
  public static Run begin() {
    return new Run(UUID.randomUUID().toString().replace("-", ""));
  }

  /** The tag of what is determined by the version and these parts; it begins with the version. */
  public EntityTag tag(Version version, String... parts) {
    return new EntityTag(beginning(version) + EntityTag.of(parts).value());
  }

  /**
   * Whether a tag, without its quotes, stands for the data at the version: it is one that {@link
   * #tag} gave, or the number of the version alone.
   */
  public boolean stands(String tag, Version version) {
    return tag.equals(version.toString()) || tag.startsWith(beginning(version));
  }

  private String beginning(Version version) {
    return version + "." + id + ".";
  }
}
