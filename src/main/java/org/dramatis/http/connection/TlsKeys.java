package org.dramatis.http.connection;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import org.dramatis.http.access.OwnerOnly;
import org.dramatis.settings.BadSettingException;
import org.dramatis.settings.Key;
import org.dramatis.settings.Settings;

/**
 * The certificate to serve HTTPS with, and its key. Whatever is wrong with one of the two files is
 * told with the setting that names it.
 *
 * @param store holds them
 * @param password opens the store and the key in it
 */
public record TlsKeys(KeyStore store, String password) {

  private static final String FORM = "PKCS12";

  /**
   * Reads them, if there is to be HTTPS.
   *
   * @throws BadSettingException if they cannot be used
   */
  public static Optional<TlsKeys> read(Settings.Listen listen) {
    return listen
        .tlsKeystore()
        .flatMap(keys -> listen.tlsPasswordFile().map(password -> read(keys, password)));
  }

  private static TlsKeys read(Path file, Path passwordFile) {
    byte[] content = read(Key.TLS_KEYSTORE, file, TlsKeys::content);
    String password = read(Key.TLS_PASSWORD_FILE, passwordFile, TlsKeys::firstLine);
    TlsKeys keys = new TlsKeys(load(file, content, passwordFile, password), password);
    if (!keys.haveKey(file, passwordFile)) {
      throw bad(Key.TLS_KEYSTORE, file + " has a certificate and no private key of it");
    }
    return keys;
  }

  private static KeyStore load(Path file, byte[] content, Path passwordFile, String password) {
    try {
      KeyStore store = KeyStore.getInstance(FORM);
      store.load(new ByteArrayInputStream(content), password.toCharArray());
      return store;
    } catch (IOException failed) {
      throw failed.getCause() instanceof UnrecoverableKeyException
          ? wrongPassword(file, passwordFile, password)
          : noStore(file);
    } catch (GeneralSecurityException failed) {
      throw noStore(file);
    }
  }

  private boolean haveKey(Path file, Path passwordFile) {
    try {
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias) && store.getKey(alias, password.toCharArray()) != null) {
          return true;
        }
      }
      return false;
    } catch (UnrecoverableKeyException wrong) {
      throw wrongPassword(file, passwordFile, password);
    } catch (GeneralSecurityException unreadable) {
      throw noStore(file);
    }
  }

  /** Reads something out of a file. */
  private interface Reader<T> {

    T from(Path file) throws IOException;
  }

  private static <T> T read(Key setting, Path file, Reader<T> reader) {
    try {
      return reader.from(file);
    } catch (NoSuchFileException missing) {
      throw bad(setting, "there is no file " + file);
    } catch (AccessDeniedException denied) {
      throw bad(setting, file + " may not be read");
    } catch (CharacterCodingException malformed) {
      throw bad(setting, file + " is not in UTF-8");
    } catch (IOException failed) {
      throw bad(setting, "%s cannot be read: %s".formatted(file, failed.getMessage()));
    }
  }

  private static byte[] content(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw bad(Key.TLS_KEYSTORE, file + " is a folder, not a file");
    }
    return Files.readAllBytes(file);
  }

  private static String firstLine(Path file) throws IOException {
    Optional<String> complaint = OwnerOnly.complaint(file);
    if (complaint.isPresent()) {
      throw bad(Key.TLS_PASSWORD_FILE, complaint.get());
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return Objects.requireNonNullElse(lines.readLine(), "");
    }
  }

  private static BadSettingException wrongPassword(Path file, Path passwordFile, String password) {
    return bad(
        Key.TLS_PASSWORD_FILE,
        "the first line of %s%s is not the password of %s"
            .formatted(passwordFile, password.isEmpty() ? ", which is empty," : "", file));
  }

  private static BadSettingException noStore(Path file) {
    return bad(Key.TLS_KEYSTORE, file + " is not a PKCS#12 file that can be read");
  }

  private static BadSettingException bad(Key setting, String what) {
    return new BadSettingException(setting.key() + ": " + what);
  }
}
