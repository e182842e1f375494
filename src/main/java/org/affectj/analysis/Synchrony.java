package org.affectj.analysis;

/**
 * How much two people's faces go together, and whether more than by chance.
 *
 * @param windows number of windows
 * @param peaks number of windows with a peak of correlation
 * @param meanPeak mean correlation at these peaks; NaN without any
 * @param meanLag mean lag of these peaks in seconds, positive where the second person follows the first
 * @param firstLeads share of these peaks with a positive lag
 * @param secondLeads share of these peaks with a negative lag
 * @param chance mean of {@code meanPeak} in the surrogates
 * @param chanceDeviation its standard deviation there, of a sample
 * @param p how often chance gives as large a {@code meanPeak}: (1 + surrogates as large) / (1 + surrogates), so never 0
 *            (Davison &amp; Hinkley 1997, 4.11); NaN without peaks
 */
public record Synchrony(int windows, int peaks, double meanPeak, double meanLag, double firstLeads, double secondLeads,
    double chance, double chanceDeviation, double p) {
}
