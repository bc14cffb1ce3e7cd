/** Who may have something computed, and when: fairness between clients, and bounds for all. */
@NullMarked
package org.dramatis.http.admission;

import org.jspecify.annotations.NullMarked;
