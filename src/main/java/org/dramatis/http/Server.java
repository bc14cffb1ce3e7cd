package org.dramatis.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.dramatis.citation.Citations;
import org.dramatis.entity.Texts;
import org.dramatis.http.access.Access;
import org.dramatis.http.access.Tokens;
import org.dramatis.http.admission.HeapShare;
import org.dramatis.http.admission.Ration;
import org.dramatis.http.admission.Workers;
import org.dramatis.http.answer.AnswerCache;
import org.dramatis.http.citation.Citing;
import org.dramatis.http.description.Abilities;
import org.dramatis.http.description.Description;
import org.dramatis.http.dump.DumpFolder;
import org.dramatis.http.endpoint.Askers;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.feed.Followers;
import org.dramatis.http.history.Originals;
import org.dramatis.http.operate.Operations;
import org.dramatis.http.published.OfferedValues;
import org.dramatis.http.resource.ResourceEndpoint;
import org.dramatis.http.resource.ThingPages;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.site.FrontPage;
import org.dramatis.http.source.Conflicts;
import org.dramatis.http.source.VersionedPage;
import org.dramatis.http.sparql.QueryAnswering;
import org.dramatis.http.upload.HeldBytes;
import org.dramatis.http.write.WriteQueue;
import org.dramatis.http.write.Writers;
import org.dramatis.ingest.Ingest;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.MemoryLog;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.budget.Memory;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.federation.AllowedEndpoints;
import org.dramatis.settings.Settings;
import org.dramatis.store.History;
import org.dramatis.store.Store;

/** The service over HTTP: Fuseki's server with our own endpoints, started and stopped as one. */
public final class Server implements AutoCloseable {

  private final FusekiServer fuseki;
  private final Workers workers;
  private final Operations operations;
  private final Indexes indexes;
  private final Settings.Listen listen;

  private Server(
      FusekiServer fuseki,
      Workers workers,
      Operations operations,
      Indexes indexes,
      Settings.Listen listen) {
    this.fuseki = fuseki;
    this.workers = workers;
    this.operations = operations;
    this.indexes = indexes;
    this.listen = listen;
  }

  /**
   * A server of this data, with defaults for the rest.
   *
   * @param catalogue waits, when first asked, for the published queries to be read
   */
  public static Builder create(History history, Supplier<Catalogue> catalogue) {
    return new Builder(history, catalogue);
  }

  /** What a server can be told before it starts. */
  public static final class Builder {

    private final History history;
    private final Store store;
    private final Supplier<Catalogue> catalogue;
    private String programVersion = "unknown";
    private Settings settings = Settings.of(Path.of("."));
    private Optional<Writing> writing = Optional.empty();
    private Texts texts = Texts.NONE;
    private ChangeLog queries = new MemoryLog(InstantSource.system());

    private record Writing(Ingest ingest, Tokens tokens) {
      private Access access() {
        return new Access(tokens);
      }
    }

    private Builder(History history, Supplier<Catalogue> catalogue) {
      this.history = history;
      this.store = history.store();
      this.catalogue = catalogue;
    }

    /** The version of the program, to be shown. */
    public Builder programVersion(String version) {
      this.programVersion = version;
      return this;
    }

    /** What was set; the defaults otherwise. */
    public Builder with(Settings newSettings) {
      this.settings = newSettings;
      return this;
    }

    /** Lets the holders of tokens write; nobody can, otherwise. */
    public Builder writable(Ingest ingest, Tokens tokens) {
      this.writing = Optional.of(new Writing(ingest, tokens));
      return this;
    }

    /** Keeps the queries that are cited in this log; they go with the process, otherwise. */
    public Builder citing(ChangeLog log) {
      this.queries = log;
      return this;
    }

    /** Shows the words of these documents; none are shown, otherwise. */
    public Builder texts(Texts atHand) {
      this.texts = atHand;
      return this;
    }

    /** Starts to listen. */
    public Server start() throws IOException {
      Operations operations = Operations.begin(settings, store, programVersion);
      Settings.Admission bounds = settings.admission();
      Workers workers =
          new Workers(
              bounds.running(), bounds.waiting(), bounds.clientWork(), bounds.clientBurst());
      Indexes indexes = Indexes.open(settings.data(), history);
      try {
        FusekiServer fuseki = listen(operations, workers, indexes);
        indexes.follow();
        return new Server(fuseki, workers, operations, indexes, settings.listen());
      } catch (IOException | RuntimeException failed) {
        indexes.close();
        workers.close();
        operations.close();
        throw failed;
      }
    }

    private FusekiServer listen(Operations operations, Workers workers, Indexes indexes)
        throws IOException {
      FusekiServer fuseki = build(operations, workers, indexes);
      boolean listens = false;
      try {
        JettyErrors.arrange(fuseki.getJettyServer());
        Listening.arrange(fuseki.getJettyServer(), settings.listen());
        operations.watch(fuseki.getJettyServer());
        fuseki.start();
        listens = true;
        return fuseki;
      } catch (IOException | FusekiException failed) {
        Settings.Listen listen = settings.listen();
        throw CannotListenException.because(failed, listen.host(), listen.port());
      } finally {
        if (!listens) {
          fuseki.stop();
        }
      }
    }

