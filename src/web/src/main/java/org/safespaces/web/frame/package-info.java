/**
 * What every page stands in: answers for what is missing or went wrong, leaving, signing out, headers, the browser's key.
 * The only place that speaks to the servlet container and to Faces by static calls.
 */
package org.safespaces.web.frame;
