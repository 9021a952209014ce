package org.safespaces.web.home;

import java.util.List;

/**
 * A card as a page shows it.
 *
 * @param kind how its notice looks: care, info, honey
 * @param lines sentences, in order
 * @param steps numbered steps; empty for most
 */
public record HelpCard(String id, String kind, String title, List<String> lines, List<String> steps) {}
