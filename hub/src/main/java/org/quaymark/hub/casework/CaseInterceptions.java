package org.quaymark.hub.casework;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.registry.RegistryAuthority;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;

/**
 * What a case makes the docks do, by the registry. Held goods are named by an interception; freed goods by the same one
 * with the effect PASS, a clearance.
 *
 * <p>Only a parcel or a unit is ever cleared, and nothing wider than a lot is ever held: one case must not let a whole lot
 * through, nor stop a product everywhere.
 */
@Singleton
final class CaseInterceptions {
    private final RegistryAuthority registry;

    CaseInterceptions(RegistryAuthority registry) {
        this.registry = registry;
    }

    /**
     * Has the registry follow a case to its new status, in the open transaction.
     *
     * @param detail of the step: what was done is put there
     * @return id of the interception the case now has, null where it has none
     */
    @Nullable
    String follow(CaseFile file, CaseStatus to, Request request, Map<String, String> detail) {
        if (to == file.status() && request.action() != CaseAction.DETAIN) {
            return file.interception();
        }
        return switch (to) {
            case DETAINED -> hold(file, request, detail);
            case RELEASED, REINSTATED, GENUINE -> clear(file, request, detail);
            case SCANNER_FAULT, REGISTRY_GAP, DESTROYED -> lift(file, request, detail);
            case NEW, ASSIGNED, INFORMATION_REQUESTED, REFERRED, INFRINGEMENT_CONFIRMED, MERGED -> file.interception();
        };
    }

    private @Nullable String hold(CaseFile file, Request request, Map<String, String> detail) {
        if (file.parcel() == null && (file.gtin() == null || (file.serial() == null && file.lot() == null))) {
            detail.put("interception", "none: the case names neither parcel, unit nor lot");
            return file.interception();
        }
        return put(file, Effect.HOLD, InterceptionStatus.ACTIVE, request, detail);
    }

    private @Nullable String clear(CaseFile file, Request request, Map<String, String> detail) {
        if (file.parcel() == null && (file.gtin() == null || file.serial() == null)) {
            return lift(file, request, detail);
        }
        return put(file, Effect.PASS, InterceptionStatus.ACTIVE, request, detail);
    }

    private @Nullable String lift(CaseFile file, Request request, Map<String, String> detail) {
        if (file.interception() == null) {
            return null;
        }
        return put(file, Effect.HOLD, InterceptionStatus.LIFTED, request, detail);
    }

    /** A hold of a case's parcel, or where it has none of its unit; null where it names neither. */
    static @Nullable Interception stopping(CaseFile file, InterceptionStatus status, String reason, String actor) {
        boolean byParcel = file.parcel() != null;
        if (!byParcel && (file.gtin() == null || file.serial() == null)) {
            return null;
        }
        return new Interception(
                idOf(file),
                file.parcel(),
                byParcel ? null : file.gtin(),
                null,
                byParcel ? null : file.serial(),
                null,
                Effect.HOLD.name(),
                reason,
                actor,
                null,
                status);
    }

    private static String idOf(CaseFile file) {
        return "CASE-" + file.id();
    }

    private String put(
            CaseFile file, Effect effect, InterceptionStatus status, Request request, Map<String, String> detail) {
        boolean byParcel = file.parcel() != null;
        String id = idOf(file);
        Interception interception = new Interception(
                id,
                file.parcel(),
                byParcel ? null : file.gtin(),
                byParcel || file.serial() != null ? null : file.lot(),
                byParcel ? null : file.serial(),
                null,
                effect.name(),
                request.ground(),
                request.actor(),
                null,
                status);
        registry.apply(List.of(interception), request.actor());
        detail.put("interception", id);
        detail.put("effect", status == InterceptionStatus.LIFTED ? "lifted" : effect.name());
        return id;
    }
}
