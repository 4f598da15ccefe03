# One file, three images: docker build --target hub|edge-agent|device-sim .
# The build stage needs only a JDK and the distribution's Maven. Behind a proxy or a mirror: --build-arg HTTP_PROXY=…,
# --secret id=maven-settings,src=$HOME/.m2/settings.xml and, where its certificate is one's own,
# --secret id=truststore,src=/etc/ssl/certs/java/cacerts. Jars that are already built: --build-context jars=DIRECTORY.
ARG JDK=eclipse-temurin:25-jdk
ARG JRE=eclipse-temurin:25-jre

FROM ${JDK} AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends maven \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked \
    --mount=type=secret,id=maven-settings,target=/root/.m2/settings.xml \
    --mount=type=secret,id=truststore \
    if [ -s /run/secrets/truststore ]; then export MAVEN_OPTS=-Djavax.net.ssl.trustStore=/run/secrets/truststore; fi; \
    mvn -B -ntp -q -Dmaven.test.skip -Dspotless.check.skip package

FROM scratch AS jars
COPY --from=build /src/hub/target/hub.jar /src/edge-agent/target/edge-agent.jar /src/device-sim/target/device-sim.jar /

FROM ${JRE} AS runtime
RUN groupadd --gid 10001 quaymark \
 && useradd --uid 10001 --gid quaymark --home-dir /data --no-create-home --shell /usr/sbin/nologin quaymark \
 && install -d -o quaymark -g quaymark -m 0750 /data \
 && install -d -o quaymark -g quaymark -m 0755 /run/quaymark /run/quaymark/database /run/quaymark/keys
COPY --chmod=755 docker/healthy /opt/quaymark/healthy
WORKDIR /data
ENV QUAYMARK_DATA=/data
USER quaymark
STOPSIGNAL SIGTERM

FROM runtime AS hub
COPY --chmod=755 docker/database-password docker/first-keys /opt/quaymark/
COPY --from=jars /hub.jar /opt/quaymark/hub.jar
ENV QUAYMARK_HTTP_HOST=0.0.0.0
EXPOSE 8080
VOLUME /data
HEALTHCHECK --interval=5s --timeout=6s --start-period=90s --retries=3 CMD ["/opt/quaymark/healthy", "8080"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "/opt/quaymark/hub.jar"]

FROM runtime AS edge-agent
COPY --from=jars /edge-agent.jar /opt/quaymark/edge-agent.jar
ENV QUAYMARK_HTTP_HOST=0.0.0.0
EXPOSE 8081 1883
VOLUME /data
HEALTHCHECK --interval=5s --timeout=6s --start-period=90s --retries=3 CMD ["/opt/quaymark/healthy", "8081"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "/opt/quaymark/edge-agent.jar"]

FROM runtime AS device-sim
COPY --from=jars /device-sim.jar /opt/quaymark/device-sim.jar
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "/opt/quaymark/device-sim.jar"]
