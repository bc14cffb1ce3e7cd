/** IRIs, vocabulary constants and value records of the graph; no input or output. */
@NullMarked
package org.dramatis.model;

import org.jspecify.annotations.NullMarked;
