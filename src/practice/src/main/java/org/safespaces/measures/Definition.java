package org.safespaces.measures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One version of a measure, as its data file has it: how it is counted and, where its words may be given out, its words. Text is used
 * unchanged. Source: measures.md 2 to 4.
 *
 * @param measure which measure, in every version: {@code PHQ9}
 * @param hash SHA-256 of the file, in hex: what was answered under it is counted by it for ever
 * @param title what it is called
 * @param licence under whose terms; never those of the software
 * @param credit what stands wherever its items do; empty for nothing
 * @param isOffered whether it may be offered at all, once its words are there
 * @param scale the values an answer can have
 * @param items how many there are
 * @param words its text; empty where that is not ours to give out
 * @param reversed items that count the other way round
 * @param doesNotApply items that can be answered by saying that they do not apply
 * @param oneEstimated of a single blank, the mean of the others is taken
 * @param highest the highest total
 * @param bands by the total they begin with, lowest first
 * @param threshold the usual cut-point
 * @param clusters groups of items with a sum of their own
 * @param countsFrom from what answer on an item counts towards the pattern of its cluster
 * @param safetyItem the item to which any answer but the first asks to be read today
 * @param toCheck what nobody of the practice has confirmed yet
 */
public record Definition(
        String measure,
        int version,
        String hash,
        String title,
        String licence,
        String credit,
        boolean isOffered,
        Scale scale,
        int items,
        Optional<MeasureText> words,
        Set<Integer> reversed,
        Set<Integer> doesNotApply,
        boolean oneEstimated,
        int highest,
        List<Band> bands,
        Optional<Threshold> threshold,
        List<Cluster> clusters,
        int countsFrom,
        Optional<Integer> safetyItem,
        List<OpenFact> toCheck) {
    /** The values an answer can have, both included. */
    public record Scale(int least, int most) {
        boolean has(int value) {
            return least <= value && value <= most;
        }

        /** The same answer, counted the other way round. */
        int turned(int value) {
            return least + most - value;
        }
    }

    /**
     * What a total is called, in words.
     *
     * @param from the lowest total of it
     * @param range which totals are
     */
    public record Band(int from, String range, String word) {}

    /** The usual cut-point, or the totals between which it lies. */
    public record Threshold(int from, int to) {
        /** "10", or "31-33". */
        public String inDigits() {
            return from == to ? String.valueOf(from) : from + "-" + to;
        }
    }

    /**
     * Items that belong together.
     *
     * @param needs how many of them have to count for the pattern
     */
    public record Cluster(String name, int first, int last, int needs) {
        IntStream items() {
            return IntStream.rangeClosed(first, last);
        }
    }

    /** Something that one copy says, or memory: shown with that it is to be confirmed, never as certain. */
    public record OpenFact(String fact, String what) {}

    /** Whether this has been confirmed. */
    public boolean isSure(String fact) {
        return toCheck.stream().noneMatch(open -> open.fact().equals(fact));
    }

    /** Whether a client can be asked it: it may be offered, and its words are there. */
    public boolean canBeAsked() {
        return isOffered && words.isPresent();
    }

    /** The same, with words that the practice has added. */
    Definition with(MeasureText added) {
        return new Definition(
                measure,
                version,
                hash,
                title,
                licence,
                credit,
                isOffered,
                scale,
                items,
                Optional.of(added),
                reversed,
                doesNotApply,
                oneEstimated,
                highest,
                bands,
                threshold,
                clusters,
                countsFrom,
                safetyItem,
                toCheck);
    }
}
