package org.quaymark.process.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Set;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.internal.NetworkModuleService;
import org.eclipse.paho.mqttv5.client.spi.NetworkModuleFactory;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Connections that do not end before Paho has looked. Paho 1.2.5 starts a thread that reads, then looks every 100 ms whether it
 * runs; where the other side has closed by then (a proxy whose broker is away), it looks for ever, and each attempt to connect
 * leaves a thread. Found by Paho through {@code META-INF/services}.
 */
public final class SteadyLinks implements NetworkModuleFactory {
    private static final String STEADY = "steady-";

    /** The address under which Paho connects to that broker steadily, {@code tcp://…} or {@code ssl://…}. */
    public static String to(String broker) {
        return STEADY + broker;
    }

    private static String broker(URI steady) {
        return steady.toString().substring(STEADY.length());
    }

    @Override
    public Set<String> getSupportedUriSchemes() {
        return Set.of(STEADY + "tcp", STEADY + "ssl");
    }

    @Override
    public void validateURI(URI steady) {
        NetworkModuleService.validateURI(broker(steady));
    }

    @Override
    public NetworkModule createNetworkModule(URI steady, MqttConnectionOptions options, String clientId)
            throws MqttException {
        return new Link(NetworkModuleService.createInstance(broker(steady), options, clientId));
    }

    private record Link(NetworkModule plain) implements NetworkModule {
        @Override
        public void start() throws IOException, MqttException {
            plain.start();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new LateEnd(plain.getInputStream());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return plain.getOutputStream();
        }

        @Override
        public void stop() throws IOException {
            plain.stop();
        }

        @Override
        public String getServerURI() {
            return plain.getServerURI();
        }
    }
}
