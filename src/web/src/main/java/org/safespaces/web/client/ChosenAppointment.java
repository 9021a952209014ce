package org.safespaces.web.client;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.AppointmentSummary;

/**
 * An appointment in words, on the reader's clock.
 *
 * @param how "Online", "On the phone" or "In person"
 * @param fee empty when none is shown
 * @param until when it can still be given back free of charge, as a moment in words
 * @param late that moment is over
 * @param hours how long before it begins that moment is, in words
 * @param status the key of what it is now
 * @param answerBy while it is only asked for: by when it is answered
 * @param address of its own page
 */
public record ChosenAppointment(
        String id,
        ChosenTime time,
        String session,
        String how,
        String length,
        String fee,
        String therapist,
        String until,
        boolean late,
        String hours,
        String status,
        boolean asked,
        String answerBy,
        boolean upcoming,
        boolean cancellable,
        boolean movable,
        boolean charged,
        String address) {
    static ChosenAppointment of(AppointmentSummary one, Instant now, ZoneId reader, BookingWords words) {
        ZoneId therapistsZone = one.therapist().zone();
        boolean asked = one.status() == AppointmentStatus.REQUESTED;
        return new ChosenAppointment(
                one.id().toString(),
                ChosenTime.of(one.start(), one.end(), reader, therapistsZone, words),
                one.session().name(),
                words.how(one.session().mode()),
                words.length(one.session()),
                words.fee(one.session()),
                one.therapist().shownName(),
                words.moment(one.freeUntil(), reader),
                now.isAfter(one.freeUntil()) && !asked,
                words.ahead(one.session().cancellation()),
                one.status().isLive() && !one.upcoming() ? "over" : one.status().name(),
                asked,
                one.answerBy().map(by -> words.moment(by, reader)).orElse(""),
                one.upcoming(),
                one.cancellable(),
                one.movable(),
                one.charged(),
                address(one.id()));
    }

    static String address(UUID id) {
        return "/client/appointment?id=" + id;
    }
}
