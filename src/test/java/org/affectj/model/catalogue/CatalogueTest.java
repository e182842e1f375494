package org.affectj.model.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.model.ModelStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What catalogues may say. */
class CatalogueTest {

    private static final String MODEL = "{'name':'smile','version':'2.1','licence':'CC0-1.0',"
        + "'card':'https://example.org/','size':12345678,'sha256':'" + "ab".repeat(32)
        + "','urls':['https://example.org/smile.zip']}";

    @TempDir
    private Path folder;

    private Catalogue read(final String models) throws IOException {
        return Catalogue.read(Files.writeString(folder.resolve("models.json"),
            ("{'schema':1,'models':[" + models + "]}").replace('\'', '"')));
    }

    private void assertRefused(final String why, final String models) {
        assertEquals("The catalogue in " + folder.resolve("models.json") + " isn't one (" + why
            + "): correct or replace it.", assertThrows(AffectException.class, () -> read(models)).getMessage());
    }

    @Test
    void shippedCatalogueListsWhatCanBeHad() {
        final ModelStore store = new ModelStore();
        for (final String bundled : List.of(ModelStore.AFFECT, ModelStore.FAST, ModelStore.LANDMARKS))
            assertEquals("comes with AffectJ", Catalogue.shipped().find(bundled).about());
        assertEquals("The model 'landmarks-68' comes with AffectJ: there is nothing to download.",
            assertThrows(AffectException.class, () -> new ModelDownload(store, java.util.Optional.empty(),
                java.util.Optional.empty()).install(Catalogue.shipped().find(ModelStore.LANDMARKS),
                    org.affectj.Progress.NONE)).getMessage());
    }

    @Test
    void readsWhatAModelIs() throws IOException {
        final CatalogueEntry smile = read(MODEL).find("smile");
        assertEquals("smile-2.1.zip", smile.archive());
        assertEquals("version 2.1, 12.3 MB, CC0-1.0, https://example.org/", smile.about());
        assertEquals("The catalogue has no model 'frown': use one of smile.",
            assertThrows(AffectException.class, () -> read(MODEL).find("frown")).getMessage());
    }

    @Test
    void refusesWhatCannotBe() {
        assertRefused("no two models may have the same name", MODEL + "," + MODEL);
        assertRefused("urls must begin with https:// or http://",
            MODEL.replace("https://example.org/smile", "file:///smile"));
        assertRefused("urls must name at least one", MODEL.replace("'https://example.org/smile.zip'", ""));
        assertRefused("sha256 must have 64 digits", MODEL.replace("abab", "ab"));
        assertRefused("size must be above 0", MODEL.replace("12345678", "0"));
        assertRefused("licence", MODEL.replace("licence", "license"));
        assertRefused("A model can't be called '../smile': use letters, digits, '-' and '_', and '.' in between.",
            MODEL.replace("'smile'", "'../smile'"));
    }
}
