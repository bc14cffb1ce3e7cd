package org.dramatis.link.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers are read as the vocabulary describes their schemes. */
class SchemesTest {

  private static final Schemes SCHEMES = Schemes.of(vocabulary());
  private static final String UUID = "056e4f3e-d505-4dad-8ec1-d04f521cbb56";
  private static final String SPOTIFY = "7bp2lSdh12wcA8LyB1srfJ";

  private static Graph vocabulary() {
    return RDFDataMgr.loadGraph("ontology/identifiers.ttl");
  }

  private static List<String> identifiers(String key, String text) {
    return SCHEMES.read(key, text).stream()
        .filter(Scheme.Reading.Identifier.class::isInstance)
        .map(Scheme.Reading.Identifier.class::cast)
        .map(Scheme.Reading.Identifier::value)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "isni, 0000000121464380",
    "isni, 000000021825009X",
    "orcid, 0000-0002-1825-0079",
    "eidr, 10.5240/7791-8534-2C23-9030-8610-6",
    "eidr, 10.5240/7719-8534-2C23-9030-8610-5",
    "iswc, T-034.524.680-2",
    "iswc, T0345426801",
  })
  void aMistypedIdentifierIsFoundOut(String key, String text) {
    assertThat(SCHEMES.read(key, text)).hasOnlyElementsOfType(Scheme.Reading.WrongCheckDigit.class);
  }

  @ParameterizedTest
  @CsvSource({
    "imdb, 4614584",
    "imdb, tt461458",
    "imdb, tt461458412",
    "imdb, https://www.imdb.com/title/",
    "imdb, https://imdb.example/title/tt4614584/",
    "wikidata, P345",
    "wikidata, Q0",
    "tmdb.movie, 0762975",
    "tmdb.movie, https://www.themoviedb.org/tv/762975",
    "isrc, US-RC1-76-0783",
    "isrc, 1SRC17607839",
    "iswc, 0345246801",
    "isni, 00000001214643",
    "viaf, 1234567890",
    "viaf, 012345678",
    "spotify.track, spotify:artist:7bp2lSdh12wcA8LyB1srfJ",
    "musicbrainz.artist, 056e4f3ed5054dad8ec1d04f521cbb56",
    "eidr, 10.1000/7791-8534-2C23-9030-8610-5",
    "orcid, 0000000218250097",
    "url, tt4614584",
  })
  void whatLooksDifferentIsNoIdentifier(String key, String text) {
    assertThat(SCHEMES.read(key, text))
        .isNotEmpty()
        .hasOnlyElementsOfType(Scheme.Reading.OtherForm.class);
  }

  @Test
  void aVeryLongTextIsNotEvenMatched() {
    assertThat(identifiers("imdb", " ".repeat(100) + "tt4614584")).containsExactly("tt4614584");
    assertThat(identifiers("wikipedia.en", "x".repeat(2001))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"imbd", "IMDB", "tmdb"})
  void aKeyThatIsNoneHasNoSchemes(String key) {
    assertThat(SCHEMES.read(key, "tt4614584")).isEmpty();
  }

  @Test
  void aKeyIsGuessedFromOneThatIsNearlyIt() {
    assertThat(SCHEMES.near("imbd")).hasValue("imdb");
    assertThat(SCHEMES.near("tmdb.film")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "imdb, TT4614584, tt4614584",
    "imdb, https://m.imdb.com/de/title/tt4614584/?ref_=x, tt4614584",
    "imdb, https://www.imdb.com/name/nm0548407/, nm0548407",
    "imdb, https://www.imdb.com/company/co0000001, co0000001",
    "wikidata, q907311, Q907311",
    "wikidata, wd:Q907311, Q907311",
    "wikidata, http://www.wikidata.org/entity/Q907311, Q907311",
    "wikidata, https://www.wikidata.org/wiki/Q907311#P31, Q907311",
    "wikipedia.en, https://en.wikipedia.org/wiki/Nicholas_Galitzine, Nicholas_Galitzine",
    "tmdb.movie, https://www.themoviedb.org/movie/762975-purple-hearts, 762975",
    "tmdb.tv, https://www.themoviedb.org/tv/1399?language=en, 1399",
    "tmdb.person, https://www.themoviedb.org/person/15350, 15350",
    "tvdb.series, https://thetvdb.com/dereferrer/series/121361, 121361",
    "tvdb.series, https://thetvdb.com/?tab=series&id=121361, 121361",
    "tvdb.movie, https://thetvdb.com/dereferrer/movie/1, 1",
    "tvdb.episode, https://www.thetvdb.com/dereferrer/episode/3254641, 3254641",
    "tvmaze.show, https://www.tvmaze.com/shows/1/under-the-dome, 1",
    "tvmaze.season, https://api.tvmaze.com/seasons/1, 1",
    "tvmaze.episode, https://api.tvmaze.com/episodes/1, 1",
    "tvmaze.person, https://www.tvmaze.com/people/1, 1",
    "tvmaze.character, https://www.tvmaze.com/characters/1, 1",
    "trakt.person, https://trakt.tv/people/12216, 12216",
    "trakt.movie, https://trakt.tv/movies/1, 1",
    "trakt.show, https://trakt.tv/shows/1390, 1390",
    "trakt.episode, https://trakt.tv/episodes/73640, 73640",
    "eidr, https://doi.org/10.5240/7791-8534-2c23-9030-8610-5, 10.5240/7791-8534-2C23-9030-8610-5",
    "isrc, us-rc1-76-07839, USRC17607839",
    "isrc, ISRC US RC1 76 07839, USRC17607839",
    "isrc, https://musicbrainz.org/isrc/USRC17607839, USRC17607839",
    "iswc, T-034.524.680-1, T0345246801",
    "iswc, t0345246801, T0345246801",
    "isni, 0000 0001 2146 438x, 000000012146438X",
    "isni, https://isni.org/isni/000000012146438X, 000000012146438X",
    "orcid, https://orcid.org/0000-0002-1825-0097, 0000-0002-1825-0097",
    "viaf, http://viaf.org/viaf/113230702/, 113230702",
    "eiga.person, https://eiga.com/person/296565/, 296565",
    "eiga.movie, https://eiga.com/movie/98960/, 98960",
  })
  void anIdentifierIsReadHoweverItIsWritten(String key, String text, String identifier) {
    assertThat(identifiers(key, text)).containsExactly(identifier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"artist", "recording", "release", "release-group", "work", "label"})
  void eachKindOfMusicbrainzHasItsScheme(String kind) {
    String page = "https://musicbrainz.org/%s/%s".formatted(kind, UUID);
    assertThat(identifiers("musicbrainz." + kind, page)).containsExactly(UUID);
    assertThat(identifiers("musicbrainz." + kind, UUID.toUpperCase(java.util.Locale.ROOT)))
        .containsExactly(UUID);
    assertThat(identifiers(Schemes.ANY, page)).containsExactly(UUID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"artist", "album", "track"})
  void eachKindOfSpotifyHasItsScheme(String kind) {
    String page = "https://open.spotify.com/intl-de/%s/%s?si=1".formatted(kind, SPOTIFY);
    assertThat(identifiers("spotify." + kind, page)).containsExactly(SPOTIFY);
    assertThat(identifiers("spotify." + kind, "spotify:%s:%s".formatted(kind, SPOTIFY)))
        .containsExactly(SPOTIFY);
  }

  @Test
  void thePageOfAnIdentifierLeadsBackToIt() {
    for (Scheme scheme : SCHEMES.all()) {
      String sample = sample(scheme);
      assertThat(scheme.read(sample))
          .as(scheme.key())
          .isEqualTo(new Scheme.Reading.Identifier(scheme, sample));
      scheme
          .page(sample)
          .ifPresent(page ->
              assertThat(scheme.read(page))
                  .as(page)
                  .isEqualTo(new Scheme.Reading.Identifier(scheme, sample)));
    }
  }

  /** Some identifier of the scheme. */
  private static String sample(Scheme scheme) {
    return switch (scheme.key()) {
      case "imdb" -> scheme.pattern().pattern().substring(0, 2) + "0000001";
      case "wikidata" -> "Q1";
      case "wikipedia.en" -> "Purple_Hearts_(2022_film)";
      case "eidr" -> "10.5240/7791-8534-2C23-9030-8610-5";
      case "isni" -> "000000012146438X";
      case "orcid" -> "0000-0002-1825-0097";
      case "isrc" -> "USRC17607839";
      case "iswc" -> "T0345246801";
      case "viaf" -> "113230702";
      case String key when key.startsWith("musicbrainz.") -> UUID;
      case String key when key.startsWith("spotify.") -> SPOTIFY;
      default -> "1";
    };
  }

  @Test
  void allCataloguesThatArePromisedAreThere() {
    Set<String> keys = SCHEMES.byKey().keySet();
    assertThat(keys.stream().map(key -> key.split("[.]", 2)[0]).collect(Collectors.toSet()))
        .contains(
            "imdb",
            "wikidata",
            "tmdb",
            "tvdb",
            "tvmaze",
            "trakt",
            "eidr",
            "musicbrainz",
            "isrc",
            "iswc",
            "isni",
            "viaf",
            "spotify",
            "eiga");
  }
}
