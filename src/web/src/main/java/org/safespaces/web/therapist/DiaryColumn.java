package org.safespaces.web.therapist;

import java.util.List;

/**
 * A day as it is drawn.
 *
 * @param shut it is closed all day
 * @param open when it is open, in words
 * @param closed where it is closed, as places
 * @param now where this moment stands; empty on every other day
 */
public record DiaryColumn(
        String date,
        String name,
        String number,
        String said,
        boolean today,
        boolean shut,
        String open,
        List<String> closed,
        List<Block> blocks,
        String now) {

    /**
     * What stands in it: an appointment, or time off.
     *
     * @param state a class: how it looks beside its words
     * @param address where a click leads; empty for nowhere
     * @param movable its id, if it can be moved; else empty
     */
    public record Block(
            String place,
            String state,
            String hours,
            String title,
            String initials,
            String more,
            String status,
            String address,
            String movable,
            String length) {}

    /** Does anything stand in it? */
    public boolean isFree() {
        return blocks.isEmpty();
    }
}
