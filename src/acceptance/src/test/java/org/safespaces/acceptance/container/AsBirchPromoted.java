package org.safespaces.acceptance.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** Birch again, once somebody has given her the role of a therapist. */
@Stateless
@RunAs("therapist")
public class AsBirchPromoted extends Somebody {}
