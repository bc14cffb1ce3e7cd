package org.dramatis.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the value of a setting is written. All durations are in seconds, all sizes in bytes.
 *
 * @param placeholder stands for the value in a line of help
 * @param expected what the value may be, after "is not"
 * @param reader reads a value, and throws {@link IllegalArgumentException} when it is none
 */
record Kind<T>(String placeholder, String expected, Function<String, T> reader) {

  private static final int HIGHEST_PORT = 65_535;
  private static final Duration A_DAY = Duration.ofDays(1);

  static final Kind<String> HOST =
      new Kind<>(
          "HOST",
          "a name or an address",
          text -> {
            require(!text.isBlank() && text.chars().noneMatch(Character::isWhitespace));
            return text;
          });

  static final Kind<Integer> PORT =
      new Kind<>("PORT", "a number from 0 to " + HIGHEST_PORT, text -> number(text, HIGHEST_PORT));

  static final Kind<Integer> COUNT =
      new Kind<>(
          "NUMBER",
          "a number from 1 to 100000",
          text -> {
            int count = number(text, 100_000);
            require(count > 0);
            return count;
          });

  static final Kind<Integer> COUNT_OR_NONE =
      new Kind<>("NUMBER", "a number from 0 to 100000", text -> number(text, 100_000));

  /** A number of workers, which follows the machine unless it is given. */
  static final Kind<Integer> WORKERS =
      new Kind<>(
          "NUMBER",
          "a number from 1 to 100000, or auto",
          text -> text.equals("auto") ? workers() : COUNT.reader().apply(text));

  static final Kind<Long> ROWS =
      new Kind<>(
          "NUMBER",
          "a whole number, or 0 for no limit",
          text -> {
            long rows = Long.parseLong(text);
            require(rows >= 0);
            return rows;
          });

  static final Kind<Duration> SECONDS =
      new Kind<>(
          "SECONDS",
          "a number of seconds, more than 0 and at most a day",
          text -> {
            Duration time = seconds(text);
            require(time.isPositive());
            return time;
          });

  static final Kind<Duration> SECONDS_OR_NONE =
      new Kind<>("SECONDS", "a number of seconds, from 0 to a day", Kind::seconds);

  static final Kind<Long> BYTES =
      new Kind<>(
          "BYTES",
          "a number of bytes, such as 500k, 64M or 1.5G, or a share of the heap, such as 10%",
          text -> {
            long bytes = Size.read(text);
            require(bytes > 0);
            return bytes;
          });

  static final Kind<Long> BYTES_OR_NONE =
      new Kind<>(
          "BYTES",
          "a number of bytes, such as 500k, 64M or 1.5G, a share of the heap, such as 10%, or 0",
          Size::read);

  static final Kind<Path> FILE =
      new Kind<>(
          "FILE",
          "the name of a file",
          text -> {
            require(!text.isBlank() && text.indexOf('\0') < 0);
            return Path.of(text);
          });

  static final Kind<Path> FOLDER = new Kind<>("DIR", "the name of a folder", FILE.reader());

  static final Kind<Settings.LogTarget> LOG_TARGET =
      new Kind<>(
          "stderr|none|FILE",
          "stderr, none or the name of a file",
          text ->
              switch (text) {
                case "stderr" -> new Settings.LogTarget.StandardError();
                case "none" -> new Settings.LogTarget.None();
                default -> new Settings.LogTarget.File(FILE.reader().apply(text));
              });

  static final Kind<Boolean> SWITCH =
      new Kind<>(
          "true|false",
          "true or false",
          text -> {
            require(text.equals("true") || text.equals("false"));
            return text.equals("true");
          });

  static final Kind<List<String>> ADDRESSES =
      new Kind<>(
          "ADDRESS,...",
          "a list of http or https addresses, some with private: before them, with commas between",
          text -> {
            List<String> addresses = new ArrayList<>();
            for (String address : text.split(",", -1)) {
              String stripped = address.strip();
              require(stripped.matches("(private:)?https?://[^\\s/?#@]+(/[^\\s?#]*)?"));
              addresses.add(stripped);
            }
            return List.copyOf(addresses);
          });

  static final Kind<String> BASE =
      new Kind<>(
          "IRI",
          "an http or https address that ends with a slash and has no ? or #",
          text -> {
            require(text.matches("https?://[^\\s/?#@<>\"{}|\\\\^`]+/([^\\s?#<>\"{}|\\\\^`]*/)?"));
            return text;
          });

  /** One of a few words, which are the names of the constants in lower case. */
  static <E extends Enum<E>> Kind<E> word(Class<E> words) {
    List<String> names = new ArrayList<>();
    for (E constant : words.getEnumConstants()) {
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    return new Kind<>(
        String.join("|", names),
        String.join(" or ", names),
        text -> {
          require(names.contains(text));
          return Enum.valueOf(words, text.toUpperCase(Locale.ROOT));
        });
  }

  private static int number(String text, int most) {
    require(text.matches("\\d{1,9}"));
    int number = Integer.parseInt(text);
    require(number <= most);
    return number;
  }

  /** More than there are cores, so that one long query does not keep the short ones out. */
  private static int workers() {
    return Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  }

  private static Duration seconds(String text) {
    Duration time = Seconds.parse(text).orElseThrow(IllegalArgumentException::new);
    require(time.compareTo(A_DAY) <= 0);
    return time;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }

  /** A number of bytes: as such, with a power of 1024 behind it, or as a share of the heap. */
  private static final class Size {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,3})?)([kKMG%]?)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Size() {}

    static long read(String text) {
      Matcher form = FORM.matcher(text);
      require(form.matches());
      BigDecimal number = new BigDecimal(form.group(1));
      if (form.group(2).equals("%")) {
        require(number.compareTo(HUNDRED) <= 0);
        long heap = Runtime.getRuntime().maxMemory();
        return number.multiply(BigDecimal.valueOf(heap)).divideToIntegralValue(HUNDRED).longValue();
      }
      long unit =
          switch (form.group(2)) {
            case "k", "K" -> 1L << 10;
            case "M" -> 1L << 20;
            case "G" -> 1L << 30;
            default -> 1L;
          };
      return number.multiply(BigDecimal.valueOf(unit)).longValue();
    }
  }
}
