package org.dramatis.http.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.page.LocalLinks;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.page.TombstonePage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.Tombstone;
import org.dramatis.model.Version;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.problem.QueryFailedException;

/**
 * The answer of an address whose identifier has gone: where to go instead, and why. Whoever wants
 * RDF gets what is recorded, a browser a page, and everybody else a problem document.
 *
 * @param tombstone what is left
 * @param address what was asked for
 * @param links where the successor is
 */
record GoneAnswer(Tombstone tombstone, ResourceAddress address, LocalLinks links) {

  /** The answer as far as its headers and its body; the status and the place are set. */
  StoredAnswer write(
      Parameters parameters,
      Version version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Optional<Node> successor = tombstone.successor();
    if (successor.isPresent()) {
      response.setHeader("Location", location(successor.get()));
      response.addHeader(
          "Link", "<%s>; rel=\"successor-version\"".formatted(successor.get().getURI()));
    }
    Optional<String> format = parameters.one("format");
    Optional<AnswerForm> form =
        choose(format.isPresent() ? format : address.extension(), Endpoint.accept(request));
    if (form.isEmpty()) {
      throw new RequestRefusedException(problem());
    }
    response.setStatus(problem().status());
    return switch (form.get()) {
      case AnswerForm.Page _ ->
          Pages.answer(new TombstonePage(tombstone, problem().title(), links), version, request);
      case AnswerForm.Data data -> data(data, version);
    };
  }

  private StoredAnswer data(AnswerForm.Data form, Version version)
      throws IOException, QueryFailedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    AnswerWriter.write(
        new Answer.Statements(tombstone.statements()), form.format(), form.version(), body);
    return new StoredAnswer(
        version,
        Map.of("Content-Type", form.contentType()),
        OptionalLong.of(tombstone.statements().size()),
        body.toByteArray());
  }

  /** Empty if the client wants a problem document more than anything, or nothing that there is. */
  private static Optional<AnswerForm> choose(Optional<String> format, String accept)
      throws RequestRefusedException {
    if (format.isPresent()) {
      return Optional.of(
          AnswerForm.choose(AnswerFormat.Kind.GRAPH, format, Optional.empty(), accept));
    }
    List<Negotiation.Offer<Optional<AnswerForm>>> offers = new ArrayList<>();
    offers.add(new Negotiation.Offer<>(Optional.empty(), HttpProblem.MEDIA_TYPE));
    for (AnswerFormat data : AnswerFormat.of(AnswerFormat.Kind.GRAPH)) {
      AnswerForm form = new AnswerForm.Data(data, data.mediaType(), Optional.empty());
      offers.add(new Negotiation.Offer<>(Optional.of(form), data.mediaType()));
    }
    offers.add(new Negotiation.Offer<>(Optional.of(new AnswerForm.Page()), PageHeaders.HTML));
    return new Negotiation<>(offers).choose(accept).orElse(Optional.empty());
  }

  /** In the same form, if one was asked for by the address. */
  private String location(Node successor) {
    String behind = address.extension().map(name -> "." + name).orElse("");
    return new LocalLinks(behind + links.query())
        .address(successor.getURI())
        .orElse(successor.getURI());
  }

  private HttpProblem problem() {
    return GoneProblem.of(tombstone);
  }
}
