/** What holds of the files of the vocabulary, whatever the program does with them. */
@NullMarked
package org.dramatis.ontology;

import org.jspecify.annotations.NullMarked;
