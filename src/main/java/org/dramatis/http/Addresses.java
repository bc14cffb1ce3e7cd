package org.dramatis.http;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.dramatis.entity.Texts;
import org.dramatis.history.Traces;
import org.dramatis.http.access.Tokens;
import org.dramatis.http.annotate.AnnotateEndpoint;
import org.dramatis.http.citation.CitationEndpoint;
import org.dramatis.http.citation.Citing;
import org.dramatis.http.description.ApiDescription;
import org.dramatis.http.description.Description;
import org.dramatis.http.dump.DumpEndpoint;
import org.dramatis.http.dump.DumpFolder;
import org.dramatis.http.editor.EditorEndpoint;
import org.dramatis.http.editor.TermsEndpoint;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.endpoint.TimedAddress;
import org.dramatis.http.feed.ChangesEndpoint;
import org.dramatis.http.feed.Followers;
import org.dramatis.http.history.DiffEndpoint;
import org.dramatis.http.history.HistoryEndpoint;
import org.dramatis.http.history.Originals;
import org.dramatis.http.history.ReleasesEndpoint;
import org.dramatis.http.history.TimeGateEndpoint;
import org.dramatis.http.history.TimeMapEndpoint;
import org.dramatis.http.lookup.LookupEndpoint;
import org.dramatis.http.mcp.McpEndpoint;
import org.dramatis.http.openapi.ApiPageEndpoint;
import org.dramatis.http.openapi.OpenApiDocuments;
import org.dramatis.http.openapi.OpenApiEndpoint;
import org.dramatis.http.operate.HealthEndpoint;
import org.dramatis.http.operate.MetricsEndpoint;
import org.dramatis.http.operate.Operations;
import org.dramatis.http.operate.ReadyEndpoint;
import org.dramatis.http.operate.RunningEndpoint;
import org.dramatis.http.page.Assets;
import org.dramatis.http.path.PathsEndpoint;
import org.dramatis.http.published.OfferedValues;
import org.dramatis.http.published.PublishedEndpoint;
import org.dramatis.http.reconcile.ReconcileEndpoint;
import org.dramatis.http.resource.ResourceAddress;
import org.dramatis.http.resource.ResourceEndpoint;
import org.dramatis.http.search.NameReaders;
import org.dramatis.http.search.SearchEndpoint;
import org.dramatis.http.site.AssetsEndpoint;
import org.dramatis.http.site.ContextEndpoint;
import org.dramatis.http.site.FrontPage;
import org.dramatis.http.site.LandingEndpoint;
import org.dramatis.http.site.NothingEndpoint;
import org.dramatis.http.site.ProblemsEndpoint;
import org.dramatis.http.site.VoidEndpoint;
import org.dramatis.http.source.ConflictsEndpoint;
import org.dramatis.http.source.SourcesEndpoint;
import org.dramatis.http.source.TimelineEndpoint;
import org.dramatis.http.source.VersionedPage;
import org.dramatis.http.sparql.QueryAnswering;
import org.dramatis.http.sparql.SparqlEndpoint;
import org.dramatis.http.write.DumpWrites;
import org.dramatis.http.write.GraphStoreEndpoint;
import org.dramatis.http.write.GraphTarget;
import org.dramatis.http.write.IdentityEndpoint;
import org.dramatis.http.write.ReleaseWrites;
import org.dramatis.http.write.UpdateEndpoint;
import org.dramatis.http.write.Writers;
import org.dramatis.link.annotate.NewestDictionary;
import org.dramatis.link.search.NameIndex;
import org.dramatis.model.Namespaces;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.statistics.Counts;

/** Which endpoint answers at which address. */
record Addresses(FusekiServer.Builder server) {

  void addSite(FrontPage front) {
    server
        .addServlet("", new LandingEndpoint(front))
        .addServlet("/problems/*", new ProblemsEndpoint())
        .addServlet(Assets.PATH + "/*", new AssetsEndpoint())
        .addServlet(VoidEndpoint.PATH, new VoidEndpoint(front))
        .addServlet(ContextEndpoint.PATH + "/*", new ContextEndpoint())
        .addServlet(VoidEndpoint.GRAPH, new VoidEndpoint(front))
        .addServlet("/*", new NothingEndpoint());
    for (AnswerFormat format : AnswerFormat.of(AnswerFormat.Kind.GRAPH)) {
      server.addServlet(
          VoidEndpoint.GRAPH + "." + format.key(),
          new VoidEndpoint(front, Optional.of(format.key())));
    }
  }

  void addReading(Readers readers, FrontPage front, QueryAnswering queries, Originals originals) {
    Traces traces = new Traces(readers.versions().history());
    server
        .addServlet("/sparql", new SparqlEndpoint(front, readers, queries))
        .addServlet(
            TimedAddress.TIME_GATE + "/*", new TimeGateEndpoint(readers.versions(), originals))
        .addServlet(TimedAddress.TIME_MAP + "/*", new TimeMapEndpoint(readers, originals, traces))
        .addServlet(HistoryEndpoint.PATH + "/*", new HistoryEndpoint(readers, traces))
        .addServlet(DiffEndpoint.PATH, new DiffEndpoint(readers));
  }

