package org.safespaces.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/**
 * What stands beside a note for something it is about. Made by the server's index key, the same every time: nobody without it gets from
 * a mark to what it stands for. Opens nothing, and seals nothing.
 */
@ApplicationScoped
public class NoteMarks {
    private static final Column ABOUT = new Column("case_item", "about_tag");

    @Inject
    private ServerSeal serverSeal;

    /** Of an appointment: its id beside a case would tell who met whom, and when. */
    public byte[] about(UUID appointment) {
        return serverSeal.tag(ABOUT, ServerSeal.bytes(appointment));
    }
}
