package org.affectj;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;

/** Which jar or folder code comes from; {@code java.class.path} says nothing of jars in ImageJ's plugins folder. */
public final class CodeLocation {

    private CodeLocation() {
    }

    /**
     * @param url of a resource
     * @param resource its name
     * @return the jar or folder that it was found in
     * @throws AffectException if it can't be read
     */
    public static URL of(final URL url, final String resource) {
        try {
            final URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) return jar.getJarFileURL();
            final String location = url.toString();
            return new URL(location.substring(0, location.length() - resource.length()));
        } catch (final MalformedURLException e) {
            throw new IllegalStateException(url + " isn't in a folder", e);
        } catch (final IOException e) {
            throw new AffectException(url + " can't be read: install AffectJ again.", e);
        }
    }
}
