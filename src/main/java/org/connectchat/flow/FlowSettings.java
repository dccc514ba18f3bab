package org.connectchat.flow;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.sample.Sample;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.flows}: where flows come from and when they start (rules F38, F75 and F77).
 *
 * @param folder the folder whose {@code .json} files are flows and modules; null for {@code /flows}, if that has any
 * @param files the id, name and type of single files; they may be outside the folder
 * @param strict whether a file that Amazon Connect would refuse to publish also stops the start
 * @param start when a flow starts
 * @param samples flows that ship with the emulator, with the settings that they need
 */
@ConfigurationProperties("emulator.flows")
public record FlowSettings(
        @Nullable @Size(min = 1) String folder,
        @DefaultValue List<@NotNull @Valid FlowFile> files,
        @DefaultValue("false") boolean strict,
        @DefaultValue("on-connect") Start start,
        @DefaultValue List<@NotNull Sample> samples) {

    /** When a flow starts. */
    public enum Start {
        /** When the customer is connected. */
        ON_CONNECT,
        /** When the chat is started. */
        ON_START
    }

    /**
     * One file.
     *
     * @param file its path, relative to the folder or absolute
     * @param id the id of its flow; null for the file's name without {@code .json}
     * @param name the name of its flow; null for the file's name without {@code .json}
     * @param type the type of its flow; null for {@code Metadata.type} of the content, or CONTACT_FLOW
     */
    public record FlowFile(
            @NotNull @Size(min = 1) String file,

            @Nullable @Size(min = 1, max = 500) @Pattern(regexp = "[^:/]*", message = "must not have : or /")
            String id,

            @Nullable @Size(min = 1, max = 256) String name,
            @Nullable FlowType type) {}
}
