package org.affectj.engine;

import java.util.logging.Level;
import java.util.logging.Logger;

import com.sun.jna.Function;

/** Keeps native TensorFlow from writing notes for its developers to the user's terminal. */
final class Quiet {

    private Quiet() {
        // only static functions
    }

    /**
     * Sets the environment variable that TensorFlow's log reads when it first logs; does nothing where the user has
     * set it. Java can't set variables of its own process, so the C library is asked.
     */
    static void tensorFlow() {
        if (System.getenv("TF_CPP_MIN_LOG_LEVEL") != null) return;
        try {
            if (System.getProperty("os.name").startsWith("Windows"))
                Function.getFunction("ucrtbase", "_putenv_s").invokeInt(new Object[] { "TF_CPP_MIN_LOG_LEVEL", "2" });
            else Function.getFunction("c", "setenv").invokeInt(new Object[] { "TF_CPP_MIN_LOG_LEVEL", "2", 0 });
        } catch (final LinkageError e) {
            // notes on the terminal are a nuisance, no reason to fail
            Logger.getLogger(Quiet.class.getName()).log(Level.FINE, "can't quieten TensorFlow", e);
        }
    }
}
