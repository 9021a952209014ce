/** The hour, handed in: nothing asks the machine for it, so a test can set it. */
package org.safespaces.time;
