package org.safespaces.followup;

import java.time.Instant;

/**
 * The clocks of a task, as they begin.
 *
 * @param escalates when it goes on for the first time, unless it is acknowledged
 * @param escalatesAgain and for the second time
 * @param act until when what was done has to be recorded
 */
record Due(Instant escalates, Instant escalatesAgain, Instant act) {}
