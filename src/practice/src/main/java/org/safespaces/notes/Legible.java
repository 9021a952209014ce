package org.safespaces.notes;

/** How an opened item reads on the page that will show it: an enquiry is answers in words there, and a document inside. */
@FunctionalInterface
public interface Legible {
    String text(OpenNote opened);
}