    private FusekiServer build(Operations operations, Workers workers, Indexes indexes)
        throws IOException {
      QueryRunner runner =
          new QueryRunner(
              store,
              settings.limits().time(),
              AllowedEndpoints.of(settings.access().serviceAllow()));
      AnswerCache cache = new AnswerCache(settings.cacheBytes());
      operations.measure(workers, cache);
      Readers readers =
          new Readers(
              new Askers(writing.map(Writing::access)),
              new DataVersions(history, programVersion),
              workers,
              settings.limits(),
              Memory.of(HeapShare.forQueries(settings.cacheBytes(), settings.limits().memory())));
      Description description =
          new Description(
              history,
              indexes.counts(),
              catalogue,
              new Abilities(writing.isPresent(), !settings.access().serviceAllow().isEmpty()));
      FrontPage front = new FrontPage(readers, runner, catalogue, description);
      FusekiServer.Builder builder =
          FusekiServer.create()
              .port(settings.listen().port())
              .fusekiModules(FusekiModules.empty())
              .addServletAttribute(Lifecycle.ATTRIBUTE, operations.lifecycle())
              .addServletAttribute(DataVersions.ATTRIBUTE, readers.versions());
      Addresses addresses = new Addresses(builder);
      boolean cites = settings.citing().who() == Settings.Citers.EVERYBODY;
      addresses.addSite(front);
      QueryAnswering answering =
          new QueryAnswering(readers, runner, description, cache, catalogue, cites);
      addresses.addReading(readers, front, answering, new Originals(writing.isPresent()));
      addresses.addPublished(
          programVersion,
          readers,
          catalogue,
          answering,
          new OfferedValues(store, runner, settings.limits(), catalogue),
          cites,
          writing.isPresent());
      addresses.addCiting(citing(readers, runner, answering));
      addresses.addResources(
          new ResourceEndpoint(
              readers, new ThingPages(runner, catalogue), indexes.counts(), cache));
      addresses.addEditor(readers.versions(), indexes.counts());
      addresses.addSources(
          new VersionedPage.Pages(readers, cache, new Conflicts(runner, catalogue)), texts);
      addresses.addLinking(readers, indexes.names(), indexes.dictionary());
      addresses.addModels(
          programVersion,
          settings.listen().host(),
          readers,
          runner,
          description,
          indexes.names(),
          catalogue);
      addresses.addOperating(
          operations, programVersion, readers.versions(), writing.map(Writing::tokens));
      Optional<Writers> writers = writing.map(allowed -> writers(allowed, readers));
      addresses.addFeeds(readers, followers(operations), DumpFolder.open(settings.data()), writers);
      addresses.addReleases(readers, writers);
      writers.ifPresent(addresses::addWriting);
      writing.ifPresent(allowed -> allowed.ingest().whenCommitted(indexes::committed));
      return builder.build();
    }

    private Citing citing(Readers readers, QueryRunner runner, QueryAnswering answering) {
      Settings.Citing bounds = settings.citing();
      return new Citing(
          new Citations(queries, InstantSource.system(), bounds.queries()),
          readers,
          runner,
          answering,
          catalogue,
          bounds.who(),
          new Ration(bounds.clientHourly(), "new citations"));
    }

    private Followers followers(Operations operations) {
      Followers followers = new Followers(history);
      writing.ifPresent(allowed -> allowed.ingest().whenCommitted(followers::wake));
      operations.lifecycle().whenStopping(followers::end);
      operations
          .metrics()
          .gauge("dramatis.followers", "Clients that follow.", followers, Followers::count);
      return followers;
    }

    private Writers writers(Writing allowed, Readers readers) {
      return new Writers(
          readers,
          allowed.ingest(),
          allowed.access(),
          new WriteQueue(settings.admission().waiting()),
          new HeldBytes(HeapShare.UPLOADS.bytes()));
    }
  }

  /** The port that the server listens on. */
  public int port() {
    return fuseki.getPort();
  }

  /** The addresses at which something answers, as they were given to the server. */
  Set<String> addresses() {
    return fuseki.getServletContext().getServletRegistrations().values().stream()
        .flatMap(servlet -> servlet.getMappings().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whoever computes the answers. */
  Workers workers() {
    return workers;
  }

  /** The address of the first page, as it is reached from this machine. */
  public URI address() {
    String host = listen.host();
    String scheme = listen.tlsKeystore().isPresent() ? "https" : "http";
    String name =
        switch (host) {
          case "0.0.0.0", "::" -> "localhost";
          default -> host.contains(":") ? "[" + host + "]" : host;
        };
    return URI.create("%s://%s:%d/".formatted(scheme, name, port()));
  }

  /**
   * Takes no new queries and waits until those that are here have finished; what takes longer than
   * the bound is stopped, and its client told so. The server is then to be closed.
   *
   * @param busy is told how many requests are to be waited for, if there are any
   */
  public void drain(Duration bound, IntConsumer busy) throws InterruptedException {
    operations.drain(fuseki.getJettyServer(), bound, busy);
  }

  /** Stops to listen and gives the port back. */
  @Override
  public void close() {
    workers.close();
    fuseki.stop();
    indexes.close();
    operations.close();
  }
}
