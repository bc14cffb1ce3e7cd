@NullMarked
package org.dramatis.http.editor;

import org.jspecify.annotations.NullMarked;
