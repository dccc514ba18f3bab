package org.connectchat.flow.files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.files.SourceFile.Stamp;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.store.StoredFlow;

/**
 * The flows and modules of all files, as they were last read.
 *
 * @param flows the flow of each file; a file that has an error now keeps the flow that it had before
 * @param stamps time and size of each file when it was read
 */
record FilesRead(Map<Path, StoredFlow> flows, List<FileProblem> problems, Map<Path, Stamp> stamps) {

    static final FilesRead NONE = new FilesRead(Map.of(), List.of(), Map.of());

    private record Name(FlowType type, String name) {}

    /** Reads all files again. */
    static FilesRead after(FilesRead before, FlowSources.Listing listing, FlowFileReader reader) {
        Map<Path, StoredFlow> flows = new LinkedHashMap<>();
        List<FileProblem> problems = new ArrayList<>(listing.problems());
        Map<String, String> filesById = new HashMap<>();
        Map<Name, String> filesByName = new HashMap<>();
        for (SourceFile file : listing.files()) {
            FlowFileReader.Result read = reader.read(file);
            problems.addAll(read.problems());
            StoredFlow flow = read.flow() == null ? before.flows().get(file.path()) : read.flow();
            if (flow == null) {
                continue;
            }
            String kind = flow.type() == FlowType.MODULE ? "module " : "flow ";
            String sameId = filesById.putIfAbsent(kind + flow.id(), file.shown());
            String sameName = filesByName.putIfAbsent(new Name(flow.type(), flow.name()), file.shown());
            if (sameId != null || sameName != null) {
                String same = sameId == null ? "name" : "id";
                String other = sameId == null ? String.valueOf(sameName) : sameId;
                problems.add(FileProblem.error(
                        file.shown(),
                        "has the same " + same + " as " + other + "; give it another " + same
                                + " in emulator.flows.files"));
            } else {
                flows.put(file.path(), flow);
            }
        }
        return new FilesRead(flows, List.copyOf(problems), listing.stamps());
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(FileProblem::isError);
    }

    FlowReload reload(Instant now) {
        int modules = (int) flows.values().stream()
                .filter(flow -> flow.type() == FlowType.MODULE)
                .count();
        return new FlowReload(now, flows.size() - modules, modules, problems);
    }
}
