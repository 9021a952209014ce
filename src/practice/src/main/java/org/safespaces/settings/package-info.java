/**
 * What the practice decides for itself: ages, times, promises. One place, read once, from the reviewed file inside the
 * archive and from the environment. Knows no other package; holds no secret and nothing of anybody.
 */
package org.safespaces.settings;
