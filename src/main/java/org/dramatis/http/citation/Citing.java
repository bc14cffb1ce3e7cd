package org.dramatis.http.citation;

import java.util.function.Supplier;
import org.dramatis.citation.Citations;
import org.dramatis.http.admission.Ration;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.sparql.QueryAnswering;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.settings.Settings;

/**
 * What citing needs.
 *
 * @param citations what was cited
 * @param readers how the data is read
 * @param runner what computes answers to be recognized and compared
 * @param answering what answers a cited query
 * @param catalogue the published queries
 * @param who may cite
 * @param ration how many new citations a client may make
 */
public record Citing(
    Citations citations,
    Readers readers,
    QueryRunner runner,
    QueryAnswering answering,
    Supplier<Catalogue> catalogue,
    Settings.Citers who,
    Ration ration) {}
