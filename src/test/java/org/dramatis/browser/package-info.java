/**
 * The pages in a real browser: a small driver for Chromium over its DevTools Protocol, and what
 * every page owes its reader.
 */
@NullMarked
package org.dramatis.browser;

import org.jspecify.annotations.NullMarked;
