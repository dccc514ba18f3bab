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
 * What all files hold.
 *
 * @param flows by file; of a file that has become wrong it is what the file held before
 * @param stamps of the files when they were read
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
                String other = sameId == null ? String.valueOf(sameName) : sameId;
                problems.add(FileProblem.error(
                        file.shown(),
                        "has the " + (sameId == null ? "name" : "id") + " of " + other
                                + "; give it another one in emulator.flows.files"));
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
