package org.dramatis.link.match;

import java.util.List;

/**
 * Everything that one side has.
 *
 * @param entities each once, in the order in which they were read
 * @param remarks what was left out, in words for the one who gave it
 */
public record Dataset(List<Entity> entities, List<String> remarks) {}
