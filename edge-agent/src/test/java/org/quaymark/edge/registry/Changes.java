package org.quaymark.edge.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/** Changes of a registry, as a feed would bring them. */
public final class Changes {
    private static final String SHOE = "09506000134352";
    private long sequence;

    /** A shoe told apart by serial, a cream by lot, a mark, a licence, a site, a manifest of one shoe. */
    public void fill(Replica replica) {
        apply(
                replica,
                "{'type':'site','id':'HAM1','country':'DE','latitude':53.5,'longitude':9.9,'timezone':'Europe/Berlin'}",
                "{'type':'prefix','prefix':'9506000','holder':'acme'}",
                "{'type':'product','gtin':'" + SHOE + "','holder':'acme','serialisation':'serial','rights':['M1'],"
                        + "'name':'Trail Runner','unitWeightGrams':640}",
                "{'type':'product','gtin':'09506000134369','holder':'acme','serialisation':'batch','name':'Cream'}",
                "{'type':'right','id':'M1','kind':'trademark','holder':'acme','territories':['EU'],'status':'registered'}",
                "{'type':'batch','gtin':'" + SHOE
                        + "','lot':'L1','expiry':'2030-01-01','markets':['EEA'],'status':'released'}",
                "{'type':'batch','gtin':'" + SHOE
                        + "','lot':'L2','expiry':'2030-01-01','markets':['US'],'status':'released'}",
                "{'type':'batch','gtin':'09506000134369','lot':'L1','status':'released'}",
                "{'type':'manifest','parcel':'PARCEL-2','items':[{'gtin':'" + SHOE + "','quantity':1}]}",
                "{'type':'serials','gtin':'" + SHOE + "','lot':'L1','serials':['A1','A2','A3','A4','A5']}");
    }

    /** One of many changes. */
    public void any(Replica replica, Random random) {
        String serial = "A" + random.nextInt(6);
        apply(
                replica,
                switch (random.nextInt(10)) {
                    case 0 ->
                        "{'type':'serials','gtin':'" + SHOE + "','lot':'L1','serials':['" + serial + "'],'status':'"
                                + (random.nextBoolean() ? "sold" : "stolen") + "'}";
                    case 1 -> "{'type':'serials','gtin':'" + SHOE + "','serials':['" + serial + "'],'deleted':true}";
                    case 2 ->
                        "{'type':'serials','gtin':'" + SHOE + "','lot':'L2','serials':['N" + random.nextInt(50) + "','"
                                + serial + "']}";
                    case 3 ->
                        "{'type':'batch','gtin':'" + SHOE + "','lot':'L1','markets':['EEA'],'status':'"
                                + (random.nextBoolean() ? "recalled" : "released") + "'}";
                    case 4 ->
                        "{'type':'interception','id':'I" + random.nextInt(3) + "','gtin':'" + SHOE
                                + "','serial':'" + serial + "','effect':'" + (random.nextBoolean() ? "HOLD" : "PASS")
                                + "','status':'active'}";
                    case 5 -> "{'type':'interception','id':'I" + random.nextInt(3) + "','deleted':true}";
                    case 6 ->
                        "{'type':'right','id':'M1','kind':'trademark','holder':'acme','territories':['EU'],'status':'"
                                + (random.nextBoolean() ? "expired" : "registered") + "'}";
                    case 7 ->
                        "{'type':'licence','id':'C1','licensor':'acme','licensee':'trader-1','rights':['M1'],"
                                + "'territories':['EEA'],'status':'" + (random.nextBoolean() ? "active" : "suspended")
                                + "'}";
                    case 8 ->
                        "{'type':'party','id':'trader-2','name':'T','status':'"
                                + (random.nextBoolean() ? "suspended" : "active") + "'}";
                    default ->
                        "{'type':'manifest','parcel':'PARCEL-" + random.nextInt(4) + "','items':[{'gtin':'" + SHOE
                                + "','quantity':" + random.nextInt(3) + "}]}";
                });
    }

    /** Units of the shoe. */
    public void serials(Replica replica, String serial) {
        apply(replica, "{'type':'serials','gtin':'" + SHOE + "','lot':'L1','serials':['" + serial + "']}");
    }

    /** An authority wants a unit held. */
    public void interception(Replica replica, String gtin, String serial, String reason) {
        apply(
                replica,
                "{'type':'interception','id':'I9','gtin':'" + gtin + "','serial':'" + serial + "','effect':'HOLD',"
                        + "'status':'active','reason':'" + reason + "'}");
    }

    /** Goes on with a higher number, as if changes had come meanwhile. */
    public void skip(long changes) {
        sequence += changes;
    }

    private void apply(Replica replica, String... lines) {
        List<Replica.Change> changes = new ArrayList<>();
        try {
            for (String line : lines) {
                changes.add(new Replica.Change(++sequence, RegistryJson.read(line.replace('\'', '"'))));
            }
        } catch (InvalidLine e) {
            throw new AssertionError(e.reason(), e);
        }
        Instant now = Instant.now();
        replica.apply(changes, new ReplicaHead("e1", sequence, HashChain.empty().head(), now, now), null);
    }
}
