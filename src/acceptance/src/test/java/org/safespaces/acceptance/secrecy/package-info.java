/** What whoever steals the databases, the logs or the mail would have. */
package org.safespaces.acceptance.secrecy;
