package org.safespaces.acceptance.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** A client who has joined her case. */
@Stateless
@RunAs("client")
public class AsLinen extends Somebody {}
