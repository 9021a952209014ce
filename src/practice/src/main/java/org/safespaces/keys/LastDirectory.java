package org.safespaces.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.safespaces.vault.Anchor;
import org.safespaces.vault.Directory;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.Vouch;

/**
 * The directory that was verified last. It is public and says what its rows say: the same rows are not verified twice, which would take
 * three signatures an entry of every request.
 */
@ApplicationScoped
class LastDirectory {
    private final AtomicReference<Directory> last = new AtomicReference<>();

    Directory of(UUID tenant, Anchor anchor, List<DirectoryEntry> entries, List<Vouch> vouches) {
        Directory known = last.get();
        if (known != null && known.isOf(tenant, anchor, entries, vouches)) {
            return known;
        }
        Directory verified = Directory.verify(tenant, anchor, entries, vouches);
        last.set(verified);
        return verified;
    }
}
