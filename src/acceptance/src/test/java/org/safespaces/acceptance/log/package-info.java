/** What the tree over the log holds against whoever rules its database, and what the two verifiers make of it. */
package org.safespaces.acceptance.log;
