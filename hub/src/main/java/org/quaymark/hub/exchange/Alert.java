package org.quaymark.hub.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What customs, platforms and right holders are sent: a CloudEvent around an EPCIS document. */
final class Alert {
    /** Media type of a structured CloudEvent. */
    static final String MEDIA_TYPE = JsonFormat.CONTENT_TYPE;

    private static final JsonFormat FORMAT = (JsonFormat) java.util.Objects.requireNonNull(
            EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE), "CloudEvents' JSON format");

    private Alert() {}

    /** The alert's text, JSON. */
    static String of(AlertSubject subject, Moment moment, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MILLIS);
        EpcisEvent event = EpcisEvents.of(subject, moment, time);
        List<ObjectNode> events = moment == Moment.MISREAD
                ? List.of(
                        EpcisJson.event(event),
                        EpcisJson.declaredWrong(EpcisEvents.of(subject, Moment.OPENED, time), time, event))
                : List.of(EpcisJson.event(event));
        CloudEvent cloudEvent = CloudEventBuilder.v1()
                // one event can be the reason of two cases, and each of them is told of it
                .withId(EventHash.of(event) + "#" + subject.caseId())
                .withSource(URI.create("/quaymark/hub"))
                .withType(moment.eventType())
                .withSubject(subject.caseId())
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withData("application/json", JsonCloudEventData.wrap(EpcisJson.document(time, events)))
                .build();
        return new String(FORMAT.serialize(cloudEvent), StandardCharsets.UTF_8);
    }
}
