package org.safespaces.access;

/** Why a record is to be erased. A fixed list: no words of a client's stand beside it. */
public enum ErasureReason {
    CLIENT_ASKED,
    RETENTION_ENDED,
    OPENED_BY_MISTAKE
}
