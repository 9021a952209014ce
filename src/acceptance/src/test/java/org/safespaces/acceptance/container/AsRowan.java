package org.safespaces.acceptance.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** A therapist with a vault. */
@Stateless
@RunAs("therapist")
public class AsRowan extends Somebody {}
