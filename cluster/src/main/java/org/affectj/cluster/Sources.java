package org.affectj.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.affectj.AffectException;
import org.affectj.batch.Inputs;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * The inputs that a user names, on any file system that Hadoop knows: the same ones, in the same order, that
 * {@link Inputs} takes from a disk.
 *
 * @param hadoop says how file systems are reached
 * @param choice which files of folders are taken
 * @param recursive whether to look into folders within folders
 */
record Sources(Configuration hadoop, Inputs choice, boolean recursive) {

    /**
     * @param named addresses of files and folders; one without a scheme lies on Hadoop's default file system
     * @param output folder of results, left out
     * @return the files, in order, without names for their results; one that isn't there has no size
     * @throws AffectException if a folder can't be read or holds no picture or video
     */
    List<Source> list(final List<String> named, final org.apache.hadoop.fs.Path output) {
        final Map<String, Source> sources = new LinkedHashMap<>();
        for (final String address : named) {
            try {
                final org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(address);
                final FileSystem files = path.getFileSystem(hadoop);
                for (final Source source : list(files, files.makeQualified(path), output))
                    sources.putIfAbsent(source.address(), source);
            } catch (final IOException | IllegalArgumentException e) {
                throw new AffectException("The input '" + address + "' can't be looked for (" + e.getMessage()
                    + "): see that Spark's computers reach it and that you may open it.", e);
            }
        }
        return List.copyOf(sources.values());
    }

    private List<Source> list(final FileSystem files, final org.apache.hadoop.fs.Path path,
        final org.apache.hadoop.fs.Path output) throws IOException
    {
        final FileStatus status;
        try {
            status = files.getFileStatus(path);
        } catch (final FileNotFoundException e) {
            return List.of(new Source(path.toString(), Source.MISSING, 0, "")); // reported when its turn comes
        }
        if (!status.isDirectory()) return List.of(source(status));
        final Map<String, Source> found = new TreeMap<>(Comparator.naturalOrder());
        collect(files, path, "", output, found);
        if (found.isEmpty()) throw new AffectException("The folder '" + path
            + "' holds no picture or video that the patterns leave: name the files, another folder or other patterns.");
        return new ArrayList<>(found.values());
    }

    private void collect(final FileSystem files, final org.apache.hadoop.fs.Path folder, final String inFolder,
        final org.apache.hadoop.fs.Path output, final Map<String, Source> found) throws IOException
    {
        for (final FileStatus status : files.listStatus(folder)) {
            final String name = status.getPath().getName();
            final String relative = inFolder + name;
            if (!status.isDirectory()) {
                if (choice.takes(Path.of(relative), Path.of(relative))) found.put(relative, source(status));
            } else if (recursive && !name.startsWith(".") && !status.getPath().equals(output))
                collect(files, status.getPath(), relative + "/", output, found);
        }
    }

    private static Source source(final FileStatus status) {
        return new Source(status.getPath().toString(), status.getLen(), status.getModificationTime(), "");
    }
}
