package org.smppra.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The newest of what is remembered of one kind, of one account. Guarded by the lock of {@link Memory}. */
final class Recent {
    /** A page's number is one of 16 bits, and not 0. */
    private static final int MAX_PAGES = 60_000;

    private final RecentBound bound;
    private final PlaceTable table = new PlaceTable();
    private ArrayDeque<Page> pages = new ArrayDeque<>();
    private final List<@Nullable Page> numbered = new ArrayList<>(List.of(new Page(1)));
    private final ArrayDeque<Integer> unused = new ArrayDeque<>();
    private final Set<Page> unwritten = new LinkedHashSet<>();

    Recent(RecentBound bound) {
        this.bound = bound;
        bound.add(this);
    }

    private static int hash(String key) {
        int hash = key.hashCode(); // which a key that is looked for again and again knows by heart
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }

    private Page page(int place) {
        Page page = numbered.get(place >>> 16);
        if (page == null) {
            throw new IllegalStateException("No page " + (place >>> 16));
        }
        return page;
    }

    private int find(int hash, String key) {
        return table.find(hash, place -> page(place).hasKey(place & 0xFFFF, key));
    }

    /** @return the value of this key, if it is not older; else null */
    byte @Nullable [] find(String key, int notBefore) {
        int place = find(hash(key), key);
        if (place == 0 || page(place).seconds(place & 0xFFFF) < notBefore) {
            return null;
        }
        return page(place).value(place & 0xFFFF);
    }

    void add(int seconds, String key, byte[] value) {
        Page page = pages.peekLast();
        if (page == null || page.ended()) {
            page = new Page(bound.pageItems());
            open(page);
        }
        int hash = hash(key);
        index(page, page.add(seconds, key.getBytes(StandardCharsets.UTF_8), value, hash), hash, key);
        unwritten.add(page);
        bound.added(1);
    }

    private void open(Page page) {
        if (unused.isEmpty() && numbered.size() > MAX_PAGES) {
            bound.makeRoom(this);
        }
        Integer number = unused.poll();
        if (number == null) {
            number = numbered.size();
            numbered.add(null);
        }
        numbered.set(number, page);
        page.number(number);
        pages.add(page);
    }

    private void index(Page page, int at, int hash, String key) {
        int before = find(hash, key);
        if (before != 0) {
            table.remove(hash, before);
        }
        table.add(hash, page.number() << 16 | at);
    }

    /** Adds pages from elsewhere to its own, in the order of their age. */
    void addAll(List<Page> more) {
        List<Page> all = new ArrayList<>(pages);
        all.forEach(Page::end);
        for (Page page : more) {
            open(page);
            page.hash(Recent::hash);
            page.forEach((at, hash) -> index(page, at, hash, page.key(at)));
            if (page.isToBeWritten()) {
                unwritten.add(page);
            }
        }
        all.addAll(more);
        all.removeIf(Page::dropped);
        all.sort(Comparator.comparingInt(Page::firstSeconds));
        pages = new ArrayDeque<>(all);
        more.forEach(page -> bound.added(page.items()));
    }

    /** Everything, which is no longer here then. */
    List<Page> takeAll() {
        List<Page> all = new ArrayList<>(pages);
        all.forEach(Page::end);
        bound.remove(this);
        all.forEach(page -> bound.added(-page.items()));
        return all;
    }

    @Nullable
    Page oldest() {
        return pages.peekFirst();
    }

    Page dropOldest() {
        Page page = pages.remove();
        page.forEach((at, hash) -> table.remove(hash, page.number() << 16 | at));
        numbered.set(page.number(), null);
        unused.add(page.number());
        unwritten.remove(page);
        return page;
    }

    /** A page of this age gets nothing added any more, that it may be dropped as a whole some day. */
    void endBefore(int seconds) {
        Page page = pages.peekLast();
        if (page != null && !page.ended() && page.firstSeconds() < seconds) {
            page.end();
            unwritten.add(page);
        }
    }

    /** The pages of which something is to be written, once. */
    List<Page> takeUnwritten() {
        List<Page> some = new ArrayList<>(unwritten);
        unwritten.clear();
        return some;
    }

    void writeAgain(Page page) {
        page.writeAgain();
        if (!page.dropped()) {
            unwritten.add(page);
        }
    }
}
