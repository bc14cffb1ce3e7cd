/**
 * What a person sees in a browser: plain HTML that works without scripts. A page is a record that
 * implements {@link org.dramatis.http.page.Page}, with a template of its name.
 */
@NullMarked
package org.dramatis.http.page;

import org.jspecify.annotations.NullMarked;
