package org.quaymark.inspection.gs1;

import java.util.List;

/**
 * An application identifier and the format of its data (GenSpecs 3).
 *
 * @param index its place in the table
 * @param predefinedLength whether no separator follows it (GenSpecs 7.8.5, figure 7.8.5-2)
 * @param dataAttribute whether a Digital Link may carry it in its query
 * @param required each group must hold: one of its alternatives, which are AIs that come together
 * @param excluded patterns of AIs that may not come with it
 * @param linkQualifiers alternative orders of qualifiers in a Digital Link path; empty where it is no primary key
 */
record ApplicationIdentifier(
        int index,
        String ai,
        boolean predefinedLength,
        boolean dataAttribute,
        List<Component> components,
        List<List<List<String>>> required,
        List<String> excluded,
        List<List<String>> linkQualifiers,
        int minLength,
        int maxLength,
        String title) {

    ApplicationIdentifier(
            int index,
            String ai,
            boolean predefinedLength,
            boolean dataAttribute,
            List<Component> components,
            List<List<List<String>>> required,
            List<String> excluded,
            List<List<String>> linkQualifiers,
            String title) {
        this(
                index,
                ai,
                predefinedLength,
                dataAttribute,
                components,
                required,
                excluded,
                linkQualifiers,
                components.stream()
                        .filter(c -> !c.optional())
                        .mapToInt(Component::min)
                        .sum(),
                components.stream().mapToInt(Component::max).sum(),
                title);
    }

    boolean primaryKey() {
        return !linkQualifiers.isEmpty();
    }
}
