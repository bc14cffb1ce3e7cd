package org.dramatis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, which the build writes into a properties file. */
public final class Version implements IVersionProvider {

  private static final String RESOURCE = "/org/dramatis/version.properties";

  /** The bare version number, such as {@code 1.2.3}. */
  public static String number() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException(RESOURCE + " is missing from the program");
      }
      properties.load(in);
    }
    return properties.getProperty("version", "unknown");
  }

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"Dramatis " + number()};
  }
}
