package org.safespaces.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** What the witness signs with. The private half stands in one file, which its user alone may read. */
final class SigningKey {
    private static final String SECRET = "signing-key";
    private static final String PUBLIC = "keys.txt";

    private final PrivateKey secret;
    private final PublicName name;

    SigningKey(PrivateKey secret, PublicName name) {
        this.secret = secret;
        this.name = name;
    }

    static SigningKey draw(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), PublicName.of(name, pair.getPublic()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Keeps a new key in the folder. Never writes over one that is there. */
    void keepIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(SECRET);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n");
        Files.writeString(folder.resolve(PUBLIC), name.line() + "\n", StandardOpenOption.CREATE_NEW);
    }

    static SigningKey from(Path folder) throws IOException {
        byte[] encoded = Base64.getDecoder()
                .decode(Files.readString(folder.resolve(SECRET)).strip());
        try {
            return new SigningKey(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)),
                    Keys.from(folder.resolve(PUBLIC)).get(0));
        } catch (GeneralSecurityException noKey) {
            throw new IOException("there is no key in " + folder.resolve(SECRET), noKey);
        }
    }

    PublicName name() {
        return name;
    }

    List<PublicName> names() {
        return List.of(name);
    }

    /** The signed note that says how far this tree has come. */
    String sign(Tree tree, String at) {
        String text = Checkpoint.textOf(name.name(), tree, at);
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = signing.sign();
            byte[] signed = new byte[4 + signature.length];
            System.arraycopy(name.hash(), 0, signed, 0, 4);
            System.arraycopy(signature, 0, signed, 4, signature.length);
            return text + "\n\u2014 " + name.name() + " " + Base64.getEncoder().encodeToString(signed) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
