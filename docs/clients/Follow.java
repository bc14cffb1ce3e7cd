import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * Keeps a copy of all that a server says in a file of N-Quads, and brings it up to date when it is
 * run again: {@code java -cp JENA Follow.java http://localhost:3030 copy.nq}. The first line of the
 * file tells the version, the others are sorted.
 */
class Follow {
  static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  static String known = "";
  static DatasetGraph copy = DatasetGraphFactory.createTxnMem();

  static HttpResponse<InputStream> get(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  static void read(InputStream quads) {
    copy = DatasetGraphFactory.createTxnMem();
    RDFParser.source(quads).lang(Lang.NQUADS).labelToNode(LabelToNode.createUseLabelEncoded()).parse(copy);
  }

  public static void main(String[] given) throws Exception {
    Path file = Path.of(given[1]);
    if (Files.exists(file)) {
      known = Files.lines(file).findFirst().orElseThrow().substring(2);
      read(Files.newInputStream(file));
    }
    for (boolean more = true; more; ) {
      boolean fresh = known.isEmpty();
      var page = get(given[0] + (fresh ? "/dump/latest.nq.gz" : "/changes?format=patch&since=" + known));
      if (page.statusCode() == 404 && !fresh) {
        known = ""; // The server has other data than before, which begin with a dump.
        continue;
      } else if (page.statusCode() != 200) {
        throw new IllegalStateException(new String(page.body().readAllBytes()));
      } else if (fresh) {
        read(new GZIPInputStream(page.body()));
      } else {
        RDFPatchOps.applyChange(copy, RDFPatchOps.read(page.body()));
      }
      known = page.headers().firstValue("Dramatis-Version-Id").orElseThrow();
      more = fresh || page.headers().firstValue("Link").orElse("").contains("rel=\"next\"");
    }
    Comparator<String> byBytes = Comparator.comparing(line -> line.getBytes(UTF_8), Arrays::compareUnsigned);
    Stream<String> quads = copy.stream().map(quad -> NodeFmtLib.strNQ(quad)).sorted(byBytes);
    Path next = Path.of(file + ".new");
    Files.write(next, Stream.concat(Stream.of("# " + known), quads).toList());
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    System.out.println(known);
  }
}
