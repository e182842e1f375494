package org.affectj.shell;

import org.scijava.util.VersionUtils;

import picocli.CommandLine.IVersionProvider;

/** AffectJ's version, from its POM. */
final class Version implements IVersionProvider {

    /** @return the version: {@code 0.1.0} */
    static String current() {
        return VersionUtils.getVersion(Version.class);
    }

    @Override
    public String[] getVersion() {
        return new String[] { "AffectJ " + current() };
    }
}
