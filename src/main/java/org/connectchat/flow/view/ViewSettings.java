package org.connectchat.flow.view;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code emulator.views}: the views that both operations called DescribeView know.
 *
 * @param views the views; each id is unique
 */
@ConfigurationProperties("emulator")
public record ViewSettings(@DefaultValue List<@Valid View> views) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A view.
     *
     * @param id also the view token, so it has only characters that a URL path holds without encoding
     * @param template JSON text
     * @param inputSchema JSON text
     */
    public record View(
            @NotNull
            @Pattern(
                    regexp = "[A-Za-z0-9_:$-]{1,500}",
                    message = "must be 1 to 500 of the characters A-Z a-z 0-9 _ - : $, as it is also the view token")
            String id,

            @NotNull @Size(min = 1, max = 255) String name,
            @DefaultValue("1") @Positive int version,
            @NotNull String template,
            @DefaultValue("{}") String inputSchema,
            @DefaultValue List<@Size(min = 1, max = 255) String> actions) {

        @AssertTrue(message = "template must be a JSON text: an object or a list")
        boolean isTemplateJson() {
            return template == null || isJson(template);
        }

        @AssertTrue(message = "input-schema must be a JSON text: an object or a list")
        boolean isInputSchemaJson() {
            return isJson(inputSchema);
        }

        private static boolean isJson(String text) {
            try {
                return JSON.readTree(text).isContainer();
            } catch (JacksonException e) {
                return false;
            }
        }
    }

    @AssertTrue(message = "views must not have two views of the same id")
    boolean isEachIdUnique() {
        return views.stream().map(View::id).distinct().count() == views.size();
    }
}
