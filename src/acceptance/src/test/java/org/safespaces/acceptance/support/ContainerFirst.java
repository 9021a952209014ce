package org.safespaces.acceptance.support;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Tests inside the server come first: they have it for themselves, before the real application is put in. */
public final class ContainerFirst implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor, Boolean>comparing(
                                each -> !each.getTestClass().getPackageName().endsWith(".container"))
                        .thenComparing(each -> each.getTestClass().getName()));
    }
}
