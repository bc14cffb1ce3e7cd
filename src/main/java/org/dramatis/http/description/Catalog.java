package org.dramatis.http.description;

import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.dramatis.feed.DumpFormat;

/** The dataset, its files and the services that answer from it, in the words of DCAT. */
final class Catalog {

  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
  private static final String PACKED = ".gz";

  private Catalog() {}

  static void describe(Model model, Site site) {
    Resource catalog = model.createResource(site.at("/#catalog"), DCAT.Catalog);
    catalog.addProperty(DCTerms.title, "Dramatis", "en");
    Resource dataset = model.createResource(site.dataset(), DCAT.Dataset);
    catalog.addProperty(DCAT.dataset, dataset);
    dataset
        .addProperty(DCTerms.title, "Dramatis", "en")
        .addProperty(
            DCTerms.description,
            "Who played whom, in what, with which song, and who says so: a graph for each source,"
                + " and a claim for each statement.",
            "en")
        .addProperty(model.createProperty(DCAT.getURI(), "version"), site.version().toString())
        .addProperty(DCAT.landingPage, model.createResource(site.at("/")));
    site.issued()
        .ifPresent(
            time -> dataset.addProperty(DCTerms.issued, time.toString(), XSDDatatype.XSDdateTime));
    for (DumpFormat format : DumpFormat.values()) {
      distribution(model, site, dataset, format, "");
      distribution(model, site, dataset, format, PACKED);
    }
    for (Entrance entrance : Entrance.ALL) {
      if (!entrance.writers() || site.isWritable()) {
        catalog.addProperty(DCAT.service, service(model, site, entrance, dataset));
      }
    }
  }

  private static void distribution(
      Model model, Site site, Resource dataset, DumpFormat format, String packing) {
    Resource file =
        model.createResource(
            site.at("/dump/" + site.version() + "." + format.extension() + packing),
            DCAT.Distribution);
    file.addProperty(DCAT.downloadURL, file)
        .addProperty(
            DCAT.mediaType,
            model.createResource(MEDIA_TYPES + format.mediaType().replaceFirst(";.*", "")));
    if (!packing.isEmpty()) {
      file.addProperty(DCAT.compressFormat, model.createResource(MEDIA_TYPES + "application/gzip"));
    }
    dataset.addProperty(DCAT.distribution, file).addProperty(VOID.dataDump, file);
  }

  private static Resource service(Model model, Site site, Entrance entrance, Resource dataset) {
    Resource service =
        model.createResource(
            site.at("/#service-" + entrance.path().substring(1)), DCAT.DataService);
    service
        .addProperty(DCTerms.title, entrance.title(), "en")
        .addProperty(DCAT.endpointURL, model.createResource(site.at(entrance.path())))
        .addProperty(DCAT.endpointDescription, model.createResource(site.at(ApiDescription.PATH)))
        .addProperty(DCAT.servesDataset, dataset);
    Optional<String> standard = entrance.standard();
    standard.ifPresent(iri -> service.addProperty(DCTerms.conformsTo, model.createResource(iri)));
    return service;
  }
}
