/** What is counted and measured, for Prometheus to collect. */
@NullMarked
package org.dramatis.http.metric;

import org.jspecify.annotations.NullMarked;
