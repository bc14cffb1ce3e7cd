package org.dramatis.model;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms of the ontology. A test holds them against {@code ontology/*.ttl}, both ways: a term
 * that is missing here or there fails the build and is named.
 */
public final class Vocabulary {

  private Vocabulary() {}

  private static Node term(String name) {
    return NodeFactory.createURI(Namespaces.TERMS + name);
  }

  /** The classes, grouped by the file that defines them. */
  public static final class Classes {

    // agents
    public static final Node AGENT = term("Agent");
    public static final Node ORGANIZATION = term("Organization");
    public static final Node PERSON = term("Person");

    // claims
    public static final Node CLAIM = term("Claim");
    public static final Node PASSAGE = term("Passage");
    public static final Node SOURCE = term("Source");

    // credits
    public static final Node CREDIT = term("Credit");

    // fiction
    public static final Node CHARACTER = term("Character");
    public static final Node FICTIONAL_ENTITY = term("FictionalEntity");
    public static final Node STORY_EVENT = term("StoryEvent");
    public static final Node STORY_OBJECT = term("StoryObject");

    // measurements
    public static final Node MEASUREMENT = term("Measurement");

    // releases
    public static final Node RELEASE = term("Release");

    // works
    public static final Node ALBUM = term("Album");
    public static final Node ARTICLE = term("Article");
    public static final Node BOOK = term("Book");
    public static final Node EPISODE = term("Episode");
    public static final Node FILM = term("Film");
    public static final Node FRANCHISE = term("Franchise");
    public static final Node PLACE = term("Place");
    public static final Node SEASON = term("Season");
    public static final Node SERIES = term("Series");
    public static final Node TRACK = term("Track");
    public static final Node WORK = term("Work");

    private Classes() {}
  }

  /** The properties, grouped by the file that defines them. */
  public static final class Properties {

    // agents
    public static final Node DESCRIBED_AS = term("describedAs");
    public static final Node NAME = term("name");

    // claims
    public static final Node ATTRIBUTED_TO = term("attributedTo");
    public static final Node CERTAINTY = term("certainty");
    public static final Node DENOTES = term("denotes");
    public static final Node DOCUMENT = term("document");
    public static final Node END = term("end");
    public static final Node EVIDENCE = term("evidence");
    public static final Node HOLDS_IN = term("holdsIn");
    public static final Node IDENTIFIED_WITH = term("identifiedWith");
    public static final Node LAYER = term("layer");
    public static final Node MATCH_METHOD = term("matchMethod");
    public static final Node MATCH_SCORE = term("matchScore");
    public static final Node MODALITY = term("modality");
    public static final Node ORIGINATOR = term("originator");
    public static final Node PASSAGE = term("passage");
    public static final Node POLARITY = term("polarity");
    public static final Node SENTENCE = term("sentence");
    public static final Node SHA256 = term("sha256");
    public static final Node SOURCE = term("source");
    public static final Node START = term("start");
    public static final Node STORY_ORDER = term("storyOrder");
    public static final Node TEXT_LENGTH = term("textLength");
    public static final Node TEXT_SHA256 = term("textSha256");
    public static final Node TOPIC = term("topic");
    public static final Node URL = term("url");

    // credits
    public static final Node AGENT = term("agent");
    public static final Node BILLING = term("billing");
    public static final Node CHARACTER = term("character");
    public static final Node CONTRIBUTION = term("contribution");
    public static final Node CREDITED_AS = term("creditedAs");
    public static final Node FLAT_PROPERTY = term("flatProperty");
    public static final Node RETURNING = term("returning");
    public static final Node ROLE = term("role");
    public static final Node WORK = term("work");

    // fiction
    public static final Node APPEARS_IN = term("appearsIn");
    public static final Node CAUSES = term("causes");
    public static final Node COMRADE_OF = term("comradeOf");
    public static final Node CONTRASTS_WITH = term("contrastsWith");
    public static final Node FATHER_OF = term("fatherOf");
    public static final Node FRIEND_OF = term("friendOf");
    public static final Node INVOLVES = term("involves");
    public static final Node LEADS = term("leads");
    public static final Node MEMBER_OF = term("memberOf");
    public static final Node MENTOR_OF = term("mentorOf");
    public static final Node MOTHER_OF = term("motherOf");
    public static final Node OCCUPATION = term("occupation");
    public static final Node ORGANIZES = term("organizes");
    public static final Node PARENT_OF = term("parentOf");
    public static final Node PARTNER_OF = term("partnerOf");
    public static final Node POSSESSES = term("possesses");
    public static final Node PRECEDES = term("precedes");
    public static final Node SITUATION = term("situation");
    public static final Node SPOUSE_OF = term("spouseOf");
    public static final Node SYMBOLIZES = term("symbolizes");
    public static final Node TRAIT = term("trait");

    // identifiers
    public static final Node CHECK_DIGIT = term("checkDigit");
    public static final Node EIDR = term("eidr");
    public static final Node EIGA_MOVIE = term("eigaMovie");
    public static final Node EIGA_PERSON = term("eigaPerson");
    public static final Node IDENTIFIER = term("identifier");
    public static final Node IMDB_COMPANY = term("imdbCompany");
    public static final Node IMDB_NAME = term("imdbName");
    public static final Node IMDB_TITLE = term("imdbTitle");
    public static final Node ISNI = term("isni");
    public static final Node ISRC = term("isrc");
    public static final Node ISWC = term("iswc");
    public static final Node LETTER_CASE = term("letterCase");
    public static final Node MUSICBRAINZ_ARTIST = term("musicbrainzArtist");
    public static final Node MUSICBRAINZ_LABEL = term("musicbrainzLabel");
    public static final Node MUSICBRAINZ_RECORDING = term("musicbrainzRecording");
    public static final Node MUSICBRAINZ_RELEASE = term("musicbrainzRelease");
    public static final Node MUSICBRAINZ_RELEASE_GROUP = term("musicbrainzReleaseGroup");
    public static final Node MUSICBRAINZ_WORK = term("musicbrainzWork");
    public static final Node ORCID = term("orcid");
    public static final Node PATTERN = term("pattern");
    public static final Node SCHEME_KEY = term("schemeKey");
    public static final Node SPOTIFY_ALBUM = term("spotifyAlbum");
    public static final Node SPOTIFY_ARTIST = term("spotifyArtist");
    public static final Node SPOTIFY_TRACK = term("spotifyTrack");
    public static final Node TMDB_MOVIE = term("tmdbMovie");
    public static final Node TMDB_PERSON = term("tmdbPerson");
    public static final Node TMDB_TV = term("tmdbTv");
    public static final Node TRAKT_EPISODE = term("traktEpisode");
    public static final Node TRAKT_MOVIE = term("traktMovie");
    public static final Node TRAKT_PERSON = term("traktPerson");
    public static final Node TRAKT_SHOW = term("traktShow");
    public static final Node TVDB_EPISODE = term("tvdbEpisode");
    public static final Node TVDB_MOVIE = term("tvdbMovie");
    public static final Node TVDB_SERIES = term("tvdbSeries");
    public static final Node TVMAZE_CHARACTER = term("tvmazeCharacter");
    public static final Node TVMAZE_EPISODE = term("tvmazeEpisode");
    public static final Node TVMAZE_PERSON = term("tvmazePerson");
    public static final Node TVMAZE_SEASON = term("tvmazeSeason");
    public static final Node TVMAZE_SHOW = term("tvmazeShow");
    public static final Node URL_TEMPLATE = term("urlTemplate");
    public static final Node VIAF = term("viaf");
    public static final Node WIKIDATA = term("wikidata");
    public static final Node WIKIPEDIA_EN = term("wikipediaEn");
    public static final Node WRITTEN_AS = term("writtenAs");

    // measurements
    public static final Node BOUND = term("bound");
    public static final Node MEASURES = term("measures");
    public static final Node METRIC = term("metric");
    public static final Node PUBLISHER = term("publisher");
    public static final Node UNIT = term("unit");
    public static final Node VALUE = term("value");
    public static final Node WINDOW = term("window");
    public static final Node WINDOW_DAYS = term("windowDays");
    public static final Node WINDOW_END = term("windowEnd");
    public static final Node WINDOW_START = term("windowStart");

    // releases
    public static final Node CADENCE = term("cadence");
    public static final Node COINCIDES_WITH = term("coincidesWith");
    public static final Node COMPLETION = term("completion");
    public static final Node DATE = term("date");
    public static final Node PLATFORM = term("platform");
    public static final Node RELEASE_OF = term("releaseOf");

    // works
    public static final Node APPRAISAL = term("appraisal");
    public static final Node BASED_ON = term("basedOn");
    public static final Node CONTINUES = term("continues");
    public static final Node CRAFT = term("craft");
    public static final Node EPISODE_NUMBER = term("episodeNumber");
    public static final Node FEATURED_IN = term("featuredIn");
    public static final Node FILMED_IN = term("filmedIn");
    public static final Node GENRE = term("genre");
    public static final Node HASHTAG = term("hashtag");
    public static final Node INSPIRATION = term("inspiration");
    public static final Node LOCATED_IN = term("locatedIn");
    public static final Node PART_OF = term("partOf");
    public static final Node PLOT_DEVICE = term("plotDevice");
    public static final Node PROMOTION = term("promotion");
    public static final Node PROSPECT = term("prospect");
    public static final Node SEASON_NUMBER = term("seasonNumber");
    public static final Node SET_IN = term("setIn");
    public static final Node SOUNDTRACK_OF = term("soundtrackOf");
    public static final Node THEME = term("theme");

    private Properties() {}
  }
}
