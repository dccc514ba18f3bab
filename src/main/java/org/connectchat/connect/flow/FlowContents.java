package org.connectchat.connect.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectchat.connect.ConnectError;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowRefusedException;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;
import org.connectchat.flow.module.ModuleCheck;
import org.connectchat.flow.store.CheckedContent;
import org.connectchat.flow.store.FlowContentCheck;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.ModuleContract;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.json.JsonMappers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Turns the Content of a request into content of the store, or into the error of the service (rules F83 and F85). */
@Component
public final class FlowContents {

    /** The maximum of the list in AWS's service model. */
    private static final int MAX_PROBLEMS = 50;

    private static final JsonFactory JSON = JsonMappers.keepingNoNames(JsonFactory.builder())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(FlowRules.MAX_CONTENT_CHARACTERS)
                    .build())
            .build();

    private final FlowContentCheck check;
    private final FlowStore store;

    FlowContents(FlowContentCheck check, FlowStore store) {
        this.check = check;
        this.store = store;
    }

    /**
     * Checks the content of a flow that is published.
     *
     * @throws AwsException with every problem, if there is one
     */
    StoredContent published(String instanceId, String text, FlowType type) {
        CheckedContent checked = read(text, type);
        List<Problem> problems = new ArrayList<>(checked.problems());
        problems.addAll(ofCalls(instanceId, checked.content()));
        requireNone(problems, ConnectError.INVALID_CONTACT_FLOW, "problems");
        return StoredContent.of(text, checked.content());
    }

    /**
     * Checks the content of a module, which is always published.
     *
     * @throws AwsException with every problem, if there is one
     */
    public StoredContent ofModule(String instanceId, String text, ModuleContract contract) {
        CheckedContent checked = read(text, FlowType.MODULE);
        List<Problem> problems = new ArrayList<>(checked.problems());
        problems.addAll(ofCalls(instanceId, checked.content()));
        problems.addAll(ofReturns(checked.content(), contract));
        requireNone(problems, ConnectError.INVALID_CONTACT_FLOW_MODULE, "Problems");
        return StoredContent.of(text, checked.content());
    }

    /**
     * The contract of a module.
     *
     * @throws AwsException if the settings are no JSON object
     */
    public ModuleContract contract(@Nullable String settings, @Nullable Boolean externalInvocation) {
        try {
            return ModuleContract.of(settings, externalInvocation);
        } catch (FlowRefusedException e) {
            throw noFlow(e.problems().get(0).explanation());
        }
    }

    /**
     * Requires that a module returns what its new contract declares (rule F88).
     *
     * @throws AwsException with every problem, if there is one
     */
    public void requireReturns(StoredFlow module, ModuleContract contract) {
        FlowContent content =
                module.published() == null ? null : module.published().parsed();
        if (content != null) {
            requireNone(ofReturns(content, contract), ConnectError.INVALID_CONTACT_FLOW_MODULE, "Problems");
        }
    }

    /** Rule F88: a module that the instance does not have is not checked. */
    private List<Problem> ofCalls(String instanceId, FlowContent content) {
        return ModuleCheck.ofCalls(content, id -> {
            StoredFlow module = store.module(instanceId, id, null);
            return module == null ? null : module.declaration();
        });
    }

    private static List<Problem> ofReturns(FlowContent content, ModuleContract contract) {
        return contract.declaration() == null ? List.of() : ModuleCheck.ofReturns(content, contract.declaration());
    }

    private static void requireNone(List<Problem> problems, ConnectError error, String member) {
        if (!problems.isEmpty()) {
            throw refused(problems, error, member);
        }
    }

    private CheckedContent read(String text, FlowType type) {
        try {
            CheckedContent checked = check.check(text, type);
            if (type == FlowType.MODULE && checked.content().settings() == null) {
                // Rule F88; the spelling of the member is the service's.
                throw noFlow("JSON field is missing or null for field name: settings");
            }
            return checked;
        } catch (FlowRefusedException e) {
            throw noFlow(e.problems().get(0).explanation());
        }
    }

    /**
     * Checks only the JSON of content that is saved and not published.
     *
     * @throws AwsException if it is not a JSON object
     */
    StoredContent saved(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noFlow("The content must be one JSON object");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw noFlow("The content has more than one value");
            }
        } catch (JacksonException e) {
            throw noFlow("The content is not valid JSON");
        }
        return StoredContent.of(text, null);
    }

    private static AwsException noFlow(String message) {
        return new AwsException(ConnectError.INVALID_REQUEST, message);
    }

    private static AwsException refused(List<Problem> problems, ConnectError error, String member) {
        List<Map<String, String>> details = problems.stream()
                .limit(MAX_PROBLEMS)
                .map(problem -> Map.of("message", problem.message()))
                .toList();
        return new AwsException(error, problems.get(0).message(), Map.of(member, details));
    }
}
