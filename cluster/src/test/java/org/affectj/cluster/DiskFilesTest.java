package org.affectj.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Writes files by Hadoop as a job does. */
@DisabledOnOs(OS.WINDOWS)
class DiskFilesTest {

    @TempDir
    private java.nio.file.Path folder;

    @Test
    void setsPermissionsAsHadoopDoes() throws IOException {
        final Configuration hadoop = new Configuration();
        hadoop.set("fs.permissions.umask-mode", "027");
        final FileSystem plain = FileSystem.newInstance(folder.toUri(), hadoop);
        hadoop.set("fs.file.impl", DiskFiles.class.getName());
        final FileSystem disk = FileSystem.newInstance(folder.toUri(), hadoop);
        assertEquals(DiskFiles.class, disk.getClass());
        assertEquals(made(plain, "plain"), made(disk, "disk"));
        assertEquals("rw-r----- rwxr-x--- r-x--x-w-", made(disk, "again"));
    }

    private String made(final FileSystem files, final String name) throws IOException {
        final java.nio.file.Path file = folder.resolve(name + "/new/file");
        files.create(new Path(file.toUri())).close();
        final java.nio.file.Path odd = Files.createFile(folder.resolve(name + "/odd"));
        files.setPermission(new Path(odd.toUri()), new FsPermission((short) 0512));
        return permissions(file) + " " + permissions(file.getParent()) + " " + permissions(odd);
    }

    private static String permissions(final java.nio.file.Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
