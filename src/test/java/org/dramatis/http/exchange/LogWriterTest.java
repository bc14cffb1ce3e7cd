package org.dramatis.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What becomes of lines that cannot be written, and who is told. */
class LogWriterTest {

  private final Disk disk = new Disk();
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final LogWriter log = new LogWriter(disk, lost -> "lost " + lost + "\n", warnings::add);

  /** Has room, or not. */
  private static final class Disk extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile boolean full;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] more, int offset, int length) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
      bytes.write(more, offset, length);
    }

    synchronized String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void aFullDiskIsToldOnceAndSoIsThatThereIsRoomAgain() throws Exception {
    disk.full = true;
    for (int i = 1; i <= 3; i++) {
      log.write("line " + i + "\n");
      awaitLost(i);
    }
    assertThat(warnings)
        .containsExactly("The log of requests cannot be written: No space left on device");

    disk.full = false;
    log.write("line 4\n");
    log.close();

    assertThat(disk.text()).isEqualTo("line 4\nlost 3\n");
    assertThat(warnings).hasSize(2);
    assertThat(warnings.getLast()).isEqualTo("The log of requests is written again; lines lost: 3");
    assertThat(log.lost()).isEqualTo(3);
  }

  @Test
  void aDiskThatIsFullAgainIsToldAgain() throws Exception {
    disk.full = true;
    log.write("line 1\n");
    awaitLost(1);
    disk.full = false;
    log.write("line 2\n");
    awaitText("lost 1\n");
    disk.full = true;
    log.write("line 3\n");
    awaitLost(2);
    log.close();

    assertThat(warnings).hasSize(3);
    assertThat(disk.text()).isEqualTo("line 2\nlost 1\n");
  }

  @Test
  void nobodyIsWarnedOfALogThatIsWritten() {
    log.write("line 1\n");
    log.close();

    assertThat(disk.text()).isEqualTo("line 1\n");
    assertThat(warnings).isEmpty();
    assertThat(log.lost()).isZero();
  }

  private void awaitLost(long number) throws InterruptedException {
    for (int i = 0; i < 1000 && log.lost() < number; i++) {
      Thread.sleep(10);
    }
    assertThat(log.lost()).isEqualTo(number);
  }

  private void awaitText(String end) throws InterruptedException {
    for (int i = 0; i < 1000 && !disk.text().endsWith(end); i++) {
      Thread.sleep(10);
    }
    assertThat(disk.text()).endsWith(end);
  }
}
