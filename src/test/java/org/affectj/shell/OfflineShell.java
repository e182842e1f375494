package org.affectj.shell;

import java.net.InetAddress;
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
        final String own = InetAddress.getLocalHost().getHostName();
        System.setSecurityManager(new SecurityManager() {

            @Override
            public void checkConnect(final String host, final int port) {
                if (port < 0 && host.equals(own)) return; // Java's fonts have a cache that is named after the computer
                new Exception("connects to " + host + ":" + port).printStackTrace();
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
