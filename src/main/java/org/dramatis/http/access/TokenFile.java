package org.dramatis.http.access;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The file of tokens: a token a line, empty lines, and comments behind {@code #}. Nobody but its
 * owner may read or write it.
 *
 * @param path where it is
 */
public record TokenFile(Path path) {

  private static final String UNIX = "unix";

  /**
   * By what one sees that the file is not the same any more.
   *
   * @param key what the file system takes for its identity, if it tells
   * @param touched when anything about it changed, if the file system tells: unlike the time of the
   *     content nobody can set it back, and it changes with the permissions
   */
  record Stamp(FileTime changed, long size, Optional<Object> key, Optional<FileTime> touched) {}

  /** How the file stands now. */
  Stamp stamp() throws BadTokensException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(
          attributes.lastModifiedTime(),
          attributes.size(),
          Optional.ofNullable(attributes.fileKey()),
          touched());
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
    }
  }

  private Optional<FileTime> touched() throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains(UNIX)
        ? Optional.of((FileTime) Files.getAttribute(path, UNIX + ":ctime"))
        : Optional.empty();
  }

  /** The tokens in the file; a line that is not right is refused by its number, and all with it. */
  public List<Token> read() throws BadTokensException {
    refuseOthers();
    List<Token> tokens = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int number = 0;
    for (String line : lines()) {
      number++;
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      try {
        Token token = Token.parse(line);
        tokens.add(token);
        if (!names.add(token.name())) {
          throw new BadTokensException("there is a token of that name already");
        }
      } catch (BadTokensException bad) {
        throw new BadTokensException(path + ":" + number + ": " + bad.reason(), bad);
      }
    }
    return List.copyOf(tokens);
  }

  /** Adds a token as the last line; the file is made if there is none. */
  public void append(Token token) throws BadTokensException {
    try {
      if (Files.notExists(path)) {
        OwnerOnly.create(path);
      }
      if (read().stream().anyMatch(other -> other.name().equals(token.name()))) {
        throw new BadTokensException(
            "%s has a token of the name '%s' already".formatted(path, token.name()));
      }
      String text = Files.readString(path);
      String gap = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
      Files.writeString(path, gap + token.line() + "\n", StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new BadTokensException(
          "%s cannot be written: %s".formatted(path, reason(unwritable)), unwritable);
    }
  }

  private List<String> lines() throws BadTokensException {
    try {
      return Files.readAllLines(path);
    } catch (CharacterCodingException notText) {
      throw new BadTokensException(path + " is not text in UTF-8", notText);
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
    }
  }

  private void refuseOthers() throws BadTokensException {
    try {
      Optional<String> complaint = OwnerOnly.complaint(path);
      if (complaint.isPresent()) {
        throw new BadTokensException(complaint.get());
      }
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
    }
  }

  private BadTokensException unreadable(IOException cause) {
    return new BadTokensException("%s cannot be read: %s".formatted(path, reason(cause)), cause);
  }

  private static String reason(IOException exception) {
    return exception instanceof NoSuchFileException
        ? "there is no such file"
        : Objects.toString(exception.getMessage(), exception.toString());
  }
}
