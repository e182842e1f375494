package org.affectj.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.affectj.AffectException;
import org.affectj.WholeFolder;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/**
 * An input on the disk of the computer that works on it: itself, or a copy.
 *
 * @param source the input
 * @param file itself or its copy
 * @param folder for temporary files, deleted when the task ends
 */
record LocalInput(Source source, Path file, Path folder) {

    /**
     * @param source the input
     * @param hadoop says how file systems are reached
     * @param task deletes the folder at its end
     * @throws IOException if the input can't be read, or was changed since the work was planned
     */
    static LocalInput of(final Source source, final Configuration hadoop, final TaskContext task) throws IOException {
        final Path folder = temporary(task);
        final org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(source.address());
        if ("file".equals(path.toUri().getScheme()))
            return new LocalInput(source, Path.of(path.toUri().getPath()), folder);
        final FileSystem files = path.getFileSystem(hadoop);
        if (!isAsPlanned(source, hadoop)) throw new IOException("it was changed since the work began");
        final Path copy = Files.createDirectory(folder.resolve("input")).resolve(path.getName());
        files.copyToLocalFile(false, path, new org.apache.hadoop.fs.Path(copy.toUri()), true);
        return new LocalInput(source, copy, folder);
    }

    /**
     * @return whether the input has the size and time that it had when the work was planned
     * @throws IOException if its file system can't be asked
     */
    static boolean isAsPlanned(final Source source, final Configuration hadoop) throws IOException {
        final org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(source.address());
        try {
            final FileStatus now = path.getFileSystem(hadoop).getFileStatus(path);
            return now.getLen() == source.size() && now.getModificationTime() == source.modified();
        } catch (final FileNotFoundException e) {
            return false;
        }
    }

    /** @return a folder for temporary files that is deleted when the task ends */
    static Path temporary(final TaskContext task) throws IOException {
        final Path folder = Files.createTempDirectory("affectj-");
        task.addTaskCompletionListener((TaskCompletionListener) ended -> delete(folder));
        return folder;
    }

    /** @return a message that tells copies by their address, files as a batch tells them */
    String tell(final String message) {
        return message.replace(file.toString(),
            source.address().startsWith("file:") ? file.toString() : source.address());
    }

    private static void delete(final Path folder) {
        try {
            WholeFolder.delete(folder);
        } catch (final IOException e) {
            throw new AffectException("The folder '" + folder + "' can't be deleted: see who holds its files.", e);
        }
    }
}
