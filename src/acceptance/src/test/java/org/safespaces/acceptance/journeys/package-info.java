/** What people do, from first page to last, in a real browser against the real application. */
package org.safespaces.acceptance.journeys;
