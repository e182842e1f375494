package org.affectj.training.data;

import java.util.Locale;

/** What stays together when a data set is split. */
public enum SplitBy {
    /** All faces of a person; a face whose person isn't known stands alone. */
    SUBJECT {

        @Override
        String group(final FaceExample face) {
            return face.subject();
        }
    },
    /** All pictures in a folder. */
    VIDEO {

        @Override
        String group(final FaceExample face) {
            return face.image().substring(0, Math.max(0, face.image().replace('\\', '/').lastIndexOf('/')));
        }
    },
    /** Nothing: pictures of one person come into all splits, so that figures are too good. */
    FRAME {

        @Override
        String group(final FaceExample face) {
            return face.image();
        }
    };

    /** @return the name of what a face stays together with */
    abstract String group(FaceExample face);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
