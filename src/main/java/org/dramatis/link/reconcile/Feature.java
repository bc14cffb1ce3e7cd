package org.dramatis.link.reconcile;

/**
 * One reason for a score.
 *
 * @param id what was compared
 * @param name how it came out, in words
 * @param value from 0, which is not at all, to 100, which is exactly
 */
public record Feature(String id, String name, double value) {}
