package org.dramatis.store.backup;

import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.dramatis.log.Heading;
import org.dramatis.log.Lasting;
import org.dramatis.log.LogFiles;
import org.dramatis.log.LogFiles.Part;
import org.dramatis.store.Settled;

/**
 * A copy of all that a folder of data can be made from, as of a moment. A server may go on writing
 * to the folder meanwhile: a log only grows, and each is copied up to the end of a record.
 *
 * @param file where it is
 * @param newest the newest version of the data in it
 * @param bytes how large it is
 */
public record Backup(Path file, Heading newest, long bytes) {

  private static final int BUFFER = 1 << 16;

  /**
   * Copies the logs of a folder into a new file, which is there as a whole or not at all. What is
   * copied is compared with its digests before, and what was written afterwards.
   *
   * @throws org.dramatis.log.LogException if a log is damaged
   * @throws NoDataException if the folder holds no data
   * @throws IOException if it cannot be read, or the file not be written
   */
  public static Backup make(Path data, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString(), null, "it is there already");
    }
    Path target = file.toAbsolutePath();
    Path folder = target.resolveSibling("");
    Path unfinished = Files.createTempFile(folder, ".dramatis-", ".unfinished");
    try {
      Heading newest = write(data, unfinished);
      Archive.check(unfinished);
      Files.move(unfinished, target);
      Lasting.names(folder);
      return new Backup(file, newest, Files.size(target));
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Heading write(Path data, Path file) throws IOException {
    List<LogFiles> logs = LogFolders.in(data).stream().map(LogFiles::read).toList();
    Heading newest =
        logs.getLast()
            .last()
            .orElseThrow(() -> new NoDataException("%s holds no version yet".formatted(data)));
    try (FileOutputStream bytes = new FileOutputStream(file.toFile());
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new BufferedOutputStream(bytes, BUFFER), "UTF-8")) {
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      Digests digests = new Digests();
      for (Path settled : Settled.files(data)) {
        add(tar, digests, settled.getFileName().toString(), new Part(settled, Files.size(settled)));
      }
      for (LogFiles log : logs) {
        for (Part part : log.parts()) {
          add(tar, digests, data.relativize(part.path()).toString(), part);
        }
      }
      addDigests(tar, digests);
      tar.finish();
      tar.flush();
      bytes.getFD().sync();
    }
    return newest;
  }

  private static void add(TarArchiveOutputStream tar, Digests digests, String name, Part part)
      throws IOException {
    FileTime changed = Files.getLastModifiedTime(part.path());
    begin(tar, name, part.length(), changed);
    try (InputStream in =
        BoundedInputStream.builder()
            .setInputStream(new FileInputStream(part.path().toFile()))
            .setMaxCount(part.length())
            .get()) {
      digests.copy(name, in, tar);
    }
    tar.closeArchiveEntry();
  }

  private static void addDigests(TarArchiveOutputStream tar, Digests digests) throws IOException {
    byte[] lines = digests.lines();
    begin(tar, Digests.NAME, lines.length, FileTime.from(Instant.now()));
    tar.write(lines);
    tar.closeArchiveEntry();
  }

  private static void begin(TarArchiveOutputStream tar, String name, long length, FileTime changed)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(length);
    entry.setLastModifiedTime(changed);
    tar.putArchiveEntry(entry);
  }
}
