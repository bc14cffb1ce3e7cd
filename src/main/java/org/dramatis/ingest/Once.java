package org.dramatis.ingest;

import org.dramatis.log.Receipt;
import org.dramatis.model.Sha256;

/**
 * What is to be done once, however often it is asked for.
 *
 * @param key stands for the writer and for what the writer calls the request
 * @param request stands for all that is asked
 */
public record Once(Sha256 key, Sha256 request) {

  Receipt receipt(String answer) {
    return new Receipt(key, request, answer);
  }
}
