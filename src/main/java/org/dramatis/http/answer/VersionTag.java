package org.dramatis.http.answer;

import java.util.Optional;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/**
 * What a tag says of the version that an answer comes from. A number alone is of one log; with the
 * identity behind it a tag of one log says nothing to another.
 *
 * @param version the number
 * @param id the identity; empty before the first version
 * @param program the version of the program: another one may put the same data otherwise
 */
public record VersionTag(Version version, Optional<Sha256> id, String program) {

  private static final int DIGITS = 32;

  /** The tag of what is determined by the version and these parts; it begins with the version. */
  public EntityTag of(String... parts) {
    String answer = EntityTag.of(parts).value();
    return new EntityTag(beginning() + EntityTag.of(program, answer).value());
  }

  /**
   * Whether a tag, without its quotes, stands for the data at this version: it is one that {@link
   * #of} gave, or the number of the version alone.
   */
  public boolean stands(String tag) {
    return tag.equals(version.toString()) || tag.startsWith(beginning());
  }

  private String beginning() {
    String digits = id.map(digest -> digest.hex().substring(0, DIGITS)).orElse("none");
    return version + "." + digits + ".";
  }
}
