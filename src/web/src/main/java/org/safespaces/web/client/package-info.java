/** A client's own pages. */
package org.safespaces.web.client;
