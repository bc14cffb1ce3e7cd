package org.dramatis.log;

import org.dramatis.model.Sha256;

/**
 * How a writer who asks once more is known again, and is told what was told before.
 *
 * @param key stands for the writer and for what the writer calls the request
 * @param request stands for what was asked
 * @param answer what was answered, beside the version
 */
public record Receipt(Sha256 key, Sha256 request, String answer) {}