  void addEditor(DataVersions versions, Counts counts) {
    server
        .addServlet(EditorEndpoint.PATH, new EditorEndpoint(versions))
        .addServlet(TermsEndpoint.PATH, new TermsEndpoint(versions, counts));
  }

  void addPublished(
      String programVersion,
      Readers readers,
      Supplier<Catalogue> catalogue,
      QueryAnswering queries,
      OfferedValues offered,
      boolean cites,
      boolean writable) {
    server.addServlet(
        PublishedEndpoint.PATH + "/*",
        new PublishedEndpoint(catalogue, readers, queries, offered, cites));
    OpenApiDocuments documents =
        OpenApiDocuments.of(programVersion, readers.versions(), catalogue, offered, writable);
    server
        .addServlet(ApiDescription.PATH, new OpenApiEndpoint(documents))
        .addServlet(ApiPageEndpoint.PATH, new ApiPageEndpoint(documents));
  }

  void addFeeds(Readers readers, Followers followers, DumpFolder dumps, Optional<Writers> writers) {
    server
        .addServlet(ChangesEndpoint.PATH, new ChangesEndpoint(readers, followers, dumps.path()))
        .addServlet(
            DumpEndpoint.PATH + "/*",
            writers
                .map(allowed -> new DumpEndpoint(new DumpWrites(allowed), dumps))
                .orElseGet(() -> new DumpEndpoint(readers, dumps)));
  }

  void addReleases(Readers readers, Optional<Writers> writers) {
    server.addServlet(
        ReleasesEndpoint.PATH + "/*",
        writers
            .map(allowed -> new ReleasesEndpoint(new ReleaseWrites(allowed)))
            .orElseGet(() -> new ReleasesEndpoint(readers)));
  }

  /** Everything that is named under the base is described at its own path. */
  void addResources(ResourceEndpoint resources) {
    Namespaces.paths().forEach(path -> server.addServlet("/" + path + "/*", resources));
    for (String whole : Namespaces.wholes()) {
      ResourceAddress.extensions()
          .forEach(format -> server.addServlet("/" + whole + "." + format, resources));
    }
  }

  void addSources(VersionedPage.Pages pages, Texts texts) {
    SourcesEndpoint sources = new SourcesEndpoint(pages, texts);
    server
        .addServlet(SourcesEndpoint.PATH, sources)
        .addServlet(SourcesEndpoint.PATH + "/*", sources)
        .addServlet(ConflictsEndpoint.PATH, new ConflictsEndpoint(pages))
        .addServlet(TimelineEndpoint.PATH, new TimelineEndpoint(pages));
  }

  void addCiting(Citing citing) {
    server.addServlet(CitationEndpoint.PATH + "/*", new CitationEndpoint(citing));
  }

  void addLinking(Readers readers, NameIndex names, NewestDictionary dictionary) {
    server
        .addServlet(SearchEndpoint.PATH, new SearchEndpoint(readers, names))
        .addServlet(SearchEndpoint.PATH + "/*", new SearchEndpoint(readers, names))
        .addServlet(PathsEndpoint.PATH, new PathsEndpoint(new NameReaders(readers, names)))
        .addServlet(LookupEndpoint.PATH, new LookupEndpoint(readers))
        .addServlet(AnnotateEndpoint.PATH, new AnnotateEndpoint(readers, dictionary));
    ReconcileEndpoint reconciling = new ReconcileEndpoint(new NameReaders(readers, names));
    server
        .addServlet(ReconcileEndpoint.PATH, reconciling)
        .addServlet(ReconcileEndpoint.PATH + "/*", reconciling);
  }

  void addModels(
      String programVersion,
      String host,
      Readers readers,
      QueryRunner runner,
      Description description,
      NameIndex names,
      Supplier<Catalogue> catalogue) {
    server.addServlet(
        McpEndpoint.PATH,
        new McpEndpoint(programVersion, host, readers, runner, description, names, catalogue));
  }

  void addOperating(
      Operations operations,
      String programVersion,
      DataVersions versions,
      Optional<Tokens> tokens) {
    server
        .addServlet("/ready", new ReadyEndpoint(tokens))
        .addServlet("/metrics", new MetricsEndpoint(operations.metrics()))
        .addServlet("/health", new HealthEndpoint(programVersion, versions));
  }

  void addWriting(Writers writers) {
    server
        .addServlet(RunningEndpoint.PATH + "/*", new RunningEndpoint(writers.access()))
        .addServlet(UpdateEndpoint.PATH, new UpdateEndpoint(writers))
        .addServlet(IdentityEndpoint.PATH, new IdentityEndpoint(writers))
        .addServlet(GraphTarget.PATH + "/*", new GraphStoreEndpoint(writers));
  }
}
