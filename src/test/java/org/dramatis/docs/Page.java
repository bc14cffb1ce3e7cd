package org.dramatis.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of Markdown and its fenced blocks.
 *
 * @param file where it stands
 * @param blocks its blocks in order
 */
record Page(Path file, List<Block> blocks) {

  private static final Pattern FENCE =
      Pattern.compile("(?<fence>`{3,}|~{3,})\\s*(?<tag>[\\w-]*).*");
  private static final Pattern OPT_OUT =
      Pattern.compile("<!--\\s*not run:\\s*(?<reason>.*?)\\s*-->");

  /**
   * A fenced block.
   *
   * @param number which block of the page it is
   * @param line the line of its opening fence, counted from 1
   * @param end the line of its closing fence
   * @param tag what kind of text it says it holds
   * @param text what it holds
   * @param follows whether nothing but blank lines stands between it and the block before
   * @param optOut why it is not to be run, if it is not
   */
  record Block(
      int number,
      int line,
      int end,
      String tag,
      String text,
      boolean follows,
      Optional<String> optOut) {}

  static Page read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Block> blocks = new ArrayList<>();
    boolean follows = false;
    Optional<String> optOut = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher fence = FENCE.matcher(line);
      if (fence.matches()) {
        int open = i;
        while (++i < lines.size() && !lines.get(i).strip().equals(fence.group("fence"))) {
          // up to the closing fence
        }
        String text = String.join("\n", lines.subList(open + 1, Math.min(i, lines.size())));
        blocks.add(
            new Block(blocks.size(), open + 1, i + 1, fence.group("tag"), text, follows, optOut));
        follows = true;
        optOut = Optional.empty();
      } else if (!line.isEmpty()) {
        follows = false;
        Matcher comment = OPT_OUT.matcher(line);
        optOut = comment.matches() ? Optional.of(comment.group("reason")) : Optional.empty();
      }
    }
    return new Page(file, blocks);
  }

  /** The block that shows what another one prints, if there is one. */
  Optional<Block> outputOf(Block block) {
    int next = block.number() + 1;
    return next < blocks.size() && isOutput(blocks.get(next)) && blocks.get(next).follows()
        ? Optional.of(blocks.get(next))
        : Optional.empty();
  }

  static boolean isOutput(Block block) {
    return block.tag().equals("output");
  }

  /** Writes another text into a block. */
  static void rewrite(Path file, Block block, String text) throws IOException {
    // Earlier rewrites have moved the block, so it is found by its number again.
    Block present = read(file).blocks().get(block.number());
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.subList(present.line(), present.end() - 1).clear();
    lines.addAll(present.line(), text.stripTrailing().lines().toList());
    Files.write(file, lines);
  }
}
