package org.connectchat.flow.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.connectchat.flow.files.SourceFile.Stamp;

/**
 * Lists the {@code .json} files below a folder. It follows links, because a ConfigMap that Kubernetes mounts consists of
 * links. It leaves out names that begin with a dot, where such a mount keeps its older versions.
 */
final class FolderListing extends SimpleFileVisitor<Path> {

    /** The files of a folder, and of eight levels of folders below it. */
    static final int MAX_DEPTH = 9;

    private static final int MAX_FILES = 1_000;
    static final int MAX_ENTRIES = 20_000;

    private final Path folder;
    private final int maxEntries;
    private final SortedMap<Path, Stamp> files = new TreeMap<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private int entries;

    /** @param maxEntries how many files and folders are visited at most */
    FolderListing(Path folder, int maxEntries) {
        this.folder = folder;
        this.maxEntries = maxEntries;
    }

    /** The files in the order of their paths. */
    SortedMap<Path, Stamp> files() {
        return files;
    }

    List<FileProblem> problems() {
        return problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (directory.equals(folder)) {
            return FileVisitResult.CONTINUE;
        }
        if (isHidden(directory)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        return isTooMany() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isTooMany()) {
            return FileVisitResult.TERMINATE;
        }
        if (attributes.isDirectory() || isHidden(file) || !SourceFile.isJson(String.valueOf(file.getFileName()))) {
            return FileVisitResult.CONTINUE;
        }
        if (!attributes.isRegularFile()) {
            problems.add(FileProblem.error(shown(file), "is neither a regular file nor a link to one"));
            return FileVisitResult.CONTINUE;
        }
        if (files.size() == MAX_FILES) {
            problems.add(FileProblem.error(folder.toString(), "has more than " + MAX_FILES + " .json files"));
            return FileVisitResult.TERMINATE;
        }
        files.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
        boolean loop = problem instanceof FileSystemLoopException;
        problems.add(FileProblem.error(
                shown(file),
                loop ? "is a link to a folder that contains the link" : "cannot be read; check its permissions"));
        return FileVisitResult.CONTINUE;
    }

    private boolean isTooMany() {
        if (++entries <= maxEntries) {
            return false;
        }
        problems.add(FileProblem.error(
                folder.toString(), "has more than " + maxEntries + " entries; name a folder that has flows only"));
        return true;
    }

    private String shown(Path file) {
        return file.equals(folder) ? folder.toString() : folder.relativize(file).toString();
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
