/** What a person sees in a browser: plain HTML that works without scripts. */
@NullMarked
package org.dramatis.http.page;

import org.jspecify.annotations.NullMarked;
