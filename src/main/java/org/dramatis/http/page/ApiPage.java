package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;

/**
 * What programs can ask, told to the people who write them.
 *
 * @param about what all of it is about
 * @param groups what can be asked, by what it belongs to
 */
public record ApiPage(String about, List<Group> groups) implements Page {

  /** Operations that belong together. */
  public record Group(String name, String about, List<Operation> operations) {

    /** Where it stands on the page. */
    public String anchor() {
      return "group-" + name;
    }
  }

  /**
   * What can be asked at an address by a method.
   *
   * @param id what programs call it
   * @param secured whether it needs a token
   * @param body what is sent behind the request, if something is
   * @param answers what comes back, but for errors
   * @param example asks it, if that is possible without being told anything
   */
  public record Operation(
      String id,
      String method,
      String path,
      String summary,
      String description,
      boolean secured,
      List<Parameter> parameters,
      Optional<Body> body,
      List<Answer> answers,
      Optional<Link> example) {}

  /**
   * What is sent with a request.
   *
   * @param place where it is sent
   * @param kind what it may be, in words
   */
  public record Parameter(
      String name,
      String place,
      String kind,
      boolean required,
      String description,
      Optional<String> example) {}

  /** What is sent behind a request, and in which forms. */
  public record Body(String description, List<String> mediaTypes) {}

  /** What comes back, and in which forms. */
  public record Answer(String status, String description, List<String> mediaTypes) {}

  /** Takes a copy of the list. */
  public ApiPage {
    groups = List.copyOf(groups);
  }

  @Override
  public String title() {
    return "API";
  }

  @Override
  public Section section() {
    return Section.API;
  }
}
