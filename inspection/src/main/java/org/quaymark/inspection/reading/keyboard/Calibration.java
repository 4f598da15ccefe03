package org.quaymark.inspection.reading.keyboard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Learns from the self-test codes of {@link CalibrationSheet} what a device does. */
public final class Calibration {
    private Calibration() {}

    /**
     * What the device does, from the texts it sent for the sheet's codes, in any order and repeated or not. Texts that are
     * no self-test codes are passed over. Learned means proved: distorting the codes with the profile gives exactly what
     * arrived.
     */
    public static CalibrationOutcome learn(List<String> reported) {
        Map<Integer, String> texts = new TreeMap<>();
        for (String text : reported) {
            Optional<SheetReading> reading = SheetReading.of(text);
            if (reading.isPresent()) {
                texts.put(reading.get().number(), text);
            }
        }
        List<Integer> missing = new ArrayList<>();
        for (int number = 1; number <= CalibrationSheet.count(); number++) {
            if (!texts.containsKey(number)) {
                missing.add(number);
            }
        }
        if (!missing.isEmpty()) {
            return new CalibrationOutcome.Incomplete(missing);
        }
        return learnAll(List.copyOf(texts.values()));
    }

    /** Where that explains nothing, another character may arrive as the separator does: each is tried, and one alone must do. */
    private static CalibrationOutcome learnAll(List<String> texts) {
        CalibrationOutcome plain = learn(texts, SheetReading.NONE);
        Set<CalibrationOutcome> learned = new HashSet<>();
        for (char like = '!'; like < 127 && !(plain instanceof CalibrationOutcome.Learned); like++) {
            if (like != CalibrationSheet.SEPARATOR
                    && learn(texts, like) instanceof CalibrationOutcome.Learned explained) {
                learned.add(explained);
            }
        }
        return learned.size() == 1 ? learned.iterator().next() : plain;
    }

    private static CalibrationOutcome learn(List<String> texts, char like) {
        List<SheetReading> readings = new ArrayList<>();
        for (String text : texts) {
            Optional<SheetReading> reading = SheetReading.of(text, like);
            if (reading.isEmpty()) {
                return new CalibrationOutcome.Refused("Some test has no end");
            }
            readings.add(reading.get());
        }
        return learn(readings, texts);
    }

    private static CalibrationOutcome learn(List<SheetReading> readings, List<String> texts) {
        LearnedKeys keys = new LearnedKeys(readings.get(0).separator());
        for (SheetReading reading : readings) {
            for (int i = 0; i < reading.results().size(); i++) {
                String test = CalibrationSheet.tests(reading.number()).get(i);
                if (!keys.learn(test, reading.results().get(i))) {
                    return new CalibrationOutcome.Refused(
                            "What arrived for " + test + " contradicts what arrived before");
                }
            }
        }
        KeyMap map = keys.map();
        Optional<DeviceProfile> profile = around(readings.get(0), map, keys.marksDeadKeys());
        if (profile.isEmpty()) {
            return new CalibrationOutcome.Refused("The header is not what the other characters make it");
        }
        for (int i = 0; i < texts.size(); i++) {
            SheetReading reading = readings.get(i);
            String header = reading.head();
            String code = map.distort(CalibrationSheet.codes().get(i), keys.marksDeadKeys());
            String headed = header.substring(
                    0,
                    header.length() - distortedHeader(map, keys.marksDeadKeys()).length());
            if (!texts.get(i).equals(headed + code + profile.get().suffix())) {
                return new CalibrationOutcome.Refused(
                        "Code " + reading.number() + " is not explained by what was learned");
            }
        }
        return new CalibrationOutcome.Learned(profile.get());
    }

    private static String distortedHeader(KeyMap map, boolean marked) {
        return map.distort(CalibrationSheet.HEADER, marked);
    }

    /** What stands before the header: the symbology identifier, where one is seen, and what the device puts around it. */
    private static Optional<DeviceProfile> around(SheetReading reading, KeyMap map, boolean marked) {
        String header = distortedHeader(map, marked);
        if (!reading.head().endsWith(header)) {
            return Optional.empty();
        }
        String before = reading.head().substring(0, reading.head().length() - header.length());
        String prefix = before;
        String inner = "";
        for (String identifier : Fingerprints.IDENTIFIERS) {
            String arrives = map.distort(identifier, marked);
            int at = arrives.length() < 2 ? -1 : before.indexOf(arrives);
            if (at >= 0) {
                prefix = before.substring(0, at);
                inner = before.substring(at + arrives.length());
                break;
            }
        }
        return Optional.of(profile(map, prefix, inner, reading.tail(), marked));
    }

    private static DeviceProfile profile(KeyMap map, String prefix, String inner, String suffix, boolean marked) {
        Map<String, String> keys = new TreeMap<>();
        List<String> dead = new ArrayList<>();
        for (char c = '!'; c < 127; c++) {
            if (!map.typed(c).equals(String.valueOf(c))) {
                keys.put(String.valueOf(c), map.typed(c));
            }
            if (map.isDead(c)) {
                dead.add(String.valueOf(c));
            }
        }
        Map<String, String> composed = new TreeMap<>();
        map.composed()
                .forEach((pair, arrives) ->
                        composed.put("" + KeyMap.first(pair) + KeyMap.last(pair), String.valueOf((char) arrives)));
        return new DeviceProfile(prefix, inner, suffix, map.groupSeparator(), keys, dead, composed, marked);
    }
}
