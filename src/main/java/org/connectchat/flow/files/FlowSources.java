package org.connectchat.flow.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.FlowSettings;
import org.connectchat.flow.FlowSettings.FlowFile;
import org.connectchat.flow.files.SourceFile.Stamp;
import org.connectchat.flow.sample.Sample;
import org.jspecify.annotations.Nullable;

/**
 * The files that should hold flows: those of samples, those of a folder, and those that the settings name.
 *
 * @param folder null if only the settings name files
 */
record FlowSources(@Nullable Path folder, List<FlowFile> entries, List<Sample> samples) {

    /** The files that exist now, and the problems of those that cannot be used. */
    record Listing(List<SourceFile> files, List<FileProblem> problems) {

        /** The time and size of each file, which differ when a file has changed. */
        Map<Path, Stamp> stamps() {
            Map<Path, Stamp> stamps = new LinkedHashMap<>();
            files.forEach(file -> stamps.put(file.path(), file.stamp()));
            return stamps;
        }
    }

    /**
     * The sources of the settings.
     *
     * @param usual the folder that is used without a setting, if it has a {@code .json} file
     */
    static FlowSources of(FlowSettings settings, Path usual) {
        String configured = settings.folder();
        if (configured != null) {
            return new FlowSources(
                    Path.of(configured).toAbsolutePath().normalize(), settings.files(), settings.samples());
        }
        boolean isUsed = Files.isDirectory(usual)
                && !new FlowSources(usual, List.of(), List.of()).list().files().isEmpty();
        return new FlowSources(isUsed ? usual : null, settings.files(), settings.samples());
    }

    boolean isNone() {
        return !canChange() && samples.isEmpty();
    }

    /** Whether there are other sources than samples, which never change. */
    boolean canChange() {
        return folder != null || !entries.isEmpty();
    }

    Listing list() {
        Map<Path, SourceFile> files = new LinkedHashMap<>();
        List<FileProblem> problems = new ArrayList<>();
        samples.stream()
                .distinct()
                .flatMap(sample -> sample.flows().stream())
                .map(SourceFile::of)
                .forEach(file -> files.put(file.path(), file));
        if (folder != null) {
            listFolder(folder, files, problems);
        }
        Path base = folder == null ? Path.of("").toAbsolutePath() : folder;
        for (FlowFile entry : entries) {
            Path path = base.resolve(entry.file()).normalize();
            SourceFile listed = files.get(path);
            SourceFile named = named(path, entry, listed);
            if (named == null) {
                problems.add(FileProblem.error(
                        entry.file(),
                        "does not exist or cannot be read; correct emulator.flows.files or the name of the file"));
            } else if (listed != null && listed.entry() != null) {
                problems.add(FileProblem.error(entry.file(), "emulator.flows.files names this file twice"));
            } else {
                files.put(path, named);
            }
        }
        return new Listing(List.copyOf(files.values()), problems);
    }

    private static void listFolder(Path folder, Map<Path, SourceFile> files, List<FileProblem> problems) {
        if (!Files.isDirectory(folder)) {
            problems.add(FileProblem.error(
                    folder.toString(), "is not a folder; correct emulator.flows.folder, or mount the folder there"));
            return;
        }
        FolderListing listing = new FolderListing(folder, FolderListing.MAX_ENTRIES);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), FolderListing.MAX_DEPTH, listing);
        } catch (IOException e) {
            problems.add(FileProblem.error(folder.toString(), "cannot be read; check its permissions"));
        }
        listing.files()
                .forEach((path, stamp) -> files.put(
                        path, new SourceFile(path, folder.relativize(path).toString(), null, stamp)));
        problems.addAll(listing.problems());
    }

    private static @Nullable SourceFile named(Path path, FlowFile entry, @Nullable SourceFile listed) {
        if (listed != null) {
            return new SourceFile(path, listed.shown(), entry, listed.stamp());
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? new SourceFile(
                            path, entry.file(), entry, new Stamp(attributes.lastModifiedTime(), attributes.size()))
                    : null;
        } catch (IOException e) {
            return null; // the caller reports it as a problem
        }
    }
}
