package org.affectj.command;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** Groovy as Fiji's script editor has it; Fiji's own adapter isn't on Maven Central. */
@Plugin(type = ScriptLanguage.class, name = "Groovy")
public class Groovy extends AdaptedScriptLanguage {

    /** Finds the engine by its name. */
    public Groovy() {
        super("groovy");
    }
}
