package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dramatis.settings.BadSettingException;
import org.dramatis.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start leaves nothing behind, whatever the reason. */
class FailedStartIT {

  private static Set<Thread> watches() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("watch"))
        .collect(Collectors.toSet());
  }

  @Test
  void noThreadIsLeftWhenTheKeysAreMissing(@TempDir Path folder) throws Exception {
    Set<Thread> before = watches();
    Settings keyless =
        TestServer.settings(
            "tls-keystore",
            folder.resolve("missing.p12").toString(),
            "tls-password-file",
            folder.resolve("password").toString());

    assertThatThrownBy(() -> TestServer.start(folder, "", keyless))
        .isInstanceOf(BadSettingException.class)
        .hasMessage("tls-keystore: there is no file %s", folder.resolve("missing.p12"));

    Set<Thread> left = watches();
    left.removeAll(before);
    for (int i = 0; i < 250 && left.stream().anyMatch(Thread::isAlive); i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(left).as("the watch over queries").noneMatch(Thread::isAlive);
  }
}
