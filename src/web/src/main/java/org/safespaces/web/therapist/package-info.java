/** A therapist's pages. What is shown there is opened for the request that shows it. */
package org.safespaces.web.therapist;
