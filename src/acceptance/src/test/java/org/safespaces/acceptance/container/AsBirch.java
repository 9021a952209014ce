package org.safespaces.acceptance.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** Runs the practice, and reads nobody's record. */
@Stateless
@RunAs("admin")
public class AsBirch extends Somebody {}
