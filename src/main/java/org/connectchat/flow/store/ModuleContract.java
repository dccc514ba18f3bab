package org.connectchat.flow.store;

import org.connectchat.flow.language.FlowReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a module has and a flow does not (rule F88).
 *
 * @param settings the text of the settings as the caller sent it; null if there are none
 * @param declaration the settings as JSON, which declare input, result data and results; null if there are none
 * @param externalInvocation whether it may be invoked from outside; null if no call has set that
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlowModule.html">Settings</a>
 */
public record ModuleContract(
        @Nullable String settings,
        @Nullable JsonNode declaration,
        @Nullable Boolean externalInvocation) {

    public static final ModuleContract NONE = new ModuleContract(null, null, null);

    /**
     * The contract of a module.
     *
     * @param settings the text of a JSON object; null or empty if there are none
     */
    public static ModuleContract of(@Nullable String settings, @Nullable Boolean externalInvocation) {
        JsonNode declaration = settings == null ? null : FlowReader.readObject(settings);
        return new ModuleContract(settings, declaration, externalInvocation);
    }
}
