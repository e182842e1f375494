package org.affectj.engine;

import java.util.logging.Level;
import java.util.logging.Logger;

import com.sun.jna.Function;

/**
 * Environment variables that native TensorFlow reads. Java can't set those of its own process, so the C library does.
 */
final class NativeEnvironment {

    private NativeEnvironment() {
        // only static functions
    }

    /** Keeps TensorFlow from writing notes for its developers to the user's terminal. */
    static void quiet() {
        set("TF_CPP_MIN_LOG_LEVEL", "2");
    }

    /** Keeps TensorFlow from computing with oneDNN, whose code is chosen by what the processor says that it can do. */
    static void withoutOneDnn() {
        set("TF_ENABLE_ONEDNN_OPTS", "0");
    }

    /** Sets a variable, before TensorFlow reads it; does nothing where the user has set it. */
    private static void set(final String name, final String value) {
        if (System.getenv(name) != null) return;
        try {
            if (System.getProperty("os.name").startsWith("Windows"))
                Function.getFunction("ucrtbase", "_putenv_s").invokeInt(new Object[] { name, value });
            else Function.getFunction("c", "setenv").invokeInt(new Object[] { name, value, 0 });
        } catch (final LinkageError e) {
            // TensorFlow runs without it, if noisier or faster
            Logger.getLogger(NativeEnvironment.class.getName()).log(Level.FINE, "can't set " + name, e);
        }
    }
}
