package org.connectchat.bench;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options;

/** StartChatContact as a stub of WireMock: matched by its path, with ids from a template, without a journal. */
public final class WireMockStub {

    private static final String RESPONSE = """
            {"ContactId":"{{randomValue type='UUID'}}","ParticipantId":"{{randomValue type='UUID'}}",\
            "ParticipantToken":"%s"}""".formatted("QVFJ".repeat(153));

    private WireMockStub() {}

    public static void main(String[] arguments) {
        WireMockServer server = new WireMockServer(
                options()
                        .dynamicPort()
                        .disableRequestJournal()
                        .globalTemplating(true)
                        .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER));
        server.stubFor(put("/contact/chat")
                .willReturn(aResponse().withHeader("Content-Type", "application/json").withBody(RESPONSE)));
        server.start();
        System.out.println("Ready on port " + server.port() + ".");
    }
}
