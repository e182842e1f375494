package org.affectj.analysis;

/**
 * One appearance of an action unit: it begins (onset), is strongest (apex) and ends (offset), in the terms of FACS
 * (Ekman, Friesen &amp; Hager 2002).
 *
 * @param onset time of its first value, in seconds
 * @param apex time of its largest value, the first of several
 * @param offset time of its last value
 * @param start value at the onset
 * @param peak value at the apex
 * @param end value at the offset
 * @param area between the values and zero from onset to offset, in value times seconds
 * @param cutBefore whether the series begins with it, so that it may have begun earlier
 * @param cutAfter whether the series breaks off with it, so that it may have gone on
 */
public record FacialEvent(double onset, double apex, double offset, double start, double peak, double end, double area,
    boolean cutBefore, boolean cutAfter) {

    /** @return seconds from onset to offset */
    public double duration() {
        return offset - onset;
    }

    /** @return how far the value rises from onset to apex */
    public double amplitude() {
        return peak - start;
    }

    /** @return the mean speed from onset to apex, per second; NaN if it is strongest at once */
    public double riseSpeed() {
        return apex > onset ? (peak - start) / (apex - onset) : Double.NaN;
    }

    /** @return the mean speed of falling from apex to offset, per second; NaN if it ends with its apex */
    public double decaySpeed() {
        return offset > apex ? (peak - end) / (offset - apex) : Double.NaN;
    }
}
