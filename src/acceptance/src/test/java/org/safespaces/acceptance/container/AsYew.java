package org.safespaces.acceptance.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** A therapist by the identity server's word, under an account that is new. */
@Stateless
@RunAs("therapist")
public class AsYew extends Somebody {}
