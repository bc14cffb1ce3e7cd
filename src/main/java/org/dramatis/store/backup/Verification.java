package org.dramatis.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.io.file.PathUtils;
import org.dramatis.log.Heading;
import org.dramatis.log.LogException;
import org.dramatis.log.LogFault;
import org.dramatis.log.LogFiles;
import org.dramatis.store.DataFolder;
import org.dramatis.store.backup.Finding.Kind;

/**
 * A look at all of a folder of data that nobody else has: every record of its logs against its
 * digest and against the one before it, and the store and the snapshots against what the log gives.
 * The logs are changed in nothing; what is made from them can be made again.
 */
public final class Verification {

  private final Path data;
  private final Consumer<Finding> findings;
  private boolean bad;

  private Verification(Path data, Consumer<Finding> findings) {
    this.data = data;
    this.findings = findings;
  }

  /**
   * Looks at a folder.
   *
   * @param repairs whether what is wrong and is made from the log is made again
   * @param findings takes each, as soon as it is found
   * @return whether all is as it should be, at last
   * @throws LogException if another process has the folder, or if it cannot be read
   * @throws NoDataException if it holds no data
   */
  public static boolean of(Path data, boolean repairs, Consumer<Finding> findings)
      throws IOException {
    Verification verification = new Verification(data, findings);
    List<Path> deleted = verification.run(repairs);
    if (deleted.isEmpty()) {
      return !verification.bad;
    }
    Restoration.makeAgain(data);
    for (Path path : deleted) {
      findings.accept(
          new Finding(
              Kind.REPAIRED,
              data.relativize(path).toString(),
              Files.exists(path)
                  ? "was made again from the log"
                  : "was deleted; another one is written when it is worth it"));
    }
    return of(data, false, findings);
  }

  /** Tells what is to be made again. */
  private List<Path> run(boolean repairs) throws IOException {
    Map<Path, LogFiles> logs = new LinkedHashMap<>();
    try {
      for (Path folder : LogFolders.in(data)) {
        hold(folder, logs);
      }
      LogFiles log = logs.get(data.resolve(DataFolder.LOG));
      if (log == null) {
        found(Kind.LOST, DataFolder.STORE, "was not looked at, for the log is broken");
        return List.of();
      }
      List<Path> wrong = new Derived(data, log, this::found).wrong();
      // Before anybody else can open what is half deleted.
      return repairs ? delete(wrong) : List.of();
    } finally {
      logs.values().forEach(LogFiles::close);
    }
  }

  private static List<Path> delete(List<Path> wrong) throws IOException {
    for (Path path : wrong) {
      PathUtils.delete(path);
    }
    return wrong;
  }

  private void hold(Path folder, Map<Path, LogFiles> logs) {
    String name = folder.getFileName().toString();
    try {
      LogFiles log = LogFiles.hold(folder);
      logs.put(folder, log);
      log.unfinished()
          .ifPresent(unfinished ->
              found(
                  Kind.UNFINISHED,
                  name,
                  "version %s was not finished, and nobody was told that it was; the next start puts"
                          .formatted(unfinished.version())
                      + " aside what stands in %s from byte %d on"
                          .formatted(unfinished.file(), unfinished.offset())));
      found(Kind.GOOD, name, log.last().map(Verification::whole).orElse("holds no version"));
    } catch (LogException failed) {
      if (!(failed.fault() instanceof LogFault.Broken)) {
        throw failed;
      }
      found(Kind.LOST, name, failed.fault().message());
    }
  }

  private static String whole(Heading newest) {
    return "is whole from version 1 to %s, which is %s".formatted(newest.version(), newest.id());
  }

  private void found(Kind kind, String part, String text) {
    found(new Finding(kind, part, text));
  }

  private void found(Finding finding) {
    bad |= finding.isBad();
    findings.accept(finding);
  }
}
