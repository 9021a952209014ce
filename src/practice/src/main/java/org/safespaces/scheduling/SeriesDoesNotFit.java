package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Not all of these times can be kept any more; so none of them was. */
@ApplicationException(rollback = true)
public class SeriesDoesNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PlannedTime> planned;

    SeriesDoesNotFit(List<PlannedTime> planned) {
        super("not all of them can be kept");
        this.planned = List.copyOf(planned);
    }

    /** What is in the way of each, in the order they were asked for. */
    public List<PlannedTime> planned() {
        return planned;
    }
}
