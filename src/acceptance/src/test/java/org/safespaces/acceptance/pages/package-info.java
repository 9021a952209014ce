/** Every page, asked for by everybody: who sees it, what it carries, how it takes bad input. */
package org.safespaces.acceptance.pages;
