package org.dramatis.http.page;

import java.util.List;

/**
 * What a person sees who opens the address that is meant for OpenRefine.
 *
 * @param address of the service
 * @param versions of the API that it speaks
 * @param most so many queries are answered at once
 */
public record ReconcilePage(String address, List<String> versions, int most) implements Page {

  @Override
  public String title() {
    return "Matching a table";
  }
}
