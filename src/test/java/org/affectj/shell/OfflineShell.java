package org.affectj.shell;

import java.net.URL;
import java.security.Permission;

/** The shell in a process that ends as soon as anything in it looks up or connects to another computer. */
@SuppressWarnings("removal") // nothing has taken the security manager's place as a witness
public final class OfflineShell {

    static final int CONNECTED = 99;

    private OfflineShell() {
        // only static functions
    }

    /** @param arguments a command line; {@code connect URL} does what must not be done */
    public static void main(final String... arguments) throws Exception {
        System.setSecurityManager(new SecurityManager() {

            @Override
            public void checkConnect(final String host, final int port) {
                System.err.println("connects to " + host + ":" + port);
                Runtime.getRuntime().halt(CONNECTED);
            }

            @Override
            public void checkPermission(final Permission permission) {
                // all else is allowed
            }
        });
        if (arguments[0].equals("connect")) new URL(arguments[1]).openStream().close();
        else AffectJ.main(arguments);
    }
}
