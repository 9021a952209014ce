/** What still works when something else does not. Comes last: it takes the world apart. */
package org.safespaces.acceptance.without;
