package org.dramatis.query.federation;

/**
 * What another endpoint answered, as a whole.
 *
 * @param mediaType one of those that were asked for, without parameters and in lower case
 * @param body not copied, and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
public record RemoteAnswer(String mediaType, byte[] body) {}
