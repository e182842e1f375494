package org.affectj.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.affectj.video.VideoFiles;

/**
 * Shares inputs among tasks: an input each, but several small pictures together, whose own tasks would cost more than
 * they.
 */
final class SourceGroups {

    /** Work of a second or two, soon done again if its process is lost. */
    private static final int TOGETHER = 8;
    /** A picture that is larger is worth a task: in bytes, as stored. */
    private static final long SMALL = 8 << 20;

    private SourceGroups() {
    }

    /**
     * @param sources the inputs
     * @return what each task takes: the largest input first, small pictures last
     */
    static List<ArrayList<Source>> of(final List<Source> sources) {
        final List<Source> pictures = sources.stream().filter(SourceGroups::isSmallPicture).toList();
        final List<ArrayList<Source>> groups =
            single(sources.stream().filter(source -> !isSmallPicture(source)).toList());
        for (int from = 0; from < pictures.size(); from += TOGETHER)
            groups.add(new ArrayList<>(pictures.subList(from, Math.min(from + TOGETHER, pictures.size()))));
        return groups;
    }

    /** @return a task for each input, the largest first */
    static List<ArrayList<Source>> single(final List<Source> sources) {
        final List<ArrayList<Source>> groups = new ArrayList<>();
        sources.stream().sorted(Comparator.comparingLong(Source::size).reversed())
            .forEach(source -> groups.add(new ArrayList<>(List.of(source))));
        return groups;
    }

    private static boolean isSmallPicture(final Source source) {
        return source.size() <= SMALL && !VideoFiles.isVideo(Path.of(source.name()));
    }
}
