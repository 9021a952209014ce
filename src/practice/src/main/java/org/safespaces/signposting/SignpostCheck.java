package org.safespaces.signposting;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That somebody of the practice rang a number or opened an address, and found it as it is said.
 *
 * @param place the id of the place
 * @param fact which of its facts: phone, text, web, email or hours
 * @param value as it was then
 * @param on the day
 * @param by who, as the log names her
 */
public record SignpostCheck(String place, String fact, String value, LocalDate on, UUID by) {}
