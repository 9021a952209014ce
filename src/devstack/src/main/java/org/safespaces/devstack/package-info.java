/**
 * The whole world on one machine: PostgreSQL, Keycloak, a mail catcher and WildFly with the application, for development
 * and for tests. Both start it through {@link org.safespaces.devstack.Stack}, so there is one way to start the world.
 *
 * <p>Nothing of this package is ever part of the EAR. What it makes up (people, phrases, secrets) is marked as made for
 * development, and a server that is not told to be in development refuses it.
 */
package org.safespaces.devstack;
