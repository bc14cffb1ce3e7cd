package org.dramatis.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps other processes, and a second opening by this one, from a folder. */
final class FolderLock implements AutoCloseable {

  private static final String NAME = "lock";

  private final RandomAccessFile file;

  private FolderLock(RandomAccessFile file) {
    this.file = file;
  }

  /** Takes the folder, or says who has it. */
  static FolderLock take(Path folder) throws IOException {
    RandomAccessFile file = new RandomAccessFile(folder.resolve(NAME).toFile(), "rw");
    try {
      if (lock(file) == null) {
        String holder = holder(file);
        throw new LogException(new LogFault.InUse(folder, holder));
      }
      file.setLength(0);
      file.write(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
      return new FolderLock(file);
    } catch (IOException | LogException failed) {
      file.close();
      throw failed;
    }
  }

  private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException ours) {
      return null;
    }
  }

  private static String holder(RandomAccessFile file) throws IOException {
    byte[] pid = new byte[(int) Math.min(file.length(), 20)];
    file.readFully(pid);
    return new String(pid, StandardCharsets.US_ASCII);
  }

  /** The lock goes with the file; the file stays, for another process may be about to take it. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
