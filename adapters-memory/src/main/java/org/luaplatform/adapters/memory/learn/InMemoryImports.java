package org.luaplatform.adapters.memory.learn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.luaplatform.adapters.memory.shared.Pages;
import org.luaplatform.adapters.memory.shared.Place;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportNotFound;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Imports in memory, their files included: for tests and for embedders whose files are small.
public final class InMemoryImports implements Imports {

    private static final Comparator<Import> OLDEST_FIRST = Comparator.comparing(Import::createdAt)
            .thenComparing(one -> one.id().value());

    private final Map<ImportId, Import> imports = new HashMap<>();
    private final Map<ImportId, byte[]> files = new HashMap<>();
    private final Map<ImportId, NavigableMap<Long, RejectedRow>> reports = new HashMap<>();

    @Override
    public void add(Import started, InputStream file) {
        byte[] bytes = readAll(file);
        synchronized (this) {
            if (imports.putIfAbsent(started.id(), started) != null) {
                throw new Conflict("already-there", "There is already an import with this id.");
            }
            files.put(started.id(), bytes);
        }
    }

    private static byte[] readAll(InputStream file) {
        try {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized Optional<Import> find(OrganizationId organization, ImportId id) {
        return Optional.ofNullable(imports.get(id))
                .filter(found -> found.organization().equals(organization));
    }

    @Override
    public synchronized Page<Import> list(OrganizationId organization, PageRequest page) {
        return Pages.latestFirst(
                imports.values().stream().filter(one -> one.organization().equals(organization)),
                one -> new Place(one.createdAt(), one.id().value()),
                page);
    }

    @Override
    public synchronized Optional<Import> claim(String worker, Instant now, Duration lease) {
        Optional<Import> claimed = imports.values().stream()
                .filter(one -> isFree(one, now))
                .min(OLDEST_FIRST)
                .map(one -> one.with(
                        Import.State.RUNNING, one.progress(), Optional.of(new Import.Lease(worker, now.plus(lease)))));
        claimed.ifPresent(one -> imports.put(one.id(), one));
        return claimed;
    }

    private static boolean isFree(Import one, Instant now) {
        return switch (one.state()) {
            case WAITING -> true;
            case RUNNING ->
                one.lease().map(lease -> !now.isBefore(lease.until())).orElse(true);
            case DONE, FAILED -> false;
        };
    }

    @Override
    public synchronized Optional<Import> update(
            OrganizationId organization, ImportId id, String worker, UnaryOperator<Import> change) {
        Optional<Import> after = find(organization, id)
                .filter(one ->
                        one.lease().map(lease -> lease.worker().equals(worker)).orElse(false))
                .map(change);
        after.ifPresent(one -> imports.put(id, one));
        return after;
    }

    @Override
    public synchronized InputStream open(OrganizationId organization, ImportId id) {
        return find(organization, id)
                .flatMap(one -> Optional.ofNullable(files.get(one.id())))
                .map(ByteArrayInputStream::new)
                .orElseThrow(ImportNotFound::new);
    }

    @Override
    public synchronized void discardFile(OrganizationId organization, ImportId id) {
        find(organization, id).ifPresent(one -> files.remove(one.id()));
    }

    @Override
    public synchronized void reject(OrganizationId organization, ImportId id, List<RejectedRow> rows) {
        find(organization, id).ifPresent(one -> {
            var report = reports.computeIfAbsent(one.id(), _ -> new TreeMap<>());
            rows.forEach(row -> report.putIfAbsent(row.line(), row));
        });
    }

    @Override
    public synchronized Stream<RejectedRow> rejected(OrganizationId organization, ImportId id) {
        return find(organization, id)
                .flatMap(one -> Optional.ofNullable(reports.get(one.id())))
                .map(report -> List.copyOf(report.values()))
                .orElse(List.of())
                .stream();
    }
}
