package dev.lathe.runtime.auth;

import java.net.URI;
import java.time.Duration;

/**
 * What a user needs to log in on another device (RFC 8628, section 3.2). The code is shown to the user and to nobody else.
 *
 * @param verificationUri where the user goes to
 * @param userCode what the user enters there
 * @param message both of them in a sentence, as the service words it; may be empty
 * @param life how long the user has
 */
public record DeviceCode(URI verificationUri, String userCode, String message, Duration life) {

    /** Where the user goes to, without the code. */
    @Override
    public String toString() {
        return "DeviceCode[" + verificationUri + "]";
    }
}
