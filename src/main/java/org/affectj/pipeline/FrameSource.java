package org.affectj.pipeline;

/** Something that pictures come from, one at a time: a file, a stack, a video. Only one frame need be in memory. */
public interface FrameSource extends AutoCloseable {

    /** @return what tables call this source: a file name or a window title */
    String name();

    /** @return the number of frames */
    int size();

    /**
     * @param number of the frame, from 1 to {@link #size()}
     * @return the frame
     * @throws org.affectj.AffectException if it can't be read
     */
    Frame frame(int number);

    @Override
    void close();
}
