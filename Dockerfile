# ---- build: the jar

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
# .git stays outside: docker build --build-arg COMMIT="$(git describe --always --abbrev=12 --dirty --exclude='*')"
ARG COMMIT=
COPY mvnw pom.xml ./
COPY src src
# Checks and tests are for ./mvnw verify.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp package -P '!error-prone' -Dmaven.compiler.failOnWarning=false \
        -Dspotless.check.skip -Dmaven.test.skip -Demulator.commit="$COMMIT" \
    && mv target/connect-chat-emulator-*.jar app.jar

# ---- app: the jar on the JRE that it will run on

FROM eclipse-temurin:25-jre AS app
WORKDIR /app
COPY --chmod=755 docker/healthcheck /usr/local/bin/healthcheck
COPY docker/jvm.flags ./
COPY --from=build /build/app.jar ./

# ---- train: one real start, request and stop, from which the JVM keeps what it loaded and linked

FROM app AS train
COPY --chmod=755 docker/train /usr/local/bin/train
RUN train /app/app.aot

# ---- the image

FROM app
LABEL org.opencontainers.image.title="connect-chat-emulator" \
      org.opencontainers.image.description="An emulator of Amazon Connect chat for local development and tests" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=train /app/app.aot ./
# Numbers, so that Kubernetes can tell it is not root. Any other uid will do as well: nothing is written but /tmp.
USER 10001:10001
ENV PORTFILE=/tmp/connect-chat-emulator.port
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=4s --start-period=30s --retries=3 CMD ["/usr/local/bin/healthcheck"]
# A cache that does not fit the JVM's other options is left unused, without a word. The flags stand in a file, because
# JAVA_TOOL_OPTIONS overrides a file and does not override the command line.
ENTRYPOINT ["java", "-XX:Flags=/app/jvm.flags", "-XX:AOTCache=/app/app.aot", "-Xlog:aot=off", "-Xlog:cds=off", "-jar", "/app/app.jar"]
