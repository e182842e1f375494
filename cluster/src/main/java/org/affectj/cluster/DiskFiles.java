package org.affectj.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;

import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's file system of disks, with permissions set by Java. Without its native library, Hadoop starts a process for
 * each, five for an input: half of what a picture costs.
 */
public final class DiskFiles extends LocalFileSystem {

    /** Opened by Hadoop, by name. */
    public DiskFiles() {
        super(new Raw());
    }

    private static final class Raw extends RawLocalFileSystem {

        @Override
        public void setPermission(final Path path, final FsPermission permission) throws IOException {
            final java.nio.file.Path file = pathToFile(path).toPath();
            if (permission.getStickyBit() || !file.getFileSystem().supportedFileAttributeViews().contains("posix"))
                super.setPermission(path, permission);
            else Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(
                permission.getUserAction().SYMBOL + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL));
        }
    }
}
