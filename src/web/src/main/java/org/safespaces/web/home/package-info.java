/** The doors: the support form, and the way back with a code. */
package org.safespaces.web.home;
