package org.safespaces.intake;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Typed;

/** The sealed code in a visitor's session, kept as a form is. Its key is in her browser and nowhere here. */
@SessionScoped
@Typed(HeldCode.class)
class HeldCode extends HeldCopy {
    private static final long serialVersionUID = 1L;
}
