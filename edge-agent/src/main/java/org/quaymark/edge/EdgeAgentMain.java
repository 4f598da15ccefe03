package org.quaymark.edge;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.DeviceSettings;
import org.quaymark.edge.explain.ExplainCommand;
import org.quaymark.edge.explain.PolicyCommand;
import org.quaymark.edge.scanner.ReadCommand;
import org.quaymark.inspection.device.NoticeRule;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.ByteSize;
import org.quaymark.process.settings.CommandLineMain;
import org.quaymark.process.settings.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The edge agent's command line. */
@Command(
        name = "edge-agent",
        subcommands = {
            ReadCommand.class,
            ExplainCommand.class,
            PolicyCommand.class,
            MqttUserCommand.class,
            RotateKeyCommand.class
        },
        description =
                "Checks goods at the loading dock: takes scans by MQTT, answers each with a verdict, connected or not.")
public final class EdgeAgentMain implements Callable<Integer> {
    @Option(names = "--data", defaultValue = "./data/edge", description = "Directory of the journal and the replica.")
    private Path data = Path.of("data", "edge");

    @Option(names = "--site", defaultValue = "", description = "Site the scanners belong to, such as HAM1.")
    private String site = "";

    @Option(names = "--edge", defaultValue = "edge-1", description = "Name of this edge, unique at the hub.")
    private String edge = "edge-1";

    @Option(names = "--country", description = "Country of the site, where the registry does not say it: DE.")
    private @Nullable String country;

    @Option(names = "--hub", description = "Address of the hub: https://hub.example.")
    private @Nullable URI hub;

    @Secret
    @Option(names = "--enrol", description = "One-time code from 'hub enrol'; needed at the first start only.")
    private @Nullable String enrol;

    @Option(
            names = "--broker",
            defaultValue = "embedded",
            description = "embedded, tcp://host:port or ssl://host:port.")
    private String broker = "embedded";

    @Option(names = "--broker-user", description = "User name at the broker.")
    private @Nullable String brokerUser;

    @Secret
    @Option(names = "--broker-password", description = "Password at the broker.")
    private @Nullable String brokerPassword;

    @Option(
            names = "--shared",
            defaultValue = "false",
            description = "Several edges share the scanners of this site (MQTT 5 shared subscription).")
    private boolean shared;

    @Option(names = "--mqtt-host", defaultValue = "127.0.0.1", description = "Address the embedded broker listens on.")
    private String mqttHost = "127.0.0.1";

    @Option(names = "--mqtt-port", defaultValue = "1883", description = "Port the embedded broker listens on.")
    private int mqttPort = 1883;

    @Option(names = "--http-host", defaultValue = "127.0.0.1", description = "Address the dock page listens on.")
    private String httpHost = "127.0.0.1";

    @Option(names = "--http-port", defaultValue = "8081", description = "Port the dock page listens on.")
    private int httpPort = 8081;

    @Option(names = "--policy", description = "YAML file with the effects of findings; the standard ones without it.")
    private @Nullable Path policy;

    @Option(names = "--registry", description = "NDJSON file that is the registry, for an edge without a hub.")
    private @Nullable Path registry;

    @Option(
            names = "--repeat-window",
            defaultValue = "2s",
            description = "The same data without an id from the same device inside it is the same trigger pull.")
    private Duration repeatWindow = Duration.ofSeconds(2);

    @Option(names = "--locale", defaultValue = "en", description = "Language of the instructions: en de fr es zh ar.")
    private String locale = "en";

    @Option(
            names = "--journal-limit",
            defaultValue = "1GiB",
            description =
                    "Room for entries that no hub has confirmed yet; at the limit verdicts go on, and it is said.")
    private ByteSize journalLimit = new ByteSize(1L << 30);

    @Option(
            names = "--notice-after",
            defaultValue = "5",
            description = "The same fault so many times among a scanner's last readings raises a maintenance notice.")
    private int noticeAfter = 5;

