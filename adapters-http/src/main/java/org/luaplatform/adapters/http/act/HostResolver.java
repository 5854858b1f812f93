package org.luaplatform.adapters.http.act;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Looks up the addresses of a host.
@FunctionalInterface
interface HostResolver {

    HostResolver OF_THE_SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> resolve(String host) throws UnknownHostException;
}
