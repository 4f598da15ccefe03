package org.quaymark.hub.exchange;

import java.util.Map;

/** Names of EPCIS 2.0 and CBV 2.0, and the URIs of ours. */
final class EpcisVocabulary {
    static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    static final String DIGITAL_LINK = "https://id.gs1.org";
    static final String BIZ_STEP = "https://ref.gs1.org/cbv/BizStep-";
    static final String DISPOSITION = "https://ref.gs1.org/cbv/Disp-";

    /** Namespace of the fields that EPCIS has no name for. */
    static final String NAMESPACE = "https://quaymark.org/ns/";

    static final String PREFIX = "quaymark";
    static final Map<String, String> OWN_CONTEXT = Map.of(PREFIX, NAMESPACE);

    private EpcisVocabulary() {}
}
