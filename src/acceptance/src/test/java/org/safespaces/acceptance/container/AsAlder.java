package org.safespaces.acceptance.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** Her colleague. */
@Stateless
@RunAs("therapist")
public class AsAlder extends Somebody {}
