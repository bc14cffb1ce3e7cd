/**
 * The service over HTTP: the server, its endpoints, content negotiation and errors. Nothing outside
 * this package has heard of Fuseki, Jetty or servlets.
 */
@NullMarked
package org.dramatis.http;

import org.jspecify.annotations.NullMarked;
