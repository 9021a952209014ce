package org.safespaces.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A sign-in whose record was erased, so that she can be told when. Which record it was is not kept. */
@Entity
@Table(name = "erased_client")
class ErasedClient {
    @Id
    @Column(name = "account_tag")
    private byte[] accountTag;

    @Column(name = "erased_on")
    private LocalDate erasedOn;

    protected ErasedClient() {}

    ErasedClient(byte[] accountTag, LocalDate erasedOn) {
        this.accountTag = accountTag.clone();
        this.erasedOn = erasedOn;
    }

    LocalDate erasedOn() {
        return erasedOn;
    }
}
