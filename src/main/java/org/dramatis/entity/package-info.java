/** What is known of one thing, and the words of the documents that say so. */
@NullMarked
package org.dramatis.entity;

import org.jspecify.annotations.NullMarked;
