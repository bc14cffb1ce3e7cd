package org.dramatis.http.dump;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.page.DumpPage;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Sha256;

/**
 * What there is to tell of a version before it is downloaded: a dataset of DCAT and VoID, and a
 * distribution for each file. Size and digest of a file are told once it has been made.
 *
 * @param asked the version
 * @param name what was asked for
 * @param id its identity
 * @param files those that have been made
 */
record DumpDescription(AskedVersion asked, DumpName name, Sha256 id, DumpFiles files) {

  private static final Negotiation<String> FORMS =
      new Negotiation<>(
          List.of(
              new Negotiation.Offer<>("ttl", "text/turtle"),
              new Negotiation.Offer<>("jsonld", "application/ld+json"),
              new Negotiation.Offer<>("html", PageHeaders.HTML)));

  void send(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    String form =
        FORMS
            .choose(Endpoint.accept(request))
            .orElseThrow(() ->
                new RequestRefusedException(
                    HttpProblem.notAcceptable("this description comes as " + FORMS.list())));
    asked.tell(name.original(), request, response);
    response.setHeader("Cache-Control", "no-cache");
    if (form.equals("html")) {
      Endpoint.sendPage(
          request, response, new DumpPage(asked.version().toString(), time(), rows()));
      return;
    }
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(turtle(), Lang.TURTLE)
        .base(request.getRequestURL().toString())
        .parse(model);
    StringWriter text = new StringWriter();
    boolean json = form.equals("jsonld");
    RDFDataMgr.write(text, model, json ? RDFFormat.JSONLD_PRETTY : RDFFormat.TURTLE_PRETTY);
    Endpoint.send(request, response, json ? "application/ld+json" : "text/turtle", text.toString());
  }

  private String time() {
    return asked.versions().history().outline().time(asked.version()).orElseThrow().toString();
  }

  private Optional<DumpFiles.Made> made(DumpName.Kind kind) throws IOException {
    return files.find(id.hex() + "." + kind.extension());
  }

  private String turtle() throws IOException {
    String version = asked.version().toString();
    StringBuilder text =
        new StringBuilder(
            """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix spdx: <http://spdx.org/rdf/terms#> .
            @prefix void: <http://rdfs.org/ns/void#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            <%1$s> a dcat:Dataset, void:Dataset ;
              dcterms:title "Dramatis, version %1$s"@en ;
              dcterms:identifier "%2$s" ;
              dcat:version "%1$s" ;
              dcterms:issued "%3$s"^^xsd:dateTime .
            """
                .formatted(version, id, time()));
    for (DumpName.Kind kind : DumpName.Kind.all()) {
      String file = version + "." + kind.extension();
      String type = kind.format().mediaType().replaceFirst(";.*", "");
      text.append(
          """
          <%1$s> dcat:distribution <%2$s> ; void:dataDump <%2$s> .
          <%2$s> a dcat:Distribution ;
            dcat:downloadURL <%2$s> ;
            dcat:mediaType <https://www.iana.org/assignments/media-types/%3$s> .
          """
              .formatted(version, file, type));
      kind.packing()
          .mediaType()
          .ifPresent(packed ->
              text.append(
                  """
                  <%s> dcat:compressFormat <https://www.iana.org/assignments/media-types/%s> .
                  """
                      .formatted(file, packed)));
      made(kind)
          .ifPresent(made ->
              text.append(
                  """
                  <%s> dcat:byteSize %d ; spdx:checksum
                    [ a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "%s" ] .
                  """
                      .formatted(file, made.size(), made.digest().hex())));
    }
    return text.toString();
  }

  private List<DumpPage.Row> rows() throws IOException {
    List<DumpPage.Row> rows = new ArrayList<>();
    for (DumpName.Kind kind : DumpName.Kind.all()) {
      Optional<DumpFiles.Made> made = made(kind);
      rows.add(
          new DumpPage.Row(
              asked.version() + "." + kind.extension(),
              kind.format().mediaType(),
              kind.format().hasGraphs() ? "with their graphs" : "each once, without graphs",
              made.map(file -> "%,d".formatted(file.size())).orElse("not made yet"),
              made.map(file -> file.digest().hex()).orElse("")));
    }
    return rows;
  }
}
