package org.affectj.model.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.affectj.model.ModelStore;

/**
 * A model in a {@link Catalogue}.
 *
 * @param name of the model
 * @param bundled whether it comes with AffectJ; nothing else is said of it then
 * @param version of the model: {@code 1.0}
 * @param licence under which it may be used, as an SPDX identifier
 * @param card where its model card can be read before it is downloaded: an address of a web page
 * @param size of its archive in bytes
 * @param sha256 of its archive, 64 hexadecimal digits
 * @param urls where its archive lies, all the same; they are tried in this order
 */
public record CatalogueEntry(String name, boolean bundled, String version, String licence, String card, long size,
    String sha256, List<URI> urls) {

    /**
     * @throws org.affectj.AffectException if models can't be called so
     * @throws IllegalArgumentException if something that is needed to download it is missing or can't be
     */
    public CatalogueEntry {
        ModelStore.checkName(Objects.requireNonNull(name, "name"));
        urls = List.copyOf(Objects.requireNonNullElse(urls, List.of()));
        if (!bundled) {
            ModelStore.checkName(Objects.requireNonNull(version, "version")); // it becomes part of a file's name
            Objects.requireNonNull(licence, "licence");
            Objects.requireNonNull(card, "card");
            sha256 = Objects.requireNonNull(sha256, "sha256").toLowerCase(Locale.ROOT);
            if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("sha256 must have 64 digits");
            if (size <= 0) throw new IllegalArgumentException("size must be above 0");
            if (urls.isEmpty()) throw new IllegalArgumentException("urls must name at least one");
            if (!urls.stream().allMatch(Transfer::isWeb))
                throw new IllegalArgumentException("urls must begin with https:// or http://");
        }
    }

    /** @return the entry of a model that comes with AffectJ */
    static CatalogueEntry bundled(final String name) {
        return new CatalogueEntry(name, true, null, null, null, 0, null, null);
    }

    /** @return what its archive is called: {@code smile-1.0.zip} */
    public String archive() {
        return name + "-" + version + ".zip";
    }

    /** @return what there is to know before it is downloaded: {@code version 1.0, 12.3 MB, CC-BY-4.0, https://…} */
    public String about() {
        if (bundled) return "comes with AffectJ";
        return String.format(Locale.ROOT, "version %s, %.1f MB, %s, %s", version, size / 1e6, licence, card);
    }
}
