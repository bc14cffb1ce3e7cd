/**
 * The service over HTTP: the server as it is put together, its endpoints, and how they read what is
 * asked and choose the form of the answer. The packages below hold what several endpoints share,
 * such as admission, answers on their way out, access, uploads, pages and problems. Nothing outside
 * has heard of Fuseki, Jetty or servlets.
 */
@NullMarked
package org.dramatis.http;

import org.jspecify.annotations.NullMarked;
