package org.safespaces.acceptance.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** Another client, of these tests only: until one makes her join, she has no case. */
@Stateless
@RunAs("client")
public class AsReed extends Somebody {}
