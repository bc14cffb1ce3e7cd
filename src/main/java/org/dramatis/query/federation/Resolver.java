package org.dramatis.query.federation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the network addresses of a host. */
@FunctionalInterface
interface Resolver {

  /** As the operating system knows them. */
  Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /** All addresses of the host. */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
