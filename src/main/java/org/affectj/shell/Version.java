package org.affectj.shell;

import org.affectj.model.Diagnosis;

import picocli.CommandLine.IVersionProvider;

/** Says which AffectJ this is. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] { "AffectJ " + Diagnosis.version() };
    }
}