    @Option(
            names = "--notice-window",
            defaultValue = "50",
            description = "How many of a scanner's last readings are looked at for that; 200 at most.")
    private int noticeWindow = 50;

    @Option(
            names = "--notice-clean",
            defaultValue = "10",
            description =
                    "So many clean readings in a row, of codes the fault would have changed, withdraw the notice.")
    private int noticeClean = 10;

    @Option(
            names = "--device-report",
            defaultValue = "5m",
            description = "How often a scanner's counts go into the journal while they change; a notice goes at once.")
    private Duration deviceReport = Duration.ofMinutes(5);

    @Option(names = "--hub-ca", description = "PEM file of the only authorities believed for the hub's https.")
    private @Nullable Path hubCa;

    @Option(names = "--hub-pin", description = "The hub's public key: sha256/ and its base64 SHA-256.")
    private @Nullable String hubPin;

    @Option(names = "--broker-ca", description = "PEM file of the only authorities believed for an ssl:// broker.")
    private @Nullable Path brokerCa;

    @Option(names = "--broker-cert", description = "PEM file of the edge's own certificate for the broker.")
    private @Nullable Path brokerCert;

    @Option(names = "--broker-key", description = "PEM file of that certificate's key (PKCS #8).")
    private @Nullable Path brokerKey;

    @Option(
            names = "--mqtt-users",
            description = "File of the devices that may come to the embedded broker; 'edge-agent mqtt-user' writes it.")
    private @Nullable Path mqttUsers;

    @Option(names = "--mqtt-cert", description = "PEM file of the embedded broker's certificate: it then speaks TLS.")
    private @Nullable Path mqttCert;

    @Option(names = "--mqtt-key", description = "PEM file of that certificate's key (PKCS #8).")
    private @Nullable Path mqttKey;

    @Option(
            names = "--mqtt-anonymous",
            defaultValue = "false",
            description = "Open the embedded broker beyond this machine without users.")
    private boolean mqttAnonymous;

    @Option(
            names = "--uplink-rate",
            defaultValue = "0",
            description = "Bytes a second to the hub at most, such as 64KiB; 0 for as many as the link carries.")
    private ByteSize uplinkRate = new ByteSize(0);

    @Spec
    private @Nullable CommandSpec spec;

    /** Starts the process. */
    public static void main(String[] args) {
        System.exit(CommandLineMain.run(new EdgeAgentMain(), args));
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        EdgeAgent agent = EdgeAgent.start(settings(), Clock.systemUTC(), err::println);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            agent.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        while (!agent.isReady()) {
            if (stopped.await(20, TimeUnit.MILLISECONDS)) {
                return CommandLineMain.SUCCESS;
            }
        }
        out.println("Edge agent " + edge + " at " + site + " is ready: " + agent.addresses());
        stopped.await();
        return CommandLineMain.SUCCESS;
    }

    private EdgeSettings settings() {
        return new EdgeSettings(
                data,
                site,
                edge,
                country,
                hub,
                enrol,
                broker,
                brokerUser,
                brokerPassword,
                shared,
                mqttHost,
                mqttPort,
                httpHost,
                httpPort,
                policy,
                registry,
                repeatWindow,
                Locale.forLanguageTag(locale),
                DeviceSettings.of(notice(), deviceReport),
                journalLimit.bytes(),
                new EdgeLinks(
                        hubCa,
                        hubPin,
                        brokerCa,
                        brokerCert,
                        brokerKey,
                        mqttUsers,
                        mqttCert,
                        mqttKey,
                        mqttAnonymous,
                        uplinkRate.bytes()));
    }

    private NoticeRule notice() {
        try {
            return new NoticeRule(noticeAfter, noticeWindow, noticeClean);
        } catch (IllegalArgumentException e) {
            throw new BadUsage("--notice-after, --notice-window, --notice-clean: " + e.getMessage(), e);
        }
    }
}
