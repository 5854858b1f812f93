package org.luaplatform.adapters.memory.tenancy;

import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.testing.RepeatedRequestsContract;

final class InMemoryRepeatedRequestsTest implements RepeatedRequestsContract {

    private final RepeatedRequests repeatedRequests = new InMemoryRepeatedRequests();

    @Override
    public RepeatedRequests repeatedRequests() {
        return repeatedRequests;
    }
}
