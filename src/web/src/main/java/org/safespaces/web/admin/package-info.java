/** The pages of whoever runs the practice. Nothing clinical can be reached from here. */
package org.safespaces.web.admin;
