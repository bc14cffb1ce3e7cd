package org.dramatis.http.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Puts pages into HTML: the template of a record is the one that has its name. */
public final class Templates {

  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private Templates() {}

  /** A whole page as text. */
  public static String html(Page page, PageContext context) {
    StringOutput out = new StringOutput();
    draw(page, context, out);
    return out.toString();
  }

  /** Writes a whole page while what it shows is read. */
  public static void write(Page page, PageContext context, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      draw(page, context, new WriterOutput(writer));
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    writer.flush();
  }

  /** A record by its template alone, without what pages have in common. */
  public static String part(Record model) {
    StringOutput out = new StringOutput();
    draw(model, new SafeOutput(out));
    return out.toString();
  }

  private static void draw(Page page, PageContext context, TemplateOutput out) {
    HtmlTemplateOutput safe = new SafeOutput(out);
    draw(new Layout(page, context, _ -> draw(page, safe)), safe);
  }

  /** What goes wrong in what a page reads goes wrong as if there were no template between. */
  private static void draw(Object model, HtmlTemplateOutput out) {
    try {
      ENGINE.render(model.getClass().getSimpleName() + ".jte", model, out);
    } catch (TemplateException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
