package dev.lathe.sandbox.oauth;

import dev.lathe.sandbox.http.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the users of the sandbox have in their hands: codes of a browser, codes of devices, refresh tokens. */
final class UserLogins {

    static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

    /** Grants that a user stands behind. */
    static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token", DEVICE_CODE);

    private record Code(String redirectUri, String challenge) {}

    /** A device code, and what its user enters. */
    record Device(String deviceCode, String userCode) {}

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Device> devices = new ConcurrentHashMap<>();
    private final Set<Device> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> approved = ConcurrentHashMap.newKeySet();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();

    String code(String redirectUri, String challenge) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Code(redirectUri, challenge));
        return code;
    }

    Device device() {
        String userCode = UUID.randomUUID().toString().substring(0, 8);
        Device device = new Device(UUID.randomUUID().toString(), userCode);
        devices.put(device.deviceCode(), device);
        return device;
    }

    void approve(String userCode) {
        approved.add(userCode);
    }

    String refreshToken() {
        String token = UUID.randomUUID().toString();
        refreshTokens.add(token);
        return token;
    }

    /** Why a user's grant is not good for a token; a code is used up by being asked about. */
    Optional<Answer> refusal(String grant, TokenRequest request) {
        return switch (grant) {
            case "authorization_code" -> codeFault(request).map(fault -> refused("invalid_grant", fault));
            case "refresh_token" ->
                refreshTokens.contains(request.parameter("refresh_token"))
                        ? Optional.empty()
                        : Optional.of(refused("invalid_grant", "The refresh token is not known or has ended."));
            case DEVICE_CODE -> deviceRefusal(request.parameter("device_code"));
            default -> Optional.empty();
        };
    }

    private Optional<String> codeFault(TokenRequest request) {
        Code code = codes.remove(request.parameter("code"));
        if (code == null) {
            return Optional.of("The code is not known, or was used before.");
        }
        if (!code.redirectUri().equals(request.parameter("redirect_uri"))) {
            return Optional.of("The redirect address is not the one that the code was asked for with.");
        }
        return code.challenge().equals(challenge(request.parameter("code_verifier")))
                ? Optional.empty()
                : Optional.of("The code verifier does not match the challenge.");
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A user needs a moment: the first question always comes too early. */
    private Optional<Answer> deviceRefusal(String deviceCode) {
        Device device = devices.get(deviceCode);
        if (device == null) {
            return Optional.of(refused("bad_verification_code", "The device code is not known, or was used before."));
        }
        boolean early = asked.add(device);
        if (early || !approved.contains(device.userCode())) {
            return Optional.of(refused("authorization_pending", "The user has not logged in yet."));
        }
        devices.remove(deviceCode);
        return Optional.empty();
    }

    private static Answer refused(String error, String description) {
        return TokenRequest.refused(400, error, description);
    }
}
