package org.quaymark.edge.dock;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes HTML of what the board shows; the templates are compiled into the jar. Thread-safe. */
final class DockPages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, DockPages.class.getClassLoader(), "org.quaymark.edge.dock.pages");
    private final String site;
    private final Map<String, String> assets;
    private volatile Supplier<List<Alarm>> alarms = List::of;

    /** @param assets addresses of the style sheets and scripts: {@code pico}, {@code dock}, {@code script} */
    DockPages(String site, Map<String, String> assets) {
        this.site = site;
        this.assets = assets;
    }

    /** Has the pages show what alarms there are. */
    void alarm(Supplier<List<Alarm>> source) {
        alarms = source;
    }

    /** What everybody should know, as it stands at the top of each page. */
    String alarms(Words words) {
        return render("alarms.jte", Map.of("alarms", alarms.get(), "words", words));
    }

    String letters(List<LetterView> letters, Words words) {
        return render("letters.jte", Map.of("site", site, "letters", letters, "words", words, "assets", assets));
    }

    String overview(List<DockState> docks, Words words) {
        return render(
                "overview.jte",
                Map.of(
                        "site", site,
                        "docks",
                                docks.stream()
                                        .map(dock -> DockView.of(dock, words))
                                        .toList(),
                        "words", words,
                        "alarms", alarms.get(),
                        "assets", assets));
    }

    String wall(DockState dock, Words words) {
        return render(
                "wall.jte",
                Map.of(
                        "site", site,
                        "dock", DockView.of(dock, words),
                        "words", words,
                        "alarms", alarms.get(),
                        "assets", assets));
    }

    String sheet(Words words) {
        return render(
                "sheet.jte",
                Map.of(
                        "site", site,
                        "controls", ControlSheet.controls(words),
                        "selfTest", ControlSheet.selfTest(),
                        "words", words,
                        "assets", assets));
    }

    /** One dock of the overview. */
    String card(DockState dock, Words words) {
        return render("card.jte", Map.of("dock", DockView.of(dock, words), "words", words));
    }

    /** One dock as it fills a wall. */
    String wallPart(DockState dock, Words words) {
        return render("wallpart.jte", Map.of("dock", DockView.of(dock, words), "words", words));
    }

    private String render(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        templates.render(template, parameters, output);
        return output.toString();
    }
}
