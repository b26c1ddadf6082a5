package dev.lathe.runtime.auth;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;

/** Reads an RSA key from a PEM file (RFC 7468). No message holds anything of its content. */
final class PemKey {

    // AlgorithmIdentifier of rsaEncryption with NULL parameters (RFC 8017, appendix A.1)
    private static final byte[] VERSION_AND_ALGORITHM = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private PemKey() {}

    /**
     * The key in a file: PKCS#8 ({@code PRIVATE KEY}) or PKCS#1 ({@code RSA PRIVATE KEY}).
     *
     * @throws IllegalArgumentException that says what is wrong with the file
     */
    static PrivateKey rsa(Path file) {
        return rsa(PemFile.read(file));
    }

    /** Like {@link #rsa(Path)} for a file that is read already. */
    static PrivateKey rsa(PemFile file) {
        String found = "";
        for (PemFile.Block block : file.blocks()) {
            switch (block.kind()) {
                case "PRIVATE KEY" -> {
                    return key(file.decoded(block), file.name());
                }
                case "RSA PRIVATE KEY" -> {
                    if (block.content().contains("Proc-Type")) {
                        throw encrypted(file.name());
                    }
                    return key(pkcs8(file.decoded(block)), file.name());
                }
                case "ENCRYPTED PRIVATE KEY" -> throw encrypted(file.name());
                default -> found = block.kind();
            }
        }
        throw new IllegalArgumentException(file.name()
                + (found.isEmpty()
                        ? " is no PEM file: it has no '-----BEGIN PRIVATE KEY-----'."
                        : " holds a " + found + ", not a private RSA key."));
    }

    private static IllegalArgumentException encrypted(String what) {
        return new IllegalArgumentException(
                what + " is encrypted; decrypt it first, for instance with openssl pkcs8 -topk8 -nocrypt.");
    }

    private static PrivateKey key(byte[] pkcs8, String what) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (InvalidKeySpecException e) {
            // not the cause: nobody knows what it quotes
            throw new IllegalArgumentException(what + " holds a private key that is not RSA, or is damaged.");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JVM knows no RSA", e);
        }
    }

    /** Wraps a PKCS#1 key into PKCS#8 (RFC 5208): SEQUENCE { 0, rsaEncryption, OCTET STRING { key } }. */
    private static byte[] pkcs8(byte[] pkcs1) {
        byte[] octets = tagged(0x04, pkcs1);
        byte[] content = new byte[VERSION_AND_ALGORITHM.length + octets.length];
        System.arraycopy(VERSION_AND_ALGORITHM, 0, content, 0, VERSION_AND_ALGORITHM.length);
        System.arraycopy(octets, 0, content, VERSION_AND_ALGORITHM.length, octets.length);
        return tagged(0x30, content);
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream der = new ByteArrayOutputStream(content.length + 6);
        der.write(tag);
        if (content.length < 0x80) {
            der.write(content.length);
        } else {
            int bytes = (32 - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            der.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                der.write(content.length >> (8 * i));
            }
        }
        der.writeBytes(content);
        return der.toByteArray();
    }
}
