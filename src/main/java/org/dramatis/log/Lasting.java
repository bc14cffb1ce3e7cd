package org.dramatis.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What is still there when the machine loses its power the moment after. */
public final class Lasting {

  private Lasting() {}

  /** Forces the names of new files in a folder to the disk, as their content is by itself. */
  public static void names(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Makes a folder, and those above it as far as they are missing. */
  public static void folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path above = folder.toAbsolutePath().getParent();
    if (above != null) {
      folder(above);
    }
    Files.createDirectories(folder);
    if (above != null) {
      names(above);
    }
  }

  /** Writes a file, which is there as a whole or not at all. */
  public static void write(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.getFD().sync();
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    names(file.toAbsolutePath().resolveSibling(""));
  }
}
