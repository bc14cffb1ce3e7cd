package org.dramatis.link.match;

import java.util.List;

/**
 * Entities whose identifiers contradict each other, so that none of them is linked.
 *
 * @param why what is wrong with them
 * @param entities all that hang together by identifiers
 */
public record Quarantine(String why, List<Entity> entities) {}
