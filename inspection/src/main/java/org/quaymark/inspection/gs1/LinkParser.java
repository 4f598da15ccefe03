package org.quaymark.inspection.gs1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the elements in a Digital Link URI. For one text only. */
final class LinkParser {
    private static final String GTIN = "01";

    private final String text;
    private final ElementCollector found = new ElementCollector();

    LinkParser(String text) {
        this.text = text;
    }

    /** A stretch of the address between two slashes. */
    private record Segment(int from, int to) {
        boolean isEmpty() {
            return from == to;
        }
    }

    @Nullable
    ElementString parse() {
        int authority = text.indexOf("://") + 3;
        int path = firstOf("/?#", authority, text.length());
        int pathEnd = firstOf("?#", path, text.length());
        if (path == authority || path == pathEnd) {
            return null;
        }
        List<Segment> segments = segments(path, pathEnd);
        int keyAt = primaryKey(segments);
        if (keyAt < 0) {
            return null;
        }
        path(segments.subList(keyAt, segments.size()));
        if (pathEnd < text.length() && text.charAt(pathEnd) == '?') {
            query(pathEnd + 1, firstOf("#", pathEnd, text.length()));
        }
        int illegal = PercentEncoding.firstIllegal(text);
        if (illegal >= 0) {
            found.errors().add(null, illegal, "encoding");
        }
        return found.elements();
    }

    /** Index of the last primary key that only AIs follow; -1 where there is none. */
    private int primaryKey(List<Segment> segments) {
        for (int i = segments.size() - 2; i >= 0; i -= 2) {
            Segment name = segments.get(i);
            ApplicationIdentifier ai = ai(name.from(), name.to());
            if (ai != null && ai.primaryKey() && mayBe(ai, segments.get(i + 1))) {
                return i;
            }
            if (name.isEmpty() || !Digits.only(text.subSequence(name.from(), name.to()))) {
                return -1;
            }
        }
        return -1;
    }

    private void path(List<Segment> segments) {
        List<ApplicationIdentifier> ais = new ArrayList<>(4);
        for (int i = 0; i < segments.size(); i += 2) {
            Segment name = segments.get(i);
            ApplicationIdentifier ai = ai(name.from(), name.to());
            if (ai == null) {
                found.errors().add(null, name.from(), "ai");
                return;
            }
            ais.add(ai);
            add(ai, name.from(), segments.get(i + 1).from(), segments.get(i + 1).to());
        }
        int misplaced = misplaced(ais);
        if (misplaced < ais.size()) {
            found.errors()
                    .add(ais.get(misplaced).ai(), segments.get(2 * misplaced).from(), "qualifier");
        }
    }

    /** Index of the first qualifier that fits none of the orders which the key allows. */
    private static int misplaced(List<ApplicationIdentifier> path) {
        int furthest = 0;
        for (List<String> order : path.get(0).linkQualifiers()) {
            int last = -1;
            int at = 1;
            while (at < path.size() && order.indexOf(path.get(at).ai()) > last) {
                last = order.indexOf(path.get(at).ai());
                at++;
            }
            furthest = Math.max(furthest, at);
        }
        return furthest;
    }

    private void query(int from, int to) {
        for (int start = from; start < to; ) {
            int end = firstOf("&;", start, to);
            int equals = firstOf("=", start, end);
            ApplicationIdentifier ai = ai(start, equals);
            // Parameters that are no AI are somebody's own; digits alone are kept for AIs.
            if (ai != null && ai.dataAttribute() && equals < end) {
                add(ai, start, equals + 1, end);
            } else if (equals > start && Digits.only(text.subSequence(start, equals))) {
                found.errors().add(ai == null ? null : ai.ai(), start, "attribute");
            }
            start = end + 1;
        }
    }

    private void add(ApplicationIdentifier ai, int position, int from, int to) {
        String raw = text.substring(from, to);
        int broken = PercentEncoding.firstBroken(raw);
        if (broken >= 0) {
            found.errors().add(ai.ai(), from + broken, "encoding");
        }
        String value = value(ai, raw);
        found.add(ai, value, position, index -> from + PercentEncoding.rawIndex(raw, index));
    }

    /** Shorter GTINs may stand in a path as they are (URI Syntax 1.4, section 4.5). */
    private static String value(ApplicationIdentifier ai, String raw) {
        String value = PercentEncoding.decode(raw);
        String gtin = ai.ai().equals(GTIN) && value.length() < 14 ? Gtin.normalise(value) : null;
        return gtin == null ? value : gtin;
    }

    /** Whether the next segment has the form of that key: the path of a blog has numbers in it too. */
    private boolean mayBe(ApplicationIdentifier key, Segment segment) {
        Gs1Errors errors = new Gs1Errors();
        FieldCheck.check(key, value(key, text.substring(segment.from(), segment.to())), 0, errors);
        for (Gs1Error error : errors.list()) {
            if (error.rule().equals("length") || error.rule().equals("characters")) {
                return false;
            }
        }
        return true;
    }

    private @Nullable ApplicationIdentifier ai(int from, int to) {
        ApplicationIdentifier ai = AiTable.INSTANCE.at(text, from);
        return ai != null && ai.ai().length() == to - from ? ai : null;
    }

    /** The last one is left out where it is empty: a slash at the end says nothing. */
    private List<Segment> segments(int path, int end) {
        List<Segment> segments = new ArrayList<>(8);
        for (int start = path + 1; start <= end; ) {
            int slash = firstOf("/", start, end);
            segments.add(new Segment(start, slash));
            start = slash + 1;
        }
        int last = segments.size() - 1;
        if (last >= 0 && segments.get(last).isEmpty()) {
            segments.remove(last);
        }
        return segments;
    }

    private int firstOf(String characters, int from, int to) {
        int at = from;
        while (at < to && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
