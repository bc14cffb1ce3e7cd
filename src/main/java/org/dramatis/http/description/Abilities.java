package org.dramatis.http.description;

/**
 * What a service can do that not every one can.
 *
 * @param updates whether it takes updates
 * @param federation whether it asks other services
 */
public record Abilities(boolean updates, boolean federation) {}
