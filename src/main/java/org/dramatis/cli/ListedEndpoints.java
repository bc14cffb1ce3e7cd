package org.dramatis.cli;

import org.dramatis.query.federation.AllowedEndpoints;
import org.dramatis.settings.BadSettingException;
import org.dramatis.settings.Given;
import org.dramatis.settings.Key;
import org.dramatis.settings.Settings;

/** The list of endpoints that queries may ask, whose entries only the queries' side can judge. */
final class ListedEndpoints {

  private ListedEndpoints() {}

  /** Refuses a list that cannot be, before the data are loaded, which takes longer. */
  static void check(Settings settings, Given given) {
    try {
      AllowedEndpoints.of(settings.access().serviceAllow());
    } catch (IllegalArgumentException bad) {
      throw new BadSettingException(
          "%s: %s (%s)"
              .formatted(
                  Key.SERVICE_ALLOW.key(), bad.getMessage(), given.of(Key.SERVICE_ALLOW).origin()));
    }
  }
}
