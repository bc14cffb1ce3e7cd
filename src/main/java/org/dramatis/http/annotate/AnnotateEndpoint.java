package org.dramatis.http.annotate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;
import org.dramatis.http.admission.Client;
import org.dramatis.http.admission.HeapShare;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.Catching;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.GraphAnswer;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.AnnotatePage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.upload.HeldBytes;
import org.dramatis.link.annotate.Annotator;
import org.dramatis.link.annotate.Dictionaries;
import org.dramatis.link.annotate.Dictionary;
import org.dramatis.link.annotate.DictionaryTooLargeException;
import org.dramatis.link.annotate.Mention;
import org.dramatis.link.annotate.NewestDictionary;
import org.dramatis.link.search.NamedThings;
import org.dramatis.model.Version;
import org.dramatis.query.budget.BoundedGraph;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;

/** Tells what a text speaks of: {@code POST /annotate}. */
public final class AnnotateEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/annotate";

  /** An answer with more would be of no use to anybody. */
  private static final int MOST_MENTIONS = 100_000;

  /** The text as it is read, and the pieces of an answer. */
  private static final long BYTES_A_CHAR = 6;

  private static final long BYTES_A_MENTION = 1000;

  /** All that may be said there. */
  public static final Set<String> PARAMETERS =
      Set.of("lang", "format", Model.PARAMETER, "timeout", Versions.PARAMETER);

  private final transient Readers readers;
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json;charset=utf-8");

  private final transient NewestDictionary newest;
  private final transient Dictionaries dictionaries = new Dictionaries();
  private final transient HeldBytes bodies = new HeldBytes(HeapShare.TEXTS.bytes());

  /** Answers from what these readers read, with the dictionary of the newest version. */
  public AnnotateEndpoint(Readers readers, NewestDictionary newest) {
    super("GET", "HEAD", "POST");
    this.readers = readers;
    this.newest = newest;
  }

  /** Nothing is written here, whatever the method. */
  @Override
  protected boolean isOpenToOtherOrigins() {
    return true;
  }

  @Override
  protected Optional<String> acceptPost() {
    return Optional.of(AnnotateRequest.TYPES);
  }

  @Override
  protected Set<String> parameters(String method) {
    return PARAMETERS;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    AnnotateForm form = AnnotateForm.of(parameters, accept(request));
    AskedVersion version = readers.versions().choose(Versions.of(parameters), request);
    if (request.getMethod().equals("POST")) {
      annotate(form, version, request, response);
    } else if (form instanceof AnnotateForm.Page) {
      version.tell(request, response);
      sendPage(request, response, AnnotatePage.empty());
    } else {
      throw new RequestRefusedException(
          HttpProblem.badRequest("there is no text").hinting("send it by POST"));
    }
  }

  /** An answer on its way. */
  private sealed interface Made {

    /** It is for programs, and goes in one piece. */
    record Json(StoredAnswer whole) implements Made {}

    /** It is for people. */
    record Shown(AnnotatePage page) implements Made {}

    /** It is a graph, and has been sent if it is too large to be kept. */
    record Statements(Optional<StoredAnswer> left) implements Made {}
  }

  private void annotate(
      AnnotateForm form,
      AskedVersion version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Client client = readers.admit(request, response);
    Delivery delivery = new Delivery(request, response, Optional.empty());
    try (HeldBytes.Share share = bodies.open()) {
      AnnotateRequest wanted = AnnotateRequest.read(request, share);
      Optional<NewestDictionary.At> words = words(version);
      Version from = words.map(NewestDictionary.At::version).orElse(version.version());
      readers.versions().tell(from, request, response);
      response.setHeader("Cache-Control", "no-store");
      Made made =
          readers.read(
              client,
              Lifecycle.of(request.getServletContext()).running(),
              Exchange.of(request),
              Parameters.of(request).seconds("timeout"),
              "POST " + PATH,
              from,
              (snapshot, budget) -> {
                Annotated annotated = find(wanted, words, snapshot, budget);
                Exchange.of(request).rows(annotated.marks().size());
                return make(annotated, form, budget, delivery);
              });
      switch (made) {
        case Made.Json(StoredAnswer whole) -> delivery.send(whole);
        case Made.Shown(AnnotatePage page) -> sendPage(request, response, page);
        case Made.Statements(Optional<StoredAnswer> left) -> {
          if (left.isPresent()) {
            delivery.send(left.get());
          }
        }
      }
    }
  }

  /** The dictionary that follows the log, if no version is named: it may be of a later one. */
  private Optional<NewestDictionary.At> words(AskedVersion version)
      throws IOException, RequestRefusedException {
    if (!(version.way() instanceof AskedVersion.Way.Newest)) {
      return newest.now().filter(at -> at.version().equals(version.version()));
    }
    try {
      Catching.await(newest.follow(), Catching.PATIENCE);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof DictionaryTooLargeException full) {
        throw new RequestRefusedException(
            HttpProblem.of(
                    ProblemType.OVERLOADED,
                    "all names together take more than the %,d bytes there are for them"
                        .formatted(full.room()))
                .hinting("whoever runs the server can give it more memory: java -Xmx"));
      }
      throw new IOException("the names cannot be read", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Catching.notYet();
    }
    return Optional.of(newest.now().orElseThrow(Catching::notYet));
  }

  private Annotated find(
      AnnotateRequest wanted, Optional<NewestDictionary.At> words, Snapshot snapshot, Budget budget)
      throws RequestRefusedException {
    LongConsumer cost =
        bytes -> {
          budget.check();
          budget.charge(bytes);
        };
    Graph graph = new BoundedGraph(NamedThings.graph(snapshot), budget);
    cost.accept(BYTES_A_CHAR * wanted.given().input().length());
    Dictionary dictionary =
        words
            .map(NewestDictionary.At::dictionary)
            .orElseGet(() -> dictionaries.of(snapshot.version(), graph, cost));
    List<Mention> mentions =
        new Annotator(dictionary, graph, wanted.language(), cost).mentions(wanted.given().text());
    if (mentions.size() > MOST_MENTIONS) {
      throw new RequestRefusedException(
          HttpProblem.tooLarge(
                  "the text has %,d mentions, and an answer has at most %,d"
                      .formatted(mentions.size(), MOST_MENTIONS))
              .hinting("send it in pieces"));
    }
    cost.accept(BYTES_A_MENTION * mentions.size());
    return Annotated.of(snapshot.version(), wanted, mentions, graph);
  }

  private Made make(Annotated annotated, AnnotateForm form, Budget budget, Delivery delivery)
      throws IOException, QueryFailedException {
    return switch (form) {
      case AnnotateForm.Json() ->
          new Made.Json(
              new StoredAnswer(
                  annotated.version(), JSON, OptionalLong.empty(), AnnotationJson.of(annotated)));
      case AnnotateForm.Page() -> new Made.Shown(AnnotatedPage.of(annotated));
      case AnnotateForm.Rdf(AnswerForm.Data data, Model model) ->
          new Made.Statements(
              new GraphAnswer(data, readers.limits(), budget, delivery)
                  .write(AnnotationGraph.of(annotated, model), annotated.version()));
    };
  }
}
