package org.dramatis.query.catalogue;

import java.util.List;
import java.util.Map;

/**
 * What the head of a query file says about the query, in grlc's decorators.
 *
 * @param summary the title: one line that asks the question
 * @param description what the answer holds, and what to know about it
 * @param tags words to find it by
 * @param defaults values of parameters that hold when nobody gives others
 */
record Decorators(
    String summary, String description, List<String> tags, Map<String, String> defaults) {}
